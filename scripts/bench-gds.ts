/** Measures of a real Neo4j with Graph Data Science against Riposte's own, on ICEWS 2014: agreement and time. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { csrFromArcs, measureNetwork, type NodeMeasure } from "../src/analysis/index.ts";
import { openDataScience } from "../src/gds/index.ts";
import { neo4jAddress } from "../src/neo4j/index.ts";
import { DATA, largestDifference, readTable } from "./bench-analysis.ts";
import { findPrograms } from "./neo4j/programs.ts";
import { Neo4jServer } from "./neo4j/server.ts";

const TABLE = join(DATA, "icews14.tsv.gz");

/** Prints the figures as Markdown. */
export async function run(): Promise<void> {
  const programs = findPrograms();
  if ("missing" in programs) throw new Error(programs.missing);
  if (!existsSync(TABLE)) throw new Error(`${TABLE} is not there`);
  const { nodes, arcs } = readTable(TABLE);
  const kept = arcs.filter(([source, target]) => source !== target);
  const graph = csrFromArcs(
    nodes,
    Uint32Array.from(kept, ([source]) => source),
    Uint32Array.from(kept, ([, target]) => target),
  );
  const server = await Neo4jServer.start(programs, { dataScience: true });
  const engine = await openDataScience(neo4jAddress({ uri: server.uri }, {}));
  try {
    const started = performance.now();
    const given = await engine.measure(graph, {});
    const answered = performance.now();
    const own = measureNetwork(graph);
    print(
      `icews14, ${given.by}: ${seconds(started, answered)} s, sending and reading included; Riposte, all of a`,
    );
    print(`report's measures: ${seconds(answered, performance.now())} s.\n`);
    print("| measure | largest difference ÷ largest value |\n| --- | ---: |");
    for (const [name, values] of Object.entries(given.nodes)) {
      const difference = largestDifference(Array.from(own.nodes[name as NodeMeasure]), Array.from(values));
      print(`| ${name} | ${difference.toExponential(1)} |`);
    }
  } finally {
    await engine.close();
    await server.dispose();
  }
}

const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
