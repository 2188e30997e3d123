import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { type Manifest, saveCase } from "../../src/case/index.ts";
import { EXIT } from "../../src/shared/index.ts";
import { goldRecords } from "../support/gold-records.ts";
import { runCommand } from "../support/run-command.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = await temporaryFolder();
const caseFolder = join(root, "case");
const manifest: Omit<Manifest, "files"> = {
  format: 1,
  riposte: "0.1.0",
  packs: [],
  extractor: { name: "gold", version: "1" },
  inputs: {},
  skipped: [],
  notices: [],
  synthetic: true,
};
await saveCase(caseFolder, goldRecords(), manifest);
const report = (...args: readonly string[]) => runCommand("report", caseFolder, ...args);

describe("report", () => {
  test("writes a page, and says where and that its corpus is for demonstration", async () => {
    const out = join(root, "report.html");
    const { code, out: printed, err } = await report("--out", out, "--language", "en");
    expect({ code, printed }).toEqual({ code: EXIT.ok, printed: "" });
    expect(err).toContain(out);
    expect(err).toContain("not a source");
    expect(await readFile(out, "utf8")).toMatch(/^<!doctype html>\n<html lang="en">/);
  });

  test("csv: one table to standard output, or every table into a folder", async () => {
    const { out } = await report("--format", "csv", "--table", "pairs");
    expect(out.split("\r\n")[0]).toBe("from,to,weight,back");
    await report("--format", "csv", "--out", join(root, "tables"));
    const files = await readdir(join(root, "tables"));
    expect(files).toContain("actors.csv");
    expect(await readFile(join(root, "tables/pairs.csv"), "utf8")).toBe(out);
  });

  test("--json compares two periods", async () => {
    const { out, code } = await report("--json", "--from", "2021-01-01", "--compare-to", "2020-12-31");
    expect(code).toBe(EXIT.ok);
    const { tables, title } = JSON.parse(out) as { title: string; tables: Record<string, unknown[]> };
    expect(title).not.toBe("");
    expect(tables["comparison-ranks"]?.length).toBeGreaterThan(5);
  });

  test("a case compared with itself has moved nobody", async () => {
    const { out } = await report("--json", "--compare", caseFolder);
    const { tables } = JSON.parse(out) as { tables: Record<string, { move: number | null }[]> };
    expect(new Set(tables["comparison-ranks"]?.map(({ move }) => move))).toEqual(new Set([0]));
  });

  test.each([
    [["--types", "bombing"], EXIT.usage, "analysis/bad-projection"],
    [["--without", "Nobody"], EXIT.usage, "analysis/bad-projection"],
    [["--from", "yesterday"], EXIT.usage, "analysis/bad-projection"],
    [["--min-confidence", "much"], EXIT.usage, "usage/bad-value"],
    [["--format", "pdf"], EXIT.usage, "usage/bad-value"],
    [["--engine", "other"], EXIT.usage, "usage/bad-value"],
    [["--engine", "gds", "--uri", "bolt://127.0.0.1:9"], EXIT.service, "sink/unreachable"],
    [["--language", "de"], EXIT.usage, "usage/bad-value"],
    [["--format", "csv", "--table", "none"], EXIT.usage, "usage/bad-value"],
    [["--compare", join(root, "nowhere")], EXIT.input, "case/not-found"],
  ])("%j is an error of one line", async (args, exit, code) => {
    const { code: actual, err, out } = await report(...args);
    expect({ actual, out }).toEqual({ actual: exit, out: "" });
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toContain(code);
  });
});
