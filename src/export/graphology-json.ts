import { VERSION } from "../shared/index.ts";
import type { FileFormat, FileText } from "./file-sink.ts";
import type { GraphSource } from "./types.ts";

/**
 * Graphology's serialised form: `Graph.from(JSON.parse(text))` gives the graph that `toGraphology` gives, with the
 * records as attributes. One node or edge a line.
 */
export const graphologyJson: FileFormat = (graph): readonly FileText[] => [
  { path: "", chunks: jsonText(graph) },
];

function* jsonText(graph: GraphSource): Generator<string> {
  const options = { type: "directed", multi: true, allowSelfLoops: true };
  yield `{"attributes":${JSON.stringify({ creator: `Riposte ${VERSION}` })},"options":${JSON.stringify(options)},"nodes":[`;
  let separator = "\n";
  for (const node of graph.nodes) {
    yield `${separator}${JSON.stringify({ key: node.id, attributes: node })}`;
    separator = ",\n";
  }
  yield '\n],"edges":[';
  separator = "\n";
  for (const edge of graph.edges) {
    yield `${separator}${JSON.stringify({ key: edge.id, source: edge.source, target: edge.target, attributes: edge })}`;
    separator = ",\n";
  }
  yield "\n]}\n";
}
