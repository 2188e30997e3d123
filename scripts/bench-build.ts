/**
 * How long builds take: `npm run build && npx tsx scripts/bench-build.ts [--keep FOLDER]`, or `npm run bench -- build`.
 *
 * - the annotated web reports beside the project (skipped where they are not), read anew on one core
 * - a case of 1,000 reports (scripts/bench/varied-reports.ts), re-opened and rebuilt with nothing changed and after one
 *   report changed
 *
 * Each build is a `riposte build` of the compiled files in a process of its own. Seconds of processor time count what
 * all its threads worked, so they hold on a busy machine, where wall time does not. `--keep` leaves reports and case
 * in FOLDER, and reads them from there the next time.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { readReports } from "../src/documents/index.ts";
import { loadPacks } from "../src/packs/index.ts";
import { packagePath } from "../src/shared/index.ts";
import { variedReports } from "./bench/varied-reports.ts";

const CORPUS = packagePath("graph-data/corpus/levant");
const SEEDS = packagePath("../shared/seeds");
const REPORTS = 1000;
/** Rebuilds measured; the middle one counts. */
const REBUILDS = 5;

interface Cost {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds of processor time, over all threads. */
  readonly cpu: number;
}

/** Writes the processor time of a process, in microseconds, to its standard error when it ends. */
const REPORT_CPU =
  'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write(String(user+system))})';

/** What one `riposte build` costs as a process of its own, from the compiled files. */
function costOfBuild(reports: string, caseFolder: string): Cost {
  const start = process.hrtime.bigint();
  const main = packagePath("dist/cli/main.js");
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", REPORT_CPU, main, "build", reports, "--case", caseFolder, "--quiet"],
    { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return { wall: Number(process.hrtime.bigint() - start) / 1e9, cpu: Number(stderr) / 1e6 };
}

async function writeReports(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { documents } = await readReports([CORPUS]);
  for (const { text, ...metadata } of variedReports(documents, loadPacks(["levant"]), count)) {
    const { sha256: _of, publishedFrom: _from, ...front } = metadata;
    const lines = Object.entries(front).map(([field, value]) => `${field}: ${JSON.stringify(value)}`);
    await writeFile(join(folder, `${front.id}.md`), `---\n${lines.join("\n")}\n---\n${text}\n`);
  }
}

const shown = ({ wall, cpu }: Cost): string =>
  `${cpu.toFixed(2)} s of processor time, ${wall.toFixed(2)} s on the clock`;
const middle = (costs: readonly Cost[]): Cost =>
  [...costs].sort((a, b) => a.cpu - b.cpu)[costs.length >> 1] as Cost;

/** Runs the benchmarks of the build and gives lines for a report. */
async function benchBuild(root: string): Promise<string[]> {
  const lines: string[] = [];
  if (existsSync(SEEDS)) {
    await rm(join(root, "seeds"), { recursive: true, force: true });
    lines.push(`web reports (5), read anew: ${shown(costOfBuild(SEEDS, join(root, "seeds")))}`);
  } else lines.push("web reports: skipped, ../shared/seeds is not here");
  const [reports, folder] = [join(root, "reports"), join(root, "case")];
  if (!existsSync(reports)) await writeReports(reports, REPORTS);
  if (!existsSync(folder))
    lines.push(`${REPORTS} reports, read anew: ${shown(costOfBuild(reports, folder))}`);
  costOfBuild(reports, folder);
  const same = Array.from({ length: REBUILDS }, () => costOfBuild(reports, folder));
  lines.push(`${REPORTS} reports, nothing changed: ${shown(middle(same))}`);
  const changed = join(reports, "014-drone-erbil-tv-horizon-20.md");
  const text = await readFile(changed, "utf8");
  const edited: Cost[] = [];
  for (let turn = 0; turn < REBUILDS; turn++) {
    await writeFile(changed, `${text}\nLe porte-parole a démenti toute perte, ${turn} fois.\n`);
    edited.push(costOfBuild(reports, folder));
  }
  await writeFile(changed, text);
  lines.push(`${REPORTS} reports, one changed: ${shown(middle(edited))}`);
  return lines;
}

/** For `npm run bench -- build`. */
export async function run(): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), "riposte-bench-"));
  try {
    for (const line of await benchBuild(root)) process.stdout.write(`- ${line}\n`);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { keep } = parseArgs({ options: { keep: { type: "string" } } }).values;
  if (keep === undefined) await run();
  else for (const line of await benchBuild(keep)) process.stdout.write(`- ${line}\n`);
}
