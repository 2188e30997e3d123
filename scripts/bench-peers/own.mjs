/**
 * Riposte's own measures on one edge list, from the compiled product: CPU time, values and peak memory. Form of the
 * file and of the answer: centrality.py.
 *
 * usage: node own.mjs DIST EDGES MEASURE REPEATS
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [dist, path, measure, repeats] = process.argv.slice(2);
const load = (module) => import(pathToFileURL(`${dist}/analysis/${module}.js`).href);
const { csrFromArcs, undirected } = await load("csr");
const graph = readGraph(path);
const both = undirected(graph);

const MEASURES = {
  betweenness: async () => {
    const { betweenness } = await load("measures/betweenness");
    return () => betweenness(both);
  },
  // Interleaved: the estimate and the half-width of each node.
  sampledBetweenness: async () => {
    const { sampledBetweenness } = await load("measures/sampled-betweenness");
    const { Random } = await load("random");
    return () => {
      const { values, halfWidths } = sampledBetweenness(both, { samples: 100_000, random: new Random(1) });
      return Array.from(values).flatMap((value, v) => [value, halfWidths[v]]);
    };
  },
  harmonic: async () => {
    const { harmonicCloseness } = await load("measures/harmonic");
    return () => harmonicCloseness(both);
  },
  pagerank: async () => {
    const { pageRank } = await load("measures/pagerank");
    return () => pageRank(graph);
  },
  eigenvector: async () => {
    const { eigenvectorCentrality } = await load("measures/eigenvector");
    return () => eigenvectorCentrality(both);
  },
  hits: async () => {
    const { hits } = await load("measures/hits");
    return () => hits(graph, { tolerance: 0, maxRounds: 10 }).initiators;
  },
  initiator: async () => {
    const { hits } = await load("measures/hits");
    return () => hits(graph, { tolerance: 1e-13 }).initiators;
  },
  target: async () => {
    const { hits } = await load("measures/hits");
    return () => hits(graph, { tolerance: 1e-13 }).targets;
  },
  core: async () => {
    const { coreNumbers } = await load("measures/core-number");
    return () => coreNumbers(both);
  },
  components: async () => {
    const { weakComponents } = await load("measures/components");
    return () => weakComponents(both).component;
  },
  strong: async () => {
    const { strongComponents } = await load("measures/components");
    return () => strongComponents(graph).component;
  },
  leiden: async () => {
    const { communities } = await load("measures/communities");
    const { Random } = await load("random");
    return () => [communities(both, { random: new Random(1) }).modularity];
  },
  triads: async () => {
    const { triadCensus, TRIAD_TYPES } = await load("measures/triad-census");
    return () => {
      const census = triadCensus(graph);
      return TRIAD_TYPES.map((type) => census[type]);
    };
  },
  reciprocity: async () => {
    const { reciprocity } = await load("measures/reciprocity");
    return () => [reciprocity(graph).share];
  },
  all: async () => {
    const { measureNetwork } = await load("network-measures");
    return () => [measureNetwork(graph).communities.modularity];
  },
};

const run = await MEASURES[measure]();
const ms = [];
const wall = [];
let values;
for (let i = 0; i < Number(repeats); i++) {
  const start = process.cpuUsage();
  const clock = performance.now();
  values = run();
  const { user, system } = process.cpuUsage(start);
  ms.push((user + system) / 1000);
  wall.push(performance.now() - clock);
}
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ ms, wall, peakMb, values: Array.from(values) }));

/** The rows alone outlive the call, so that the file's bytes do not count as memory of the measures. */
function readGraph(file) {
  const bytes = readFileSync(file);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const [nodes, arcs] = new Uint32Array(buffer, 0, 2);
  return csrFromArcs(
    nodes,
    new Uint32Array(buffer, 8, arcs),
    new Uint32Array(buffer, 8 + 4 * arcs, arcs),
    new Float64Array(buffer.slice(8 + 8 * arcs)),
  );
}
