import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { openCase } from "../../src/case/index.ts";
import { parseDecisions, type ReviewItem } from "../../src/resolution/index.ts";
import { packagePath } from "../../src/shared/index.ts";
import { runCommand } from "../support/run-command.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = await temporaryFolder();
const caseFolder = join(root, "case");
const decisionsFile = join(caseFolder, "decisions.yaml");
const reports = ["016-revue-officielle-juin.md", "017-euphrates-monitor-june.md"].map((name) =>
  packagePath(`graph-data/corpus/levant/${name}`),
);
await runCommand("build", ...reports, "--case", caseFolder);
const before = (await openCase(caseFolder)).records;
const queue = JSON.parse((await runCommand("review", caseFolder, "--json")).out) as ReviewItem[];

/** The command as a person runs it, typing these lines. */
const review = (lines: string) =>
  spawnSync(process.execPath, ["--import", "tsx", packagePath("src/cli/main.ts"), "review", caseFolder], {
    input: lines,
    encoding: "utf8",
  });
const typed = (at: number, then: string): string => `${"\n".repeat(at)}1\n${then}`;
const decidable = queue.findIndex(({ choices }) => choices.length > 0);

describe("review", () => {
  test("lists what there is to decide, worst first", async () => {
    const { out } = await runCommand("review", caseFolder, "--list");
    expect(out.trimEnd().split("\n")).toHaveLength(queue.length);
    expect(out).toContain(queue[0]?.question);
  });

  test("a decision taken back leaves the case as it was", async () => {
    await writeFile(decisionsFile, "# mine\n");
    expect(review(typed(decidable, "u\nq\n")).status).toBe(0);
    expect(parseDecisions(await readFile(decisionsFile, "utf8"), "f")).toEqual([]);
    expect((await openCase(caseFolder)).records).toEqual(before);
  });

  test("a decision is kept with its evidence shown, applied, and survives the next build", async () => {
    const { stdout, status } = review(typed(decidable, "q\n"));
    expect(status).toBe(0);
    expect(stdout).toContain(queue[decidable]?.sides[0]?.lines[0]);
    const kept = parseDecisions(await readFile(decisionsFile, "utf8"), "f");
    expect(kept.map(({ place: _place, ...decision }) => decision)).toEqual(
      queue[decidable]?.choices[0]?.decisions,
    );
    await runCommand("build", ...reports, "--case", caseFolder);
    const { out } = await runCommand("review", caseFolder, "--json");
    expect((JSON.parse(out) as ReviewItem[]).map(({ id }) => id)).not.toContain(queue[decidable]?.id);
  });
});
