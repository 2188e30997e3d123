import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import {
  ACTION_TYPES,
  CASE_FILES,
  CLAIM_TYPE_TABLE,
  CLAIM_TYPES,
  caseJsonSchemas,
  codesOf,
  familyOf,
  RELATION_TABLE,
  STATEMENT_TYPES,
} from "../../src/ontology/index.ts";
import { packagePath } from "../../src/shared/index.ts";
import { smallRecords } from "../support/records.ts";

describe("claim types", () => {
  test("every type is an action or a statement, and has a label in both languages", () => {
    expect(ACTION_TYPES.length + STATEMENT_TYPES.length).toBe(CLAIM_TYPES.length);
    for (const type of CLAIM_TYPES) {
      const { fr, en } = CLAIM_TYPE_TABLE[type].label;
      expect(fr.length * en.length).toBeGreaterThan(0);
    }
  });

  test("a retaliation can be an account of the same event as an attack; nothing else shares a family", () => {
    expect(familyOf("retaliation")).toBe(familyOf("attack"));
    expect(new Set(CLAIM_TYPES.map(familyOf)).size).toBe(CLAIM_TYPES.length - 1);
  });

  test("relationship types are Cypher identifiers, each used once", () => {
    const names = [
      ...CLAIM_TYPES.map((type) => CLAIM_TYPE_TABLE[type].relation as string),
      ...Object.values(RELATION_TABLE).map((row) => row.relation),
    ];
    expect(names.filter((name) => !/^[A-Z]+(_[A-Z]+)*$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("standard codes", () => {
  test("an airstrike is aerial in PLOVER although CAMEO 195 is mapped to heavy weapons elsewhere", () => {
    expect(codesOf("attack", "airstrike")).toEqual({
      plover: { type: "ASSAULT", mode: "aerial" },
      cameo: ["195"],
      acled: { event: "Explosions/Remote violence", subEvent: "Air/drone strike" },
    });
  });

  test("a subtype without codes of its own has those of its type", () => {
    expect(codesOf("retaliation", "unspecified")).toEqual(codesOf("attack"));
    expect(codesOf("mobilize", "reinforce")).toMatchObject({ plover: { type: "MOBILIZE" }, cameo: ["154"] });
  });

  test("an order has no counterpart anywhere", () => {
    expect(codesOf("order")).toEqual({});
  });
});

describe("records", () => {
  test("schemas accept a small case and name a wrong field", () => {
    const records = smallRecords();
    for (const claim of records.claims)
      expect(CASE_FILES["claims.jsonl"].safeParse(claim).success).toBe(true);
    for (const event of records.events)
      expect(CASE_FILES["events.jsonl"].safeParse(event).success).toBe(true);
    const wrong = { ...records.claims[0], type: "atack" };
    expect(CASE_FILES["claims.jsonl"].safeParse(wrong).error?.issues[0]?.path).toEqual(["type"]);
  });

  test.each(Object.entries(caseJsonSchemas()))("the published schema of %s is up to date", (file, schema) => {
    const published = packagePath(`docs/schemas/${file.replace(/\.jsonl$/, ".schema.json")}`);
    expect(JSON.parse(readFileSync(published, "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
  });
});
