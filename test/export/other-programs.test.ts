/** GEXF and GraphML as other programs read them: networkx and igraph, where a Python that has them is at hand. */
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { fileSink, gexf, graphml } from "../../src/export/index.ts";
import { hostileGraph, syntheticEventGraph } from "../support/synthetic-graph.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const PYTHON = process.env.PYTHON ?? "python3";
const canImport = (name: string): boolean => spawnSync(PYTHON, ["-c", `import ${name}`]).status === 0;
const folder = await temporaryFolder();

/** Runs a Python expression over the file and gives what it prints as JSON. */
function python(imports: string, expression: string, path: string): unknown {
  const program = `import json, sys, ${imports}\npath = sys.argv[1]\nprint(json.dumps(${expression}))`;
  return JSON.parse(execFileSync(PYTHON, ["-c", program, path], { encoding: "utf8" }));
}

const GRAPHS = { synthetic: syntheticEventGraph({ nodes: 300, edges: 900 }), hostile: hostileGraph() };

describe.each(Object.entries(GRAPHS))("the %s graph", (name, graph) => {
  const counts = [graph.nodes.length, graph.edges.length];
  const withNetworkx = canImport("networkx") ? test : test.skip;
  const withIgraph = canImport("igraph") ? test : test.skip;

  withNetworkx("is read from GEXF by networkx, parallel edges apart", async () => {
    const path = join(folder, `${name}.gexf`);
    await fileSink(path, gexf()).write(graph);
    const read = "(lambda g: [g.number_of_nodes(), g.number_of_edges()])(networkx.read_gexf(path))";
    expect(python("networkx", read, path)).toEqual(counts);
  });

  withNetworkx("is read from GraphML by networkx, with weights as numbers", async () => {
    const path = join(folder, `${name}.graphml`);
    await fileSink(path, graphml()).write(graph);
    const read =
      "(lambda g: [g.number_of_nodes(), g.number_of_edges(), sum(w for _, _, w in g.edges(data='weight'))])" +
      "(networkx.read_graphml(path, force_multigraph=True))";
    const weight = graph.edges.reduce((sum, edge) => sum + edge.weight, 0);
    expect(python("networkx", read, path)).toEqual([...counts, weight]);
  });

  withIgraph("is read from GraphML by igraph", async () => {
    const path = join(folder, `${name}-igraph.graphml`);
    await fileSink(path, graphml()).write(graph);
    const read = "(lambda g: [g.vcount(), g.ecount()])(igraph.Graph.Read_GraphML(path))";
    expect(python("igraph", read, path)).toEqual(counts);
  });
});
