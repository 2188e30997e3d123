/**
 * Centrality against python-igraph, NetworkX and graphology-metrics: time, memory and agreement, on ICEWS event data
 * (where it lies beside the project) and on a synthetic graph. Each measure runs in a process of its own, one thread,
 * CPU time, the median of its repeats; ours and the peer's run directly after each other.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { csrFromArcs, Random } from "../src/analysis/index.ts";
import { packagePath } from "../src/shared/index.ts";

/** Real event tables, where they lie beside the project. */
export const DATA = packagePath("../shared/data");
const PEERS = packagePath("scripts/bench-peers");
const GRAPHS = ["icews14", "icews-all"] as const;

interface Run {
  readonly ms: readonly number[];
  readonly wall?: readonly number[];
  readonly peakMb?: number;
  readonly values: readonly number[];
}

type Library = "igraph" | "networkx" | "graphology";

interface Speed {
  readonly graph: string;
  readonly measure: string;
  readonly peer: Library;
  readonly repeats: number;
  readonly goal: string;
}

const SPEEDS: readonly Speed[] = [
  { graph: "icews14", measure: "betweenness", peer: "igraph", repeats: 3, goal: "≥ 2×, aim 5×" },
  { graph: "icews14", measure: "harmonic", peer: "igraph", repeats: 3, goal: "≥ 4×, aim 8×" },
  { graph: "synthetic", measure: "pagerank", peer: "graphology", repeats: 3, goal: "≥ 8×, aim 15×" },
  { graph: "synthetic", measure: "hits", peer: "graphology", repeats: 1, goal: "≥ 50×, aim 100×" },
  { graph: "synthetic", measure: "core", peer: "graphology", repeats: 3, goal: "≥ 20×, aim 50×" },
  { graph: "synthetic", measure: "components", peer: "graphology", repeats: 3, goal: "≥ 20×, aim 50×" },
  { graph: "icews-all", measure: "betweenness", peer: "igraph", repeats: 1, goal: "–" },
  { graph: "synthetic", measure: "pagerank", peer: "igraph", repeats: 3, goal: "–" },
  { graph: "synthetic", measure: "eigenvector", peer: "igraph", repeats: 3, goal: "–" },
  { graph: "synthetic", measure: "core", peer: "igraph", repeats: 3, goal: "–" },
  { graph: "icews14", measure: "triads", peer: "igraph", repeats: 3, goal: "–" },
  { graph: "icews14", measure: "leiden", peer: "igraph", repeats: 3, goal: "–" },
];

interface Agreement {
  readonly measure: string;
  readonly peer: Library;
  /** Largest difference over the largest value. */
  readonly goal: number;
}

const AGREEMENTS: readonly Agreement[] = [
  { measure: "betweenness", peer: "igraph", goal: 1e-9 },
  { measure: "harmonic", peer: "igraph", goal: 1e-9 },
  { measure: "pagerank", peer: "igraph", goal: 1e-7 },
  { measure: "pagerank", peer: "networkx", goal: 1e-7 },
  { measure: "eigenvector", peer: "igraph", goal: 1e-5 },
  { measure: "initiator", peer: "networkx", goal: 1e-5 },
  { measure: "target", peer: "networkx", goal: 1e-5 },
  { measure: "core", peer: "igraph", goal: 0 },
  { measure: "components", peer: "igraph", goal: 0 },
  { measure: "triads", peer: "igraph", goal: 0 },
  { measure: "reciprocity", peer: "igraph", goal: 1e-9 },
];

const out = (line = ""): void => {
  process.stdout.write(`${line}\n`);
};

export async function run(folder: string): Promise<void> {
  const install = installPeers(folder);
  const edges = await writeGraphs(folder);
  const present = (graph: string) => edges.has(graph);
  const measureOwn = (graph: string, measure: string, repeats: number) =>
    own(install.dist, edges.get(graph) ?? "", measure, repeats);
  const measurePeer = (library: Library, graph: string, measure: string, repeats: number) =>
    peer(install, library, edges.get(graph) ?? "", measure, repeats);

  out("| graph | measure (hits: ten rounds) | peer | peer, ms | ours, ms | ratio | goal |");
  out("| --- | --- | --- | ---: | ---: | ---: | --- |");
  for (const { graph, measure, peer: library, repeats, goal } of SPEEDS.filter((each) =>
    present(each.graph),
  )) {
    const theirs = median(measurePeer(library, graph, measure, repeats).ms);
    const ours = median(measureOwn(graph, measure, Math.max(repeats, 3)).ms);
    out(
      `| ${graph} | ${measure} | ${library} | ${theirs.toFixed(1)} | ${ours.toFixed(1)} | ${(theirs / ours).toFixed(1)}× | ${goal} |`,
    );
  }
  out();
  out("| all measures of one report | CPU, s | wall, s | peak memory, MB |");
  out("| --- | ---: | ---: | ---: |");
  for (const graph of ["icews14", "icews-all", "synthetic"].filter(present)) {
    const { ms, wall = [], peakMb = 0 } = measureOwn(graph, "all", 1);
    out(
      `| ${graph} | ${(median(ms) / 1000).toFixed(1)} | ${(median(wall) / 1000).toFixed(1)} | ${peakMb.toFixed(0)} |`,
    );
  }
  out();
  printSampling(["icews14", "icews-all"].filter(present), measureOwn);
  if (!present("icews14")) return;
  out();
  out("| icews14: agreement | peer | largest difference ÷ largest value | same top ten | goal |");
  out("| --- | --- | ---: | --- | --- |");
  for (const { measure, peer: library, goal } of AGREEMENTS) {
    const theirs = measurePeer(library, "icews14", measure, 1).values;
    const ours = measureOwn("icews14", measure, 1).values;
    const difference =
      measure === "components" ? (samePartition(ours, theirs) ? 0 : 1) : largestDifference(ours, theirs);
    const top = ours.length > 20 && measure !== "components" ? (sameTop(ours, theirs) ? "yes" : "no") : "–";
    out(`| ${measure} | ${library} | ${difference.toExponential(1)} | ${top} | ${goal} |`);
  }
}

/** Bounds and errors of sampled betweenness, in points: per cent of the pairs of other nodes. */
function printSampling(
  graphs: readonly string[],
  measureOwn: (...of: [string, string, number]) => Run,
): void {
  out("| sampled betweenness | CPU, s | widest bound | bound near 0 | largest error | outside their bound |");
  out("| --- | ---: | ---: | ---: | ---: | ---: |");
  for (const graph of graphs) {
    const exact = measureOwn(graph, "betweenness", 1).values;
    const { ms, values } = measureOwn(graph, "sampledBetweenness", 1);
    const point = ((exact.length - 1) * (exact.length - 2)) / 200;
    const bounds = exact.map((_, v) => (values[2 * v + 1] ?? 0) / point);
    const errors = exact.map((value, v) => Math.abs(value - (values[2 * v] ?? 0)) / point);
    const outside = errors.filter((error, v) => error > (bounds[v] ?? 0) + 1e-9).length;
    const narrow = bounds.filter((bound) => bound > 0).reduce((low, bound) => Math.min(low, bound), Infinity);
    const widest = bounds.reduce((high, bound) => Math.max(high, bound), 0);
    const worst = errors.reduce((high, error) => Math.max(high, error), 0);
    out(
      `| ${graph} | ${(median(ms) / 1000).toFixed(1)} | ${widest.toFixed(2)} | ${narrow.toFixed(3)} | ${worst.toFixed(2)} | ${outside} |`,
    );
  }
}

interface Peers {
  readonly python: string;
  readonly nodePath: string;
  /** Folder of the compiled product. */
  readonly dist: string;
}

function installPeers(folder: string): Peers {
  mkdirSync(folder, { recursive: true });
  const python = join(folder, "venv/bin/python");
  if (!existsSync(python)) {
    execFileSync("python3", ["-m", "venv", join(folder, "venv")]);
    execFileSync(python, ["-m", "pip", "install", "--quiet", "igraph", "networkx", "numpy", "scipy"], {
      stdio: "inherit",
    });
  }
  const nodePath = join(folder, "node_modules");
  if (!existsSync(join(nodePath, "graphology-metrics"))) {
    const packages = ["graphology", "graphology-metrics", "graphology-components", "graphology-cores"];
    execFileSync("npm", ["install", "--prefix", folder, "--no-save", ...packages], { stdio: "ignore" });
  }
  const dist = join(folder, "dist");
  execFileSync(
    "npx",
    [
      "tsc",
      "-p",
      packagePath("tsconfig.build.json"),
      "--outDir",
      dist,
      "--declaration",
      "false",
      "--noCheck",
    ],
    { stdio: "inherit", cwd: packagePath(".") },
  );
  writeFileSync(join(folder, "package.json"), readFileSync(packagePath("package.json")));
  return { python, nodePath, dist };
}

function own(dist: string, edges: string, measure: string, repeats: number): Run {
  return runJson("node", [join(PEERS, "own.mjs"), dist, edges, measure, String(repeats)]);
}

function peer(install: Peers, library: Library, edges: string, measure: string, repeats: number): Run {
  return library === "graphology"
    ? runJson("node", [join(PEERS, "graphology.cjs"), edges, measure, String(repeats)], install.nodePath)
    : runJson(install.python, [join(PEERS, "centrality.py"), edges, library, measure, String(repeats)]);
}

function runJson(command: string, args: readonly string[], nodePath?: string): Run {
  const text = execFileSync(command, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      OMP_NUM_THREADS: "1",
      OPENBLAS_NUM_THREADS: "1",
      ...(nodePath && { NODE_PATH: nodePath }),
    },
  });
  return JSON.parse(text) as Run;
}

/** Edge lists by name, in the binary form that the runners read: collapsed, directed, without loops. */
async function writeGraphs(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of GRAPHS) {
    const source = join(DATA, `${name}.tsv.gz`);
    if (!existsSync(source)) {
      process.stderr.write(`${name}: skipped, ${source} is not there\n`);
      continue;
    }
    const { nodes, arcs } = readTable(source);
    files.set(name, writeEdges(join(folder, `${name}.edges`), nodes, arcs));
  }
  files.set(
    "synthetic",
    writeEdges(join(folder, "synthetic.edges"), 100_000, syntheticArcs(100_000, 1_000_000)),
  );
  return files;
}

/** Actors of an event table as numbers, in order of appearance, and an arc for each event. */
export function readTable(path: string): { nodes: number; arcs: (readonly [number, number])[] } {
  const numbers = new Map<string, number>();
  const numberOf = (actor: string) => {
    const known = numbers.get(actor);
    if (known !== undefined) return known;
    numbers.set(actor, numbers.size);
    return numbers.size - 1;
  };
  const arcs = gunzipSync(readFileSync(path))
    .toString("utf8")
    .split("\n")
    .flatMap((line) => {
      const [subject, , object] = line.split("\t");
      return subject && object ? [[numberOf(subject), numberOf(object)] as const] : [];
    });
  return { nodes: numbers.size, arcs };
}

/** Ends drawn with a preference for low numbers, so that some nodes have many arcs. */
function syntheticArcs(nodes: number, arcs: number): (readonly [number, number])[] {
  const random = new Random(1);
  const draw = () => Math.floor(nodes * random.next() ** 2);
  return Array.from({ length: arcs }, () => [draw(), draw()] as const);
}

function writeEdges(path: string, nodes: number, arcs: readonly (readonly [number, number])[]): string {
  const kept = arcs.filter(([source, target]) => source !== target);
  const graph = csrFromArcs(
    nodes,
    Uint32Array.from(kept, ([source]) => source),
    Uint32Array.from(kept, ([, target]) => target),
  );
  const sources = new Uint32Array(graph.targets.length);
  for (let v = 0; v < nodes; v++) sources.fill(v, graph.offsets[v], graph.offsets[v + 1]);
  const parts = [Uint32Array.of(nodes, graph.targets.length), sources, graph.targets, graph.weights];
  writeFileSync(
    path,
    Buffer.concat(parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength))),
  );
  return path;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function largestDifference(ours: readonly number[], theirs: readonly number[]): number {
  const largest = theirs.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const difference = theirs.reduce((max, value, i) => Math.max(max, Math.abs(value - (ours[i] ?? 0))), 0);
  return largest === 0 ? difference : difference / largest;
}

const topTen = (values: readonly number[]): number[] =>
  Array.from(values.keys())
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)
    .slice(0, 10);

/** The ten largest in the same order; values closer than rounding may change places. */
function sameTop(ours: readonly number[], theirs: readonly number[]): boolean {
  const [a, b] = [topTen(ours), topTen(theirs)];
  return a.every(
    (node, place) =>
      Math.abs((theirs[node] ?? 0) - (theirs[b[place] ?? 0] ?? 0)) <= 1e-9 * Math.abs(theirs[node] ?? 0),
  );
}

function samePartition(ours: readonly number[], theirs: readonly number[]): boolean {
  const pairs = new Set(ours.map((group, v) => `${group} ${theirs[v]}`));
  return pairs.size === new Set(ours).size && pairs.size === new Set(theirs).size;
}
