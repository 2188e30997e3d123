/** What holds of resolution whatever is read: on generated reports, not on chosen ones. */
import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { isAction } from "../../src/ontology/index.ts";
import { type Decision, type Resolution, resolve } from "../../src/resolution/index.ts";
import { inputOf, type Report, report, testPack, type Told } from "../support/drafts.ts";

/** The same parties and places again in another part of the world. */
const abroad = (id: string): string => `other-${id}`;
const here = testPack();
const packs = testPack(
  here.entities.map(({ id, type, within, latitude, longitude }) => ({
    id: abroad(id),
    type,
    ...(within ? { within: abroad(within) } : {}),
    ...(latitude && longitude ? { latitude: -latitude, longitude: -longitude } : {}),
  })),
);
const some = (...ids: string[]) => fc.subarray(ids, { maxLength: 1 });

const told: fc.Arbitrary<Told> = fc
  .record({
    type: fc.constantFrom("attack", "attack", "attack", "retaliation", "mobilize", "condemn", "deny"),
    agent: some("militia", "brigade", "rebels", "army"),
    target: some("base", "camp", "army", "militia", "general"),
    place: some("province", "near-town", "far-town"),
    speaker: some("land", "monitor"),
    source: some("agency", "monitor"),
    day: fc.constantFrom(undefined, "2021-06-26", "2021-06-28", "2021-06-29"),
    killed: fc.constantFrom(undefined, 0, 4, 9),
  })
  .map(({ type, day, killed, ...roles }): Told => {
    const effects =
      killed === undefined
        ? {}
        : { effects: { killed: { min: killed, max: killed, approximate: false, text: `${killed}` } } };
    return { type, ...roles, ...(day ? { day } : {}), ...effects };
  });

const reportsOf = (prefix: string, maxLength: number): fc.Arbitrary<Report[]> =>
  fc
    .array(fc.array(told, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength })
    .map((contents) => contents.map((content, at) => report(`${prefix}${at}`, content)));

/** The report with every entity exchanged for its counterpart abroad. */
function elsewhere({ document, extraction }: Report): Report {
  const claims = extraction.extraction.claims.map((claim) => ({
    ...claim,
    roles: Object.fromEntries(
      Object.entries(claim.roles).map(([role, fillers]) => [
        role,
        fillers.map(({ mention, inferred }) => ({
          mention: { ...mention, candidates: mention.candidates.map(abroad) },
          inferred,
        })),
      ]),
    ),
  }));
  return { document, extraction: { ...extraction, extraction: { claims, relations: [], skipped: [] } } };
}

const resolveAll = (reports: readonly Report[], decisions: readonly Decision[] = []): Resolution =>
  resolve({ ...inputOf(reports), packs, decisions });

describe("resolution", () => {
  test("every action claim is in exactly one event, and nothing else is", () => {
    fc.assert(
      fc.property(reportsOf("r", 5), (reports) => {
        const { claims, events } = resolveAll(reports);
        const inEvents = events.flatMap((event) => event.claims).sort();
        expect(inEvents).toEqual(
          claims
            .filter(({ type }) => isAction(type))
            .map(({ id }) => id)
            .sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("the order in which reports arrive changes nothing", () => {
    const shuffled = reportsOf("r", 5).chain((reports) =>
      fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })),
    );
    fc.assert(
      fc.property(shuffled, ([reports, others]) => {
        expect(JSON.stringify(resolveAll(others))).toBe(JSON.stringify(resolveAll(reports)));
      }),
      { numRuns: 60 },
    );
  });

  test("a report on other parties and places changes no event, down to the byte", () => {
    fc.assert(
      fc.property(reportsOf("r", 4), reportsOf("z", 2), (reports, others) => {
        const before = resolveAll(reports);
        const after = resolveAll([...reports, ...others.map(elsewhere)]);
        const now = new Map(after.events.map((event) => [event.id, event]));
        for (const event of before.events) expect(now.get(event.id)).toEqual(event);
      }),
      { numRuns: 60 },
    );
  });

  test("deciding the same twice is deciding it once, and every decision can be undone", () => {
    fc.assert(
      fc.property(reportsOf("r", 4), fc.nat(), fc.nat(), fc.boolean(), (reports, i, j, merge) => {
        const plain = resolveAll(reports);
        const actions = plain.claims.filter(({ type }) => isAction(type));
        const [a, b] = [actions[i % (actions.length || 1)], actions[j % (actions.length || 1)]];
        fc.pre(a !== undefined && b !== undefined && a.id !== b.id);
        const decision: Decision = {
          decide: merge ? "merge" : "keep-apart",
          kind: "claims",
          ids: [a?.id ?? "", b?.id ?? ""],
        };
        const once = resolveAll(reports, [decision]);
        expect(resolveAll(reports, [decision, decision]).events).toEqual(once.events);
        const holder = (id: string | undefined) =>
          once.events.find((event) => event.claims.includes(id ?? ""))?.id;
        expect(holder(a?.id) === holder(b?.id)).toBe(merge);
        expect(resolveAll(reports)).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });
});
