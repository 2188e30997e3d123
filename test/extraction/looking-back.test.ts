/** Acts that a report recalls keep a day of their own, or have none: never that of its news. Sentences written for this test. */
import { describe, expect, test } from "@jest/globals";
import { extractText } from "../support/read-text.ts";

/** Days of the attacks that a text of Saturday 3 February 2024 tells, in text order; `none` where they have no day. */
const daysOf = (text: string, language: "fr" | "en"): string[] =>
  extractText(text, language)
    .claims.filter(({ type }) => type === "attack" || type === "retaliation")
    .map(({ time }) => time?.start ?? "none");

describe("days of acts that are recalled", () => {
  const cases: ["fr" | "en", string, string[]][] = [
    [
      "fr",
      "Jeudi, l'armée turque a bombardé Erbil. Palmyre avait été frappée par l'aviation russe.",
      ["2024-02-01", "none"],
    ],
    ["fr", "Mercredi soir. Des roquettes ont visé la base d'al-Tanf.", ["2024-01-31"]],
    ["fr", "Dans la nuit du 30 au 31, des drones ont visé la base d'al-Tanf.", ["2024-01-30"]],
    [
      "fr",
      "Des roquettes ont visé la base d'al-Tanf mercredi, à l'heure où un drone américain avait frappé Palmyre cinq jours plus tôt.",
      ["2024-01-31", "2024-01-26"],
    ],
    ["en", "On Thursday Turkey shelled Erbil. Russian jets had bombed Palmyra.", ["2024-02-01", "none"]],
    [
      "en",
      "Iran fired missiles at Erbil on Thursday, two days after Israeli jets bombed a base in Palmyra, killing six soldiers.",
      ["2024-02-01", "2024-01-30"],
    ],
  ];
  test.each(cases)("%s: %s", (language, text, days) => expect(daysOf(text, language)).toEqual(days));
});

test("what is told as a fact does not lie after its report", () => {
  expect(daysOf("L'armée turque a bombardé Erbil le 20 février 2024.", "fr")).toEqual(["none"]);
});
