import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { LemmaLexicon, Lemmatizer } from "../../src/language/index.ts";
import { data, hasTreebanks, treebank } from "./resources.ts";

const lemmatizers = { fr: new Lemmatizer(data.fr), en: new Lemmatizer(data.en) };

describe("lemmas", () => {
  test.each([
    ["tirées", "VERB.Part", "tirer"],
    ["tiré", "VERB.Part", "tirer"],
    ["bombardaient", "VERB.Fin", "bombarder"],
    ["plongea", "VERB.Fin", "plonger"],
    ["lançaient", "VERB.Fin", "lancer"],
    ["cèdent", "VERB.Fin", "céder"],
    ["mènent", "VERB.Fin", "mener"],
    ["déploie", "VERB.Fin", "déployer"],
    ["rappelle", "VERB.Fin", "rappeler"],
    ["détruisirent", "VERB.Fin", "détruire"],
    ["envahit", "VERB.Fin", "envahir"],
    ["répondait", "VERB.Fin", "répondre"],
    ["soutiennent", "VERB.Fin", "soutenir"],
    ["reprise", "VERB.Part", "reprendre"],
    ["abattu", "VERB.Part", "abattre"],
    ["promit", "VERB.Fin", "promettre"],
    ["attaques", "NOUN", "attaque"],
    ["généraux", "NOUN", "général"],
    ["réseaux", "NOUN", "réseau"],
    ["pays", "NOUN", "pays"],
    ["personne", "ADJ", "personne"],
    ["aériennes", "ADJ", "aérien"],
    ["américaine", "ADJ", "américain"],
  ])("fr %s (%s)", (form, pos, lemma) => {
    expect(lemmatizers.fr.candidates(form, pos)[0]).toBe(lemma);
  });

  test.each([
    ["struck", "VERB.Part", "strike"],
    ["hoping", "VERB.Ger", "hope"],
    ["dropped", "VERB.Fin", "drop"],
    ["killed", "VERB.Part", "kill"],
    ["carried", "VERB.Fin", "carry"],
    ["withdrew", "VERB.Fin", "withdraw"],
    ["condemned", "VERB.Fin", "condemn"],
    ["raises", "VERB.Fin", "raise"],
    ["militias", "NOUN", "militia"],
    ["casualties", "NOUN", "casualty"],
  ])("en %s (%s)", (form, pos, lemma) => {
    expect(lemmatizers.en.candidates(form, pos)[0]).toBe(lemma);
  });

  const onTreebanks = hasTreebanks ? test : test.skip;
  onTreebanks.each([
    ["fr", "fr-gsd-dev"],
    ["fr", "fr-sequoia-dev"],
    ["en", "en-ewt-dev"],
  ] as const)("%s verbs of %s: the first candidate is the lemma for 97 in 100", (language, name) => {
    let all = 0;
    let right = 0;
    for (const line of readFileSync(treebank(name), "utf8").split("\n")) {
      const [id = "", form = "", lemma = "", pos = ""] = line.split("\t");
      if (!/^\d+$/.test(id) || pos !== "VERB") continue;
      all++;
      if (lemmatizers[language].candidates(form, pos)[0] === lemma) right++;
    }
    expect(right / all).toBeGreaterThan(0.97);
  });
});

describe("a lexicon under misprints", () => {
  const lexicon = new LemmaLexicon(lemmatizers.fr, ["tirer", "casser", "revendiquer", "abattre"]);
  const found = (form: string, pos = "VERB.Fin") =>
    lexicon.find(form, pos).map(({ lemma, misprint }) => `${lemma}${misprint ? "?" : ""}`);

  test.each([
    ["tirent", ["tirer"]],
    ["rirer", ["tirer?"]],
    ["revendqué", ["revendiquer?"]],
    ["passé", []],
    ["chanter", []],
  ])("%s", (form, expected) => {
    expect(found(form)).toEqual(expected);
  });

  test("nouns are taken as they are", () => {
    expect(found("rirer", "NOUN")).toEqual([]);
  });
});
