import { describe, expect, test } from "@jest/globals";
import { type Decision, resolve, reviewQueue } from "../../src/resolution/index.ts";
import { inputOf, report, testPack } from "../support/drafts.ts";

const packs = testPack();
const attack = { subtype: "rocket", target: ["base"], day: "2021-06-28" } as const;
const count = (n: number) => ({ min: n, max: n, approximate: false, text: `${n} dead` });
const reports = [
  report("a", [{ ...attack, agent: ["?ArmedGroup:Liwa Nour"], effects: { killed: count(4) } }]),
  report("b", [{ ...attack, effects: { killed: count(9) } }]),
  report("c", [{ ...attack, target: ["camp"], confidence: 0.2 }]),
];

function queueOf(decisions: readonly Decision[] = []) {
  const { notices: _notices, ...resolved } = resolve({ ...inputOf(reports), packs, decisions });
  return reviewQueue({ documents: reports.map(({ document }) => document), ...resolved });
}

describe("the review queue", () => {
  test("holds what is contested, unknown or doubtful, worst first, with sentences side by side", () => {
    const queue = queueOf();
    expect(queue.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["contested", "new-name", "doubtful-claim"]),
    );
    expect(queue.map(({ urgency }) => urgency)).toEqual(
      queue.map(({ urgency }) => urgency).sort((a, b) => b - a),
    );
    const contested = queue.find(({ kind }) => kind === "contested");
    expect(contested?.sides.map(({ heading, lines }) => [heading, lines])).toEqual([
      ["4 dead (1 independent)", ["outlet of a: No 0 of a, as is"]],
      ["9 dead (1 independent)", ["outlet of b: No 0 of b, as is"]],
    ]);
  });

  test("asks no more once any of the offered decisions was taken", () => {
    for (const item of queueOf())
      for (const { decisions } of item.choices)
        expect(queueOf(decisions).map(({ id }) => id)).not.toContain(item.id);
  });
});
