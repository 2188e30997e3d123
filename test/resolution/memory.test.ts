/** What holds of resolution with memory whatever was resolved before: on sequences of changes, not on chosen ones. */
import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { type Decision, type Memory, type Resolution, resolve } from "../../src/resolution/index.ts";
import { sha256, stableStringify } from "../../src/shared/index.ts";
import { inputOf, type Report, report, testPack, type Told } from "../support/drafts.ts";

const packs = testPack();

/** Keeps values as a file would: as text. */
function memoryInText(): Memory {
  const values = new Map<string, string>();
  return {
    get: (key) => JSON.parse(values.get(key) ?? "null") ?? undefined,
    set: (key, value) => void values.set(key, JSON.stringify(value)),
  };
}

const some = (...ids: string[]) => fc.subarray(ids, { maxLength: 2 });
/** Names that no pack knows: two spellings of one, another, and one of an unlike type. */
const NEW = [
  "?ArmedGroup:Kataeb Nour",
  "?ArmedGroup:Kata'ib Nur",
  "?ArmedGroup:Saraya Fajr",
  "?Place:Tell Nour",
];

const told: fc.Arbitrary<Told> = fc
  .record({
    type: fc.constantFrom("attack", "attack", "retaliation", "condemn", "deny"),
    agent: some("militia", "rebels", ...NEW.slice(0, 3)),
    target: some("base", "army", "general"),
    place: some("near-town", "far-town", NEW[3] ?? ""),
    speaker: some("land", NEW[2] ?? ""),
    day: fc.constantFrom(undefined, "2021-06-26", "2021-06-28"),
  })
  .map(({ day, type, ...roles }): Told => ({ type, ...roles, ...(day ? { day } : {}) }));

/** One report of five, as a change leaves it; none where it was taken away. */
const change = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e"),
  content: fc.option(fc.array(told, { minLength: 1, maxLength: 5 }), { nil: undefined, freq: 6 }),
  publisher: fc.constantFrom("agency", "monitor"),
});

const MERGED: Decision = {
  decide: "merge",
  kind: "entities",
  ids: ["rebels", "new-armedgroup-saraya-fajr"],
};
const decisions = fc.constantFrom<readonly Decision[]>([], [], [MERGED]);

/** As the build gives it: with the hash of what the extraction depends on. */
const withKeys = (reports: readonly Report[]) => {
  const { documents, extractions } = inputOf(reports);
  return {
    documents,
    extractions: extractions.map((read) => ({ ...read, key: sha256(stableStringify(read)) })),
  };
};

const forgetful = (reports: readonly Report[], decided: readonly Decision[]): Resolution =>
  resolve({ ...inputOf(reports), packs, decisions: decided });

test("what was kept of earlier states of a case changes nothing, whatever changed since", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(change, decisions), { minLength: 2, maxLength: 8 }), (changes) => {
      const memory = memoryInText();
      const reports = new Map<string, Report>();
      for (const [{ id, content, publisher }, decided] of changes) {
        if (content === undefined) reports.delete(id);
        else reports.set(id, report(id, content, { publisher }));
        const now = [...reports.values()];
        expect(resolve({ ...withKeys(now), packs, decisions: decided, memory })).toEqual(
          forgetful(now, decided),
        );
      }
    }),
    { numRuns: 60 },
  );
});

test("of a case that did not change, nothing is read or made again", () => {
  const memory = memoryInText();
  const reports = [
    report("a", [
      { agent: ["militia"], target: ["base"], day: "2021-06-28" },
      { type: "condemn", speaker: ["land"] },
    ]),
    report("b", [{ agent: ["?ArmedGroup:Saraya Fajr"], target: ["base"], day: "2021-06-28" }]),
  ];
  const first = resolve({ ...withKeys(reports), packs, decisions: [], memory });
  const { documents, extractions } = withKeys(reports);
  const unread = extractions.map(({ document, key }) => ({
    document,
    key,
    get extraction(): never {
      throw new Error(`${document} was read again`);
    },
  }));
  const set = (key: string): never => {
    throw new Error(`${key} was made again`);
  };
  const again = resolve({ documents, extractions: unread, packs, decisions: [], memory: { ...memory, set } });
  expect(again).toEqual(first);
});
