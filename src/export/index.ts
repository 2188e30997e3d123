export { csv } from "./csv.ts";
export { type FileFormat, type FileText, fileSink, writeToStream } from "./file-sink.ts";
export { gexf, type GexfOptions } from "./gexf.ts";
export { type Neo4jSinkOptions, neo4jSink } from "./neo4j/sink.ts";
export { graphml, type GraphmlOptions } from "./graphml.ts";
export { graphologyJson } from "./graphology-json.ts";
export type { GraphSink, GraphSource, WriteOptions, WriteProgress, WriteSummary } from "./types.ts";
