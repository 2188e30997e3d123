import { describe, expect, test } from "@jest/globals";
import { read } from "./resources.ts";

type Row = readonly [text: string, span: string, min: number, max: number | undefined, approximate: boolean];

function check(language: "fr" | "en", [text, span, min, max, approximate]: Row): void {
  const found = read(text, { language }).numbers.find((number) => number.text === span);
  expect(found).toMatchObject({ text: span, min, approximate });
  expect(found?.max).toBe(max);
}

const FRENCH: readonly Row[] = [
  ["au moins huit missiles", "au moins huit", 8, undefined, false],
  ["des dizaines de roquettes", "dizaines", 20, undefined, true],
  ["une vingtaine de soldats", "une vingtaine", 20, 20, true],
  ["entre 5 et 7 morts", "entre 5 et 7", 5, 7, false],
  ["deux à trois drones", "deux à trois", 2, 3, false],
  ["quatre à cinq cents hommes", "quatre à cinq cents", 400, 500, false],
  ["plus de 100 blessés", "plus de 100", 101, undefined, false],
  ["aucun blessé", "aucun", 0, 0, false],
  ["trente-huit soldats", "trente-huit", 38, 38, false],
  ["soixante et onze militaires", "soixante et onze", 71, 71, false],
  ["quatre-vingt-dix-sept obus", "quatre-vingt-dix-sept", 97, 97, false],
  ["quatre-vingts soldats", "quatre-vingts", 80, 80, false],
  ["deux cent vingt soldats", "deux cent vingt", 220, 220, false],
  ["trois mille deux cents hommes", "trois mille deux cents", 3200, 3200, false],
  ["cent mille réfugiés", "cent mille", 100000, 100000, false],
  ["1 200 obus", "1 200", 1200, 1200, false],
  ["2.700.000 habitants", "2.700.000", 2700000, 2700000, false],
  ["huit personnes au moins ont péri", "huit", 8, undefined, false],
  ["quelque 300 personnes", "quelque 300", 300, 300, true],
  ["une douzaine de tirs", "une douzaine", 12, 12, true],
  ["16-18 morts", "16-18", 16, 18, false],
];

const ENGLISH: readonly Row[] = [
  ["at least 12 rockets", "at least 12", 12, undefined, false],
  ["dozens of rockets", "dozens", 24, undefined, true],
  ["half a dozen drones", "half a dozen", 6, 6, true],
  ["between eight and twelve shells", "between eight and twelve", 8, 12, false],
  ["puts the toll at 25 or more", "25 or more", 25, undefined, false],
  ["more than 30 rockets", "more than 30", 31, undefined, false],
  ["no casualties", "no", 0, 0, false],
  ["twenty-two thousand people", "twenty-two thousand", 22000, 22000, false],
  ["two hundred and fifty men", "two hundred and fifty", 250, 250, false],
  ["some 750 paratroopers", "some 750", 750, 750, true],
  ["up to 40 fighters", "up to 40", 0, 40, false],
];

describe("numbers", () => {
  test.each(FRENCH)("%s", (...row) => check("fr", row));
  test.each(ENGLISH)("%s", (...row) => check("en", row));

  test("figures of dates, names and ordinals are no counts", () => {
    const { numbers } = read("Le 12 mars 2020, la 14e brigade et un F-15 ont tiré 3 obus.", {
      language: "fr",
      published: "2020-04-01",
    });
    expect(numbers.map(({ text }) => text)).toEqual(["un", "3"]);
  });
});
