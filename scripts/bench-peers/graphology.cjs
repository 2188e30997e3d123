/**
 * Measures of graphology's own libraries on one edge list: CPU time and values. Form of the file and of the answer:
 * centrality.py. The libraries are found in the folder that NODE_PATH names.
 *
 * usage: node graphology.cjs EDGES MEASURE REPEATS
 */
const { readFileSync } = require("node:fs");
const { DirectedGraph, UndirectedGraph } = require("graphology");

const [path, measure, repeats] = process.argv.slice(2);
const bytes = readFileSync(path);
const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
const [nodes, arcs] = new Uint32Array(buffer, 0, 2);
const sources = new Uint32Array(buffer, 8, arcs);
const targets = new Uint32Array(buffer, 8 + 4 * arcs, arcs);
const weights = new Float64Array(buffer.slice(8 + 8 * arcs));

function build(Graph, loops) {
  const graph = new Graph();
  for (let v = 0; v < nodes; v++) graph.addNode(String(v));
  for (let arc = 0; arc < arcs; arc++) {
    if (!loops && sources[arc] === targets[arc]) continue;
    graph.updateEdge(String(sources[arc]), String(targets[arc]), (attributes) => ({
      weight: (attributes.weight ?? 0) + weights[arc],
    }));
  }
  return graph;
}

const listed = (values) => Array.from({ length: nodes }, (_, v) => values[v]);
/** The same bound on the sum of changes as ours: graphology multiplies its tolerance by the number of nodes. */
const tolerance = 1e-10 / nodes;

const MEASURES = {
  betweenness: () => {
    const measured = require("graphology-metrics/centrality/betweenness");
    const graph = build(UndirectedGraph, false);
    return () => listed(measured(graph, { getEdgeWeight: null, normalized: false }));
  },
  pagerank: () => {
    const measured = require("graphology-metrics/centrality/pagerank");
    const graph = build(DirectedGraph, true);
    return () => listed(measured(graph, { tolerance, maxIterations: 1000 }));
  },
  hits: () => {
    const measured = require("graphology-metrics/centrality/hits");
    const graph = build(DirectedGraph, true);
    // Ten rounds on either side: its own bound is not reached in reasonable time, and then it throws.
    return () => {
      try {
        measured(graph, { tolerance: 0, maxIterations: 10 });
      } catch (error) {
        if (!/failed to converge/.test(error.message)) throw error;
      }
      return [];
    };
  },
  core: () => {
    const { coreNumber } = require("graphology-cores");
    const graph = build(UndirectedGraph, false);
    return () => listed(coreNumber(graph));
  },
  components: () => {
    const { connectedComponents } = require("graphology-components");
    const graph = build(UndirectedGraph, false);
    return () => [connectedComponents(graph).length];
  },
};

const run = MEASURES[measure]();
const ms = [];
let values;
for (let i = 0; i < Number(repeats); i++) {
  const start = process.cpuUsage();
  values = run();
  const { user, system } = process.cpuUsage(start);
  ms.push((user + system) / 1000);
}
process.stdout.write(JSON.stringify({ ms, values }));
