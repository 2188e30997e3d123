/**
 * Loading measured: the driver in batches against one query a row on the same server in one run, against
 * `neo4j-admin import`, and the embedded engine; the product is compiled for it. `npm run bench -- neo4j`;
 * RIPOSTE_BENCH_EDGES sets the size.
 */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import { fileSink, IMPORT_COMMAND, neo4jAdmin } from "../src/export/index.ts";
import { edgeRow } from "../src/export/neo4j/rows.ts";
import { mergeEdges } from "../src/export/neo4j/statements.ts";
import { propertyEdge } from "../src/graph/index.ts";
import { embeddedEngine, runQuery } from "../src/query/index.ts";
import { packagePath } from "../src/shared/index.ts";
import { syntheticGraph } from "../test/support/synthetic-graph.ts";
import { findPrograms } from "./neo4j/programs.ts";
import { Neo4jServer } from "./neo4j/server.ts";

const EDGES = Number(process.env.RIPOSTE_BENCH_EDGES ?? 1_000_000);
const NODES = EDGES / 10;
/** Rows of the one-query-a-row sample. */
const SAMPLE = 2000;

interface Measured {
  readonly seconds: number;
  /** Of the measuring process: processor time, and the most memory that it held. */
  readonly cpuSeconds?: number;
  readonly peakMb?: number;
}

/** Prints the figures as Markdown. */
export async function run(): Promise<void> {
  const programs = findPrograms();
  if ("missing" in programs) throw new Error(programs.missing);
  const folder = await mkdtemp(join(tmpdir(), "riposte-bench-"));
  const compiled = await compile();
  print(`Loading ${NODES} nodes and ${EDGES} relationships, 2g of heap, all in one run.\n`);
  print(
    "| what | seconds | rows/s | processor seconds of the client | its peak, MB |\n| --- | --- | --- | --- | --- |",
  );
  const row = (what: string, rows: number, { seconds, cpuSeconds, peakMb }: Measured) =>
    print(
      `| ${what} | ${seconds.toFixed(1)} | ${Math.round(rows / seconds)} | ${cpuSeconds?.toFixed(1) ?? ""} | ${peakMb?.toFixed(0) ?? ""} |`,
    );

  const server = await Neo4jServer.start(programs, {
    heap: "2g",
    settings: ["server.memory.pagecache.size=1g"],
  });
  const total = NODES + EDGES;
  try {
    const batched = inOwnProcess(
      compiled,
      `await neo4jSink(neo4jAddress({ uri: "${server.uri}" }, {})).write(graph);`,
    );
    row("driver, batches", total, batched);
    const single = await oneQueryARow(server.uri);
    row(`driver, one query a row (${SAMPLE} relationships)`, SAMPLE, single);

    await server.kill();
    const bulk = await importWith(server, folder);
    row("writing the importer's files", total, bulk.files);
    row("neo4j-admin import", total, bulk.load);
    const rate = (rows: number, { seconds }: Measured) => rows / seconds;
    print(`\nbatches / one query a row: ${(rate(total, batched) / rate(SAMPLE, single)).toFixed(0)}×`);
    print(
      `import / batches: ${(batched.seconds / bulk.load.seconds).toFixed(1)}× (${(batched.seconds / (bulk.load.seconds + bulk.files.seconds)).toFixed(1)}× with the writing of its files)\n`,
    );
  } finally {
    await server.dispose();
  }

  const store = join(folder, "graph.grafeo");
  row(
    "embedded engine, with dates",
    total,
    inOwnProcess(compiled, `await buildStore(${JSON.stringify(store)}, graph);`),
  );
  const engine = embeddedEngine(store);
  const started = performance.now();
  await runQuery(
    engine,
    "MATCH (a:Country)-[r:ATTACKED]->(b) RETURN a.name AS name, count(r) AS n ORDER BY n DESC, name LIMIT 10",
  );
  print(`\nfirst query on it, opening included: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  await engine.close();
  for (const made of [folder, compiled]) await rm(made, { recursive: true, force: true });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Compiles the product and the synthetic graph into a folder inside the project, where modules find their packages. */
async function compile(): Promise<string> {
  const cache = packagePath(".cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "bench-"));
  for (const file of ["package.json", "graph-data"]) await symlink(packagePath(file), join(folder, file));
  const project = {
    extends: packagePath("tsconfig.json"),
    compilerOptions: {
      noEmit: false,
      rootDir: packagePath("."),
      outDir: ".",
    },
    include: ["src", "test/support/synthetic-graph.ts"].map(packagePath),
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(project));
  const { status } = spawnSync(packagePath("node_modules/.bin/tsc"), ["-p", folder], { stdio: "inherit" });
  if (status !== 0) throw new Error("the product does not compile");
  return folder;
}

/** Runs a statement on the synthetic graph in a process of its own, whose memory is then its own too. */
function inOwnProcess(compiled: string, statement: string): Measured {
  const program = `
    import { neo4jSink } from "./src/export/index.js";
    import { neo4jAddress } from "./src/neo4j/index.js";
    import { buildStore } from "./src/query/index.js";
    import { syntheticGraph } from "./test/support/synthetic-graph.js";
    const graph = syntheticGraph({ nodes: ${NODES}, edges: ${EDGES} });
    const started = performance.now();
    ${statement}
    const { user, system } = process.cpuUsage();
    console.log(JSON.stringify({
      seconds: (performance.now() - started) / 1000,
      cpuSeconds: (user + system) / 1e6,
      peakMb: process.resourceUsage().maxRSS / 1000,
    }));`;
  const { stdout, status } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: compiled,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error("the measured process failed");
  return JSON.parse(stdout) as Measured;
}

/** The same statement with one row at a time, each in a transaction of its own. */
async function oneQueryARow(uri: string): Promise<Measured> {
  const driver = neo4j.driver(uri);
  const session = driver.session();
  const rows = [...syntheticGraph({ nodes: NODES, edges: SAMPLE, seed: 7 }).edges].map((edge) =>
    edgeRow(propertyEdge({ ...edge, id: `single-${edge.id}` })),
  );
  const statement = mergeEdges("ATTACKED");
  const started = performance.now();
  for (const row of rows) await session.run(statement, { rows: [row], digest: "bench" });
  const seconds = (performance.now() - started) / 1000;
  await driver.close();
  return { seconds };
}

async function importWith(server: Neo4jServer, folder: string): Promise<{ files: Measured; load: Measured }> {
  const graph = syntheticGraph({ nodes: NODES, edges: EDGES });
  const started = performance.now();
  await fileSink(join(folder, "import"), neo4jAdmin).write(graph);
  const written = performance.now();
  const args = IMPORT_COMMAND.split(" ")
    .slice(1)
    .map((part) => part.replace(/=(\S+\.csv)$/, (_, file: string) => `=${join(folder, "import", file)}`));
  server.admin(args);
  return {
    files: { seconds: (written - started) / 1000 },
    load: { seconds: (performance.now() - written) / 1000 },
  };
}
