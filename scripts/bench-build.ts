/**
 * How long builds take: `npx tsx scripts/bench-build.ts`.
 *
 * - the annotated web reports beside the project (skipped where they are not), read anew on one core
 * - a case of 1,000 reports, made from paragraphs of the demonstration corpus, re-opened and rebuilt after one report
 *   changed; as a ratio to its first build in the same run
 */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { packagePath } from "../src/shared/index.ts";

const CORPUS = packagePath("graph-data/corpus/levant");
const SEEDS = packagePath("../shared/seeds");
const REPORTS = 1000;

/** Seconds that one `riposte build` takes as a process of its own, from the compiled files. */
function secondsToBuild(reports: string, caseFolder: string): number {
  const start = process.hrtime.bigint();
  execFileSync(
    process.execPath,
    [packagePath("dist/cli/main.js"), "build", reports, "--case", caseFolder, "--quiet"],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** Writes reports whose paragraphs come from the corpus, in a fixed rotation, each with its own date. */
async function writeReports(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(CORPUS)).filter((name) => name.endsWith(".md")).sort();
  const bodies = await Promise.all(
    names.map(async (name) =>
      (await readFile(join(CORPUS, name), "utf8"))
        .replace(/^---\n[\s\S]*?\n---\n/, "")
        .trim()
        .split(/\n\s*\n/),
    ),
  );
  for (let i = 0; i < count; i++) {
    const body = bodies[i % bodies.length] ?? [];
    const turn = Math.floor(i / bodies.length) % Math.max(1, body.length);
    const day = new Date(Date.UTC(2019, 0, 1) + i * 86_400_000).toISOString().slice(0, 10);
    const head = `---\nid: report-${String(i).padStart(4, "0")}\npublisher: Outlet ${i % 23}\npublished: ${day}\n---\n`;
    await writeFile(
      join(folder, `${i}.md`),
      `${head}\n${[...body.slice(turn), ...body.slice(0, turn)].join("\n\n")}\n`,
    );
  }
}

const seconds = (value: number) => `${value.toFixed(2)} s`;

/** Runs the build benchmarks and gives lines for a report. */
export async function benchBuild(): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), "riposte-bench-"));
  const lines: string[] = [];
  try {
    if (existsSync(SEEDS))
      lines.push(`web reports (5), read anew: ${seconds(secondsToBuild(SEEDS, join(root, "seeds")))}`);
    else lines.push("web reports: skipped, ../shared/seeds is not here");
    const reports = join(root, "reports");
    const folder = join(root, "case");
    await writeReports(reports, REPORTS);
    const first = secondsToBuild(reports, folder);
    const changed = join(reports, "500.md");
    await writeFile(changed, `${await readFile(changed, "utf8")}\nLe porte-parole a démenti toute perte.\n`);
    const again = secondsToBuild(reports, folder);
    lines.push(`${REPORTS} reports, read anew: ${seconds(first)}`);
    lines.push(`${REPORTS} reports, one changed: ${seconds(again)} (${(first / again).toFixed(1)}× faster)`);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  return lines;
}

if (process.argv[1] === packagePath("scripts/bench-build.ts")) {
  for (const line of await benchBuild()) process.stdout.write(`${line}\n`);
}
