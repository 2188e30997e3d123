import { describe, expect, test } from "@jest/globals";
import {
  addDecisions,
  type Decision,
  dropLastDecisions,
  formatDecisions,
  parseDecisions,
  resolve,
} from "../../src/resolution/index.ts";
import { RiposteError } from "../../src/shared/index.ts";
import { inputOf, report, testPack } from "../support/drafts.ts";

const packs = testPack();
const attack = { subtype: "rocket", target: ["base"], day: "2021-06-28" } as const;
const reports = [
  report("a", [attack]),
  report("b", [attack]),
  report("c", [{ ...attack, target: ["camp"], day: "2021-06-12" }]),
];
const build = (text: string, of = reports) =>
  resolve({ ...inputOf(of), packs, decisions: parseDecisions(text, "decisions.yaml") });
const [A, B, C] = ["a:0-16:attack", "b:0-16:attack", "c:0-16:attack"] as const;
const groups = (text: string) => build(text).events.map(({ claims }) => claims);

describe("decisions.yaml", () => {
  test("is read back as it was written", () => {
    const decisions: Decision[] = [
      { decide: "merge", kind: "claims", ids: [A, C], note: "« même » nuit: oui" },
      { decide: "rename", entity: "base", name: "Fort Bravo" },
      { decide: "confirm", id: A },
    ];
    expect(parseDecisions(formatDecisions(decisions), "f").map(({ place: _place, ...rest }) => rest)).toEqual(
      decisions,
    );
    expect(parseDecisions(formatDecisions([]), "f")).toEqual([]);
  });

  test("keeps what people wrote around decisions, when one is added and taken back", () => {
    const mine = `# mine\n- { decide: confirm, id: x } # sure\n`;
    const more = addDecisions(mine, [{ decide: "confirm", id: "y" }]);
    expect(more).toContain("# sure");
    expect(parseDecisions(more, "f").map((decision) => decision.decide === "confirm" && decision.id)).toEqual(
      ["x", "y"],
    );
    expect(dropLastDecisions(more, 1)).toBe(mine);
    expect(dropLastDecisions(addDecisions("# mine\n", [{ decide: "confirm", id: "y" }]), 1)).toBe("# mine\n");
  });

  test.each([
    ["no list", "decide: merge\n", "decisions.yaml:1"],
    ["no such decision", `- decide: confirm\n  id: x\n- decide: guess\n  id: y\n`, "decisions.yaml:3"],
    ["a field that is not one", `- decide: confirm\n  id: x\n  because: no\n`, "decisions.yaml:3"],
    ["a merge of one", `- decide: merge\n  kind: claims\n  ids: [x]\n`, "decisions.yaml:3"],
    ["no YAML", `- decide: [\n`, "decisions.yaml:"],
  ])("%s is refused with its place", (_name, text, place) => {
    const refused = () => parseDecisions(text, "decisions.yaml");
    expect(refused).toThrow(RiposteError);
    expect(refused).toThrow(place);
    expect(refused).toThrow(expect.objectContaining({ code: "decision/bad-field" }));
  });
});

describe("a decision", () => {
  test("merges and keeps apart, by claim or by event", () => {
    expect(groups("")).toEqual([[C], [A, B]]);
    expect(groups(`- { decide: merge, kind: claims, ids: ["${A}", "${C}"] }`)).toEqual([[A, B, C]]);
    expect(groups(`- { decide: merge, kind: claims, ids: ["ev:${A}", "ev:${C}"] }`)).toEqual([[A, B, C]]);
    expect(groups(`- { decide: keep-apart, kind: claims, ids: ["${A}", "${B}"] }`)).toEqual([[C], [A], [B]]);
  });

  test("splits what one report says of one happening", () => {
    const two = [report("a", [attack, attack])];
    const text = `- { decide: keep-apart, kind: claims, ids: ["${A}", "a:17-33:attack"] }`;
    expect(build("", two).events).toHaveLength(1);
    expect(build(text, two).events).toHaveLength(2);
  });

  test("survives new reports", () => {
    const text = `- { decide: keep-apart, kind: claims, ids: ["${A}", "${B}"] }`;
    const more = [...reports, report("d", [attack])];
    const { events } = build(text, more);
    const holder = (id: string) => events.find(({ claims }) => claims.includes(id))?.id;
    expect(holder(A)).not.toBe(holder(B));
  });

  test("leaves a misread claim out, with whatever pointed at it", () => {
    const told = [report("a", [attack, { type: "deny" as const, speaker: ["militia"], about: [0] }])];
    const { claims, events } = build(`- { decide: reject, claim: "${A}" }`, told);
    expect(events).toEqual([]);
    expect(claims.map(({ id, about }) => [id, about])).toEqual([["a:17-33:deny", []]]);
  });

  test("retypes, confirms, renames", () => {
    const { claims, entities } = build(
      `- { decide: retype, claim: "${A}", type: mobilize }\n- { decide: confirm, id: "${B}" }\n- { decide: rename, entity: base, name: Fort Bravo }\n`,
    );
    expect(claims.map(({ id, type, confidence }) => [id, type, confidence])).toEqual([
      [A, "mobilize", 0.8],
      [B, "attack", 1],
      [C, "attack", 0.8],
    ]);
    expect(entities.find(({ id }) => id === "base")?.name).toBe("Fort Bravo");
  });
});

describe("a decision that cannot be followed", () => {
  test("names what is no longer there, with file and line, and the build goes on", () => {
    const { events, notices } = build(
      `- { decide: reject, claim: "gone:1-2:attack" }\n- { decide: rename, entity: nobody, name: X }\n`,
    );
    expect(events).toHaveLength(2);
    expect(notices.map(({ code, message }) => [code, message.split(":").slice(0, 2).join(":")])).toEqual([
      ["decision/unknown-id", "decisions.yaml:1"],
      ["decision/unknown-id", "decisions.yaml:2"],
    ]);
  });

  test("contradicts another: both places are named, and the two stay apart", () => {
    const text = [
      `- { decide: keep-apart, kind: claims, ids: ["${A}", "${C}"] }`,
      `- { decide: merge, kind: claims, ids: ["${A}", "${B}"] }`,
      `- { decide: merge, kind: claims, ids: ["${B}", "${C}"] }`,
    ].join("\n");
    const { events, notices } = build(text);
    expect(events.map(({ claims }) => claims)).toEqual([[C], [A, B]]);
    expect(notices).toEqual([
      { code: "decision/conflict", message: expect.stringMatching(/yaml:3.*yaml:1/u) },
    ]);
  });

  test("rejected and retyped at once: the rejection holds, and both places are named", () => {
    const { claims, notices } = build(
      `- { decide: retype, claim: "${A}", type: mobilize }\n- { decide: reject, claim: "${A}" }\n`,
    );
    expect(claims.map(({ id }) => id)).toEqual([B, C]);
    expect(notices).toEqual([
      { code: "decision/conflict", message: expect.stringMatching(/yaml:1.*yaml:2/u) },
    ]);
  });

  test("said twice, or twice differently: the later one holds", () => {
    const { entities, notices } = build(
      [
        "- { decide: rename, entity: base, name: Fort Bravo }",
        "- { decide: rename, entity: base, name: Fort Bravo }",
        "- { decide: rename, entity: base, name: Fort Alpha }",
      ].join("\n"),
    );
    expect(entities.find(({ id }) => id === "base")?.name).toBe("Fort Alpha");
    expect(notices).toEqual([
      { code: "decision/repeated", message: expect.stringMatching(/yaml:2.*yaml:1/u) },
      { code: "decision/conflict", message: expect.stringMatching(/yaml:3.*yaml:2/u) },
    ]);
  });
});
