import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { openCase } from "../../src/case/index.ts";
import type { ClaimReading } from "../../src/extraction/index.ts";
import { EXIT, packagePath } from "../../src/shared/index.ts";
import { runCommand } from "../support/run-command.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = await temporaryFolder();
const corpus = packagePath("graph-data/corpus/levant");
const gold = join(corpus, "gold.json");
const caseFolder = join(root, "case");
const built = await runCommand("build", corpus, "--case", caseFolder);

describe("build", () => {
  test("prints a summary to stdout, and nothing else there", () => {
    expect(built.code).toBe(EXIT.ok);
    expect(built.out).toMatch(/26 reports/);
    expect(built.out).toMatch(/events/);
    expect(built.out).toMatch(/Contested/);
    expect(built.err).toMatch(/riposte view/);
  });

  test("with --json prints one JSON value", async () => {
    const { out, code } = await runCommand("build", corpus, "--case", caseFolder, "--json", "--quiet");
    expect(code).toBe(EXIT.ok);
    expect(JSON.parse(out)).toMatchObject({ case: caseFolder, fromCache: 26 });
  });
});

describe("explain", () => {
  test("an event told by several reports shows sentences of each", async () => {
    const { records } = await openCase(caseFolder);
    const told = records.events.find((event) => event.documents.length > 1);
    const { out, code } = await runCommand("explain", caseFolder, told?.id ?? "");
    expect(code).toBe(EXIT.ok);
    for (const id of told?.claims ?? []) {
      const claim = records.claims.find((item) => item.id === id);
      expect(out).toContain(claim?.evidence.text.replaceAll("\n", " ").slice(0, 40));
    }
  });

  test.each(["claim", "entity", "edge"])("a %s", async (kind) => {
    const { records } = await openCase(caseFolder);
    const { buildGraph } = await import("../../src/graph/index.ts");
    const ids = {
      claim: records.claims[0]?.id,
      entity: records.claims.flatMap((claim) => claim.agent)[0],
      edge: buildGraph(records).edges.find((edge) => edge.kind === "action")?.id,
    };
    const { out, code } = await runCommand("explain", caseFolder, ids[kind as keyof typeof ids] ?? "");
    expect([code, out.includes("“")]).toEqual([EXIT.ok, true]);
  });

  test("a claim is read again: the rules' steps, who could fill its roles, and its sentence as parsed", async () => {
    const { records } = await openCase(caseFolder);
    const claim = records.claims.find(({ agent, target }) => agent.length > 0 && target.length > 0);
    const { out } = await runCommand("explain", caseFolder, claim?.id ?? "");
    for (const part of ["How it was read", "Who could be its agent", "Who could be its target"])
      expect(out).toContain(part);
    expect(out).toMatch(/parsed\n(?:.*\n)*.* ◂ /);
    const json = await runCommand("explain", caseFolder, claim?.id ?? "", "--json");
    const { reading } = JSON.parse(json.out) as { reading: ClaimReading };
    for (const { candidates } of reading.roles) {
      expect(candidates.filter(({ chosen }) => chosen)).toHaveLength(1);
      expect(candidates.filter(({ byRules }) => byRules)).toHaveLength(1);
    }
  });

  test("a claim of a case whose packs are gone is shown without how it was read", async () => {
    const moved = join(root, "moved");
    await cp(caseFolder, moved, { recursive: true });
    const manifest = join(moved, "manifest.json");
    const text = await readFile(manifest, "utf8");
    await writeFile(manifest, text.replace('"world"', '"lost"'));
    const { records } = await openCase(moved);
    const { out, code } = await runCommand("explain", moved, records.claims[0]?.id ?? "");
    expect([code, out]).toEqual([EXIT.ok, expect.stringMatching(/How it was read is not known: .*lost/)]);
  });

  test("an id that is not there is answered with those that come near", async () => {
    const { err, code } = await runCommand("explain", caseFolder, "us-armed");
    expect(code).toBe(EXIT.input);
    expect(err).toMatch(/case\/unknown-id.*did you mean us-armed-forces/);
  });
});

describe("evaluate", () => {
  test("prints the figures of the case", async () => {
    const { out, code } = await runCommand("evaluate", caseFolder, gold);
    expect(code).toBe(EXIT.ok);
    expect(out).toMatch(/^graph +P/m);
    expect(out).toMatch(/^edges by type:/m);
  });

  test("a person agrees with himself", async () => {
    const { out } = await runCommand("evaluate", gold, gold, "--json");
    expect(JSON.parse(out)).toMatchObject({ claims: { f1: 1 }, edges: { f1: 1 } });
  });
});

describe("bad input is one line with a code, and its exit code", () => {
  const cases: readonly [name: string, args: readonly string[], code: string, exit: number][] = [
    ["no such report", ["build", join(root, "nowhere.txt")], "input/missing", EXIT.input],
    [
      "no such pack",
      ["build", corpus, "--pack", "atlantis", "--case", join(root, "x")],
      "pack/not-found",
      EXIT.input,
    ],
    ["no such case", ["explain", join(root, "nowhere"), "x"], "case/not-found", EXIT.input],
    ["no such gold", ["evaluate", caseFolder, join(root, "gold.json")], "input/missing", EXIT.input],
    [
      "gold of another shape",
      ["evaluate", caseFolder, packagePath("package.json")],
      "gold/bad-shape",
      EXIT.input,
    ],
    [
      "a confidence out of range",
      ["evaluate", caseFolder, gold, "--min-confidence", "2"],
      "usage/bad-value",
      EXIT.usage,
    ],
    ["too many arguments", ["explain", "a", "b", "c"], "usage/bad-value", EXIT.usage],
  ];
  test.each(cases)("%s", async (_name, args, code, exit) => {
    const result = await runCommand(...args);
    expect(result.code).toBe(exit);
    expect(result.err.trim().split("\n")).toHaveLength(1);
    expect(result.err).toContain(code);
    expect(result.out).toBe("");
  });

  test("a case folder that is a file", async () => {
    const path = join(root, "file");
    await writeFile(path, "");
    const { code, err } = await runCommand("build", corpus, "--case", path);
    expect([code, err.includes("case/unwritable")]).toEqual([EXIT.failed, true]);
  });

  test("a pack with a wrong field is named with file and line", async () => {
    const pack = join(root, "my-pack");
    await mkdir(pack);
    await writeFile(join(pack, "pack.yaml"), "title: { fr: Essai, en: Trial }\n");
    await writeFile(
      join(pack, "entities.yaml"),
      "- theme: Forts\n  type: Castle\n  entities:\n    - id: fort\n      names: { fr: Fort, en: Fort }\n",
    );
    const { code, err } = await runCommand("build", corpus, "--case", join(root, "y"), "--pack", pack);
    expect(code).toBe(EXIT.input);
    expect(err).toMatch(/pack\/bad-field: .*entities\.yaml:2:/);
  });

  test("an unknown command or option is answered by usage", async () => {
    expect((await runCommand("bild")).code).toBe(EXIT.usage);
    expect((await runCommand("build", corpus, "--cas", "x")).code).toBe(EXIT.usage);
  });
});

test("Ctrl-C during a build ends with 130 and leaves the case as it was", async () => {
  const before = await readFile(join(caseFolder, "manifest.json"), "utf8");
  const listening = process.listenerCount("SIGINT");
  const pending = runCommand("build", join(corpus, "001-k1-depeche.md"), "--case", caseFolder);
  while (process.listenerCount("SIGINT") === listening) await new Promise((resolve) => setImmediate(resolve));
  process.emit("SIGINT");
  const { code, err } = await pending;
  expect([code, err.includes("run/interrupted")]).toEqual([EXIT.interrupted, true]);
  expect(await readFile(join(caseFolder, "manifest.json"), "utf8")).toBe(before);
  expect(process.listenerCount("SIGINT")).toBe(listening);
});
