import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { LANGUAGES } from "../../../src/ontology/index.ts";
import { loadSyntaxModel } from "../../../src/language/index.ts";
import { readSyntaxModelFile, syntaxModelPath } from "../../../src/packs/index.ts";
import type { RiposteError } from "../../../src/shared/index.ts";

const models = new Map(
  LANGUAGES.map((language) => [language, loadSyntaxModel(readSyntaxModelFile(syntaxModelPath(language)))]),
);

function model(language: "fr" | "en") {
  const loaded = models.get(language);
  if (!loaded) throw new Error(`no model for ${language}`);
  return loaded;
}

function analyse(language: "fr" | "en", forms: readonly string[]) {
  const tags = model(language).tag(forms);
  return { tags, ...model(language).parse(forms, tags) };
}

/** Code of the error that the action throws. */
function codeOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    return (error as RiposteError).code;
  }
  return undefined;
}

/** True if exactly one head is -1 and every token reaches it. */
function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head === -1).length !== 1) return false;
  return heads.every((_, start) => {
    let token = start;
    for (let steps = 0; token !== -1; steps++) {
      if (steps > heads.length) return false;
      token = heads[token] ?? Number.NaN;
    }
    return true;
  });
}

const anyForm = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "la",
    "le",
    "de",
    "frappe",
    "a",
    "été",
    "visé",
    ",",
    ".",
    "«",
    "raid",
    "2021",
    "Deir ez-Zor",
  ),
);
const anyTag = fc.oneof(
  fc.constantFrom("NOUN", "VERB.Fin", "PROPN", "ADP", "PUNCT"),
  fc.string({ maxLength: 5 }),
);

describe.each(LANGUAGES)("syntax model of %s", (language) => {
  test("gives one tag a form and a tree with one root, whatever the forms", () => {
    fc.assert(
      fc.property(fc.array(anyForm, { minLength: 1, maxLength: 40 }), (forms) => {
        const tags = model(language).tag(forms);
        const { heads, relations } = model(language).parse(forms, tags);
        expect(tags).toHaveLength(forms.length);
        expect(relations).toHaveLength(forms.length);
        expect(heads).toHaveLength(forms.length);
        expect(isTree(heads)).toBe(true);
        expect(relations.every((relation, i) => (relation === "root") === (heads[i] === -1))).toBe(true);
      }),
    );
  });

  test("gives a tree whatever the tags", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyForm, anyTag), { minLength: 1, maxLength: 30 }), (tokens) => {
        const { heads } = model(language).parse(
          tokens.map(([form]) => form),
          tokens.map(([, tag]) => tag),
        );
        expect(isTree(heads)).toBe(true);
      }),
    );
  });

  test("gives the same analysis again, whatever it read between", () => {
    fc.assert(
      fc.property(
        fc.array(anyForm, { maxLength: 20 }),
        fc.array(anyForm, { maxLength: 40 }),
        (forms, others) => {
          const first = analyse(language, forms);
          analyse(language, others);
          expect(analyse(language, forms)).toEqual(first);
        },
      ),
    );
  });

  test("takes no tokens, and ten thousand", () => {
    expect(model(language).tag([])).toEqual([]);
    expect(model(language).parse([], [])).toEqual({ heads: [], relations: [] });
    const forms = Array.from({ length: 10_000 }, (_, i) => ["raid", "de", "la", "force"][i % 4] as string);
    const { heads } = model(language).parse(forms, model(language).tag(forms));
    expect(heads.filter((head) => head === -1)).toHaveLength(1);
  });

  test("gives tags of the product's tag set", () => {
    const forms =
      language === "fr"
        ? "La base qui a été visée en frappant".split(" ")
        : "It was meant to stop them from reaching it".split(" ");
    for (const tag of model(language).tag(forms)) {
      expect(tag).toMatch(
        /^(?:ADJ|ADP|ADV|CCONJ|DET|INTJ|NOUN|NUM|PART|PRON|PROPN|PUNCT|SCONJ|SYM|X|(?:VERB|AUX)\.(?:Fin|Part|Inf|Ger))$/,
      );
    }
  });
});

test("a French passive: subject, auxiliary, agent", () => {
  const forms = "La base a été frappée par des drones .".split(" ");
  const { heads, relations } = model("fr").parse(forms, model("fr").tag(forms));
  expect(forms.map((form, i) => `${form} ${relations[i]} ${forms[heads[i] ?? -1] ?? "-"}`)).toEqual([
    "La det base",
    "base nsubj:pass frappée",
    "a aux:tense frappée",
    "été aux:pass frappée",
    "frappée root -",
    "par case drones",
    "des det drones",
    "drones obl:agent frappée",
    ". punct frappée",
  ]);
});

test("an English passive: subject, auxiliary, agent", () => {
  const forms = "The base was hit by drones .".split(" ");
  const { heads, relations } = model("en").parse(forms, model("en").tag(forms));
  expect(forms.map((form, i) => `${form} ${relations[i]} ${forms[heads[i] ?? -1] ?? "-"}`)).toEqual([
    "The det base",
    "base nsubj:pass hit",
    "was aux:pass hit",
    "hit root -",
    "by case drones",
    "drones obl:agent hit",
    ". punct hit",
  ]);
});

describe("a model file that cannot be used", () => {
  const bytes = readSyntaxModelFile(syntaxModelPath("fr"));

  test("missing", () => {
    expect(codeOf(() => readSyntaxModelFile("no/such/fr.syntax.bin"))).toBe("model/missing");
  });

  test("damaged at any one byte, cut short, or something else", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
        const damaged = Uint8Array.from(bytes);
        damaged[position] = (damaged[position] as number) ^ change;
        expect(codeOf(() => loadSyntaxModel(damaged))).toBe("model/bad-format");
      }),
      { numRuns: 20 },
    );
    for (const length of [0, 5, 20, 60, bytes.length - 1]) {
      expect(codeOf(() => loadSyntaxModel(bytes.subarray(0, length)))).toBe("model/bad-format");
    }
    expect(codeOf(() => loadSyntaxModel(new TextEncoder().encode("RIPSYN")))).toBe("model/bad-format");
  });
});

describe("words that training did not know", () => {
  const forms = ["l'", "état-major", "dément", "."];

  test("are verbs where they can be nothing else, whatever their endings suggest", () => {
    expect(model("fr").tag(forms)[2]).toBe("ADV");
    expect(model("fr").tag(forms, (index) => index === 2)[2]).toMatch(/^VERB/);
  });

  test("known words keep the tag that training gives them", () => {
    expect(model("fr").tag(forms, () => true)[0]).toBe("DET");
    expect(model("fr").tag(forms, () => true)[3]).toBe("PUNCT");
  });

  test("the tag before the word is told", () => {
    const before: (string | undefined)[] = [];
    model("fr").tag(forms, (_, tag) => {
      before.push(tag);
      return false;
    });
    expect(before).toContain("NOUN");
  });
});
