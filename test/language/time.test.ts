import { describe, expect, test } from "@jest/globals";
import { read } from "./resources.ts";

type Row = readonly [text: string, published: string, span: string, from: string, to?: string];

function check(language: "fr" | "en", [text, published, span, from, to = from]: Row): void {
  const { times } = read(text, { language, published });
  expect(times.map((time) => ({ text: time.text, from: time.from, to: time.to }))).toContainEqual({
    text: span,
    from,
    to,
  });
}

// 2021-06-30 is a Wednesday.
const FRENCH: readonly Row[] = [
  ["Une attaque menée lundi soir.", "2021-06-30", "lundi soir", "2021-06-28"],
  ["La base a été visée mercredi.", "2021-06-30", "mercredi", "2021-06-30"],
  ["Il a parlé hier.", "2021-06-30", "hier", "2021-06-29"],
  ["C'était avant-hier soir.", "2021-06-30", "avant-hier soir", "2021-06-28"],
  ["Les troupes devraient partir vendredi.", "2021-06-30", "vendredi", "2021-07-02"],
  ["Il partira lundi prochain.", "2021-06-30", "lundi prochain", "2021-07-05"],
  [
    "Dans la nuit de lundi à mardi, un tir.",
    "2021-06-30",
    "Dans la nuit de lundi à mardi",
    "2021-06-28",
    "2021-06-29",
  ],
  [
    "dans la nuit du 30 septembre au 1er octobre",
    "2019-10-08",
    "dans la nuit du 30 septembre au 1er octobre",
    "2019-09-30",
    "2019-10-01",
  ],
  ["Il y a deux jours, rien.", "2021-06-30", "Il y a deux jours", "2021-06-28"],
  [
    "Le lundi 28 juin, à 2 heures du matin, un tir.",
    "2021-06-30",
    "Le lundi 28 juin, à 2 heures du matin",
    "2021-06-28",
  ],
  ["le 31 décembre", "2022-01-05", "le 31 décembre", "2021-12-31"],
  ["le 3 janvier 2020", "2021-06-30", "le 3 janvier 2020", "2020-01-03"],
  ["Lors de l'attaque du début du mois.", "2021-06-30", "début du mois", "2021-06-01", "2021-06-10"],
  ["La semaine passée, une attaque.", "2021-06-30", "La semaine passée", "2021-06-21", "2021-06-27"],
  ["ces dernières 48 heures", "2021-06-30", "ces dernières 48 heures", "2021-06-28", "2021-06-30"],
  ["en janvier 2020", "2021-06-30", "en janvier 2020", "2020-01-01", "2020-01-31"],
  ["Tout a changé en mars.", "2022-08-19", "en mars", "2022-03-01", "2022-03-31"],
  ["du 27 au 31 mars", "2022-04-07", "du 27 au 31 mars", "2022-03-27", "2022-03-31"],
  ["les 16–18 nov. furent calmes", "2021-11-23", "les 16–18 nov", "2021-11-16", "2021-11-18"],
  ["fin octobre", "2019-12-28", "fin octobre", "2019-10-25", "2019-10-31"],
  ["Un tir mardi. Le lendemain, une riposte.", "2021-06-30", "Le lendemain", "2021-06-30"],
  ["Un tir mardi. La veille, un autre.", "2021-06-30", "La veille", "2021-06-28"],
  [
    "Le 12 juin, un raid. Deux jours plus tard, une riposte.",
    "2021-06-30",
    "Deux jours plus tard",
    "2021-06-14",
  ],
  ["Un raid le 5 juin. L'homme a été abattu le 3 par la coalition.", "2021-06-30", "le 3", "2021-06-03"],
  [
    "L'assaut donné deux jours après des heurts a eu lieu dimanche.",
    "2021-06-30",
    "deux jours après",
    "2021-06-25",
  ],
];

const ENGLISH: readonly Row[] = [
  ["Rockets hit the base on Tuesday.", "2021-06-30", "on Tuesday", "2021-06-29"],
  ["It happened late on Monday.", "2021-06-30", "late on Monday", "2021-06-28"],
  ["He will travel on Friday.", "2021-06-30", "on Friday", "2021-07-02"],
  ["In the early hours of Monday shells fell.", "2021-06-30", "In the early hours of Monday", "2021-06-28"],
  ["It struck on January 8.", "2020-01-25", "on January 8", "2020-01-08"],
  ["It was hit earlier this month.", "2020-01-25", "earlier this month", "2020-01-01", "2020-01-25"],
  ["A raid on June 12. Two days later came an answer.", "2021-06-30", "Two days later", "2021-06-14"],
  ["Two days ago it was calm.", "2021-06-30", "Two days ago", "2021-06-28"],
  ["It came under fire overnight.", "2021-06-30", "overnight", "2021-06-29", "2021-06-30"],
  ["A statement on 25 February 2021 said so.", "2021-06-30", "on 25 February 2021", "2021-02-25"],
];

describe("times", () => {
  test.each(FRENCH)("%s (%s): %s", (...row) => check("fr", row));
  test.each(ENGLISH)("%s (%s): %s", (...row) => check("en", row));

  test("a duration, an abbreviation by chance and an amount are no times", () => {
    const text = "Un combat qui a duré trois heures en mer, sept drones et 24 heures de feu.";
    expect(read(text, { language: "fr", published: "2021-06-30" }).times).toEqual([]);
  });

  test("the day of an announcement does not move the account", () => {
    const text =
      "La base a été touchée mardi, a annoncé jeudi la coalition. L'attaque a débuté avant l'aube.";
    const { times } = read(text, { language: "fr", published: "2024-09-19" });
    expect(times.map(({ from }) => from)).toEqual(["2024-09-17", "2024-09-19", "2024-09-17"]);
  });
});

describe("the publishing day of a report without a date", () => {
  test.each([
    ["Jun 30, 2021 06:22 UTC\nUne attaque a été menée lundi soir contre la base.", "2021-06-30"],
    ["Publié le 5 mars 2022\n\nLes soldats ont quitté la ville hier.", "2022-03-05"],
    [
      "Le 3 janvier 2020, un raid. Le lundi 22 février, trois tirs. Vendredi, une riposte a été menée.",
      "2021-02-26",
    ],
    ["Depuis 2020, rien. Le lundi 28 juin, des avions ont frappé.", "2021-06-28"],
  ])("%s", (text, anchor) => {
    expect(read(text, { language: "fr" }).anchor).toBe(anchor);
  });

  test("is left open where nothing tells the year, unless other reports do", () => {
    const text = "Le raid du 27 juin a tué un soldat. La base a été visée ce lundi.";
    const alone = read(text, { language: "fr" });
    expect(alone.anchor).toBeUndefined();
    expect(alone.times).toEqual([]);
  });

  test("a month alone bounds the weekdays", () => {
    const { anchor, times } = read("date 2022-01\nUne base a été visée mardi.", { language: "fr" });
    expect(anchor).toBeUndefined();
    expect(times).toMatchObject([
      { text: "mardi", from: "2022-01-01", to: "2022-01-31", precision: "vague" },
    ]);
  });
});
