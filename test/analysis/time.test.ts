import { describe, expect, test } from "@jest/globals";
import { analyzeCase } from "../../src/analysis/index.ts";
import type { CaseRecords, ConflictEvent, Quantity } from "../../src/ontology/index.ts";
import { claim, entity, event, smallRecords } from "../support/records.ts";

interface Act {
  readonly id: string;
  readonly by?: string;
  readonly on?: string;
  readonly day?: string;
  readonly until?: string;
  readonly answers?: readonly string[];
  readonly killed?: Quantity;
  readonly type?: ConflictEvent["type"];
}

function caseOf(acts: readonly Act[]): CaseRecords {
  const names = [...new Set(acts.flatMap(({ by, on }) => [by, on].filter((name) => name !== undefined)))];
  return {
    ...smallRecords(),
    entities: names.map((name) => entity(name, "ArmedGroup")),
    claims: acts.map(({ id, by, on }) => claim(`c:${id}`, { agent: by ? [by] : [], target: on ? [on] : [] })),
    events: acts.map(({ id, by, on, day, until, answers = [], killed, type = "attack" }) =>
      event(id, [`c:${id}`], {
        type,
        agent: by ? [by] : [],
        target: on ? [on] : [],
        ...(day && { time: { start: day, end: until ?? day } }),
        responseTo: answers.map((each) => ({ id: each })),
        ...(killed && {
          fields: {
            killed: {
              values: [{ value: killed, claims: [`c:${id}`], sources: ["x"] }],
              shown: 0,
              contested: false,
            },
          },
        }),
      }),
    ),
    relations: [],
  };
}

const timeOf = (acts: readonly Act[]) => analyzeCase(caseOf(acts), { name: "actions" }).time;
const dead = (min: number, max = min): Quantity => ({ min, max, approximate: false, text: String(min) });

describe("answers", () => {
  test("a claim's id names its event, and an answer to nothing known is none", () => {
    const { replies } = timeOf([
      { id: "a", by: "x", on: "y", day: "2021-01-01" },
      { id: "b", by: "y", on: "x", day: "2021-01-04", answers: ["c:a", "gone"] },
    ]);
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({ delay: 3, exactDelay: true, step: "unclear" });
  });

  test("delays: median of an even number, range, and by pair; contradictory dates are left aside", () => {
    const { delays, delaysByPair } = timeOf([
      { id: "a", by: "x", on: "y", day: "2021-01-01" },
      { id: "b", by: "y", on: "x", day: "2021-01-02", answers: ["a"] },
      { id: "c", by: "y", on: "x", day: "2021-01-11", answers: ["a"] },
      { id: "d", on: "x", day: "2021-01-05", answers: ["a"] },
      { id: "e", by: "y", on: "x", day: "2021-01-07", answers: ["a"] },
      { id: "f", by: "y", on: "x", day: "2020-12-01", answers: ["a"] },
    ]);
    expect(delays).toEqual({ count: 4, median: 5, shortest: 1, longest: 10 });
    expect(delaysByPair).toEqual([
      { answering: "y", answered: "x", count: 3, median: 6, shortest: 1, longest: 10 },
      { answering: undefined, answered: "x", count: 1, median: 4, shortest: 4, longest: 4 },
    ]);
  });

  test.each<[string, Partial<Act>, Partial<Act>]>([
    ["higher", { killed: dead(1) }, { killed: dead(5) }],
    ["lower", { killed: dead(5) }, { killed: dead(0) }],
    ["equal", { killed: dead(2) }, { killed: dead(2) }],
    ["unclear", { killed: { min: 1, approximate: false, text: "au moins un" } }, { killed: dead(5) }],
    ["unclear", { killed: dead(1, 9) }, { killed: dead(5) }],
    ["unclear", { killed: dead(1) }, {}],
    ["higher", { type: "mobilize", killed: dead(9) }, { killed: dead(1) }],
    ["lower", {}, { type: "sanction" }],
    ["unclear", { type: "order" }, {}],
  ])("an answer is %s", (step, act, answer) => {
    const { replies } = timeOf([
      { id: "a", by: "x", on: "y", day: "2021-01-01", ...act },
      { id: "b", by: "y", on: "x", day: "2021-01-02", ...answer, answers: ["a"] },
    ]);
    expect(replies[0]?.step).toBe(step);
  });

  test("chains follow the longest way back, and a circle of answers ends", () => {
    const { chains } = timeOf([
      { id: "a", by: "x", on: "y", day: "2021-01-01" },
      { id: "b", by: "y", on: "x", day: "2021-01-02", answers: ["a"] },
      { id: "c", by: "x", on: "y", day: "2021-01-03", answers: ["b", "a"] },
    ]);
    expect(chains.map((chain) => chain.map(({ event: { id } }) => id))).toEqual([["a", "b", "c"]]);
    const circle = timeOf([
      { id: "a", by: "x", on: "y", answers: ["b"] },
      { id: "b", by: "y", on: "x", answers: ["a"] },
      { id: "c", by: "y", on: "x", answers: ["a"] },
    ]);
    expect(circle.chains.map((chain) => chain.map(({ event: { id } }) => id))).toEqual([["b", "a", "c"]]);
  });
});

describe("lulls", () => {
  test("are broken by the attacks of the day that ends them", () => {
    const { lulls } = timeOf([
      { id: "a", by: "x", on: "y", day: "2021-01-01" },
      { id: "b", by: "x", on: "y", day: "2021-01-03" },
      { id: "visit", by: "x", on: "y", day: "2021-01-20", type: "consult" },
      { id: "c", by: "y", on: "x", day: "2021-02-01" },
      { id: "d", by: "z", on: "x", day: "2021-02-01" },
    ]);
    expect(lulls).toHaveLength(1);
    expect(lulls[0]?.days).toBe(28);
    expect(lulls[0]?.brokenBy.map(({ doers }) => doers[0])).toEqual(["y", "z"]);
  });

  test("an attack told to span a month neither opens nor closes one", () => {
    const { lulls } = timeOf([
      { id: "a", by: "x", on: "y", day: "2021-01-01" },
      { id: "b", by: "x", on: "y", day: "2021-01-05", until: "2021-02-20" },
      { id: "c", by: "x", on: "y", day: "2021-03-01" },
    ]);
    expect(lulls.map(({ days }) => days)).toEqual([58]);
  });
});

test("activity counts acts by doer and pair in bins without gaps", () => {
  const { activity } = timeOf([
    { id: "a", by: "x", on: "y", day: "2021-01-31" },
    { id: "b", by: "x", on: "y", day: "2021-12-31" },
    { id: "c", on: "y", day: "2022-03-01" },
    { id: "d", by: "y", on: "x" },
  ]);
  expect(activity.unit).toBe("month");
  expect(activity.bins).toHaveLength(15);
  expect(activity.byPair.map(({ ids, total }) => [...ids, total])).toEqual([["x", "y", 2]]);
  expect(activity.all.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect({ unattributed: activity.unattributed.at(-1), undated: activity.undated }).toEqual({
    unattributed: 1,
    undated: 1,
  });
});
