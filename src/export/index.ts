export { csv } from "./csv.ts";
export { type FileFormat, type FileText, fileSink, writeFiles, writeToStream } from "./file-sink.ts";
export { gexf, type GexfOptions } from "./gexf.ts";
export { IMPORT_COMMAND, neo4jAdmin } from "./neo4j/admin-csv.ts";
export { cypherScript } from "./neo4j/cypher-script.ts";
export { type Neo4jSinkOptions, neo4jSink } from "./neo4j/sink.ts";
export { graphml, type GraphmlOptions } from "./graphml.ts";
export { graphologyJson } from "./graphology-json.ts";
export type { GraphSink, GraphSource, WriteOptions, WriteProgress, WriteSummary } from "./types.ts";
