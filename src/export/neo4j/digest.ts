import { createHash } from "node:crypto";
import { VERSION } from "../../shared/index.ts";
import type { GraphSource } from "../types.ts";

/** What tells one graph from another, and how many rows it has. */
export interface GraphDigest {
  /** Hexadecimal, 32 characters; the version of Riposte is part of it, because properties can change with it. */
  readonly digest: string;
  readonly nodes: number;
  readonly edges: number;
}

/** Hashed at once: a call for each row costs more than its hash. */
const CHUNK_LENGTH = 65_536;

/** Walks the whole graph once. */
export function digestOf(graph: GraphSource): GraphDigest {
  const hash = createHash("sha256").update(VERSION);
  const feed = (rows: Iterable<unknown>): number => {
    let count = 0;
    let chunk = "";
    for (const row of rows) {
      chunk += `${JSON.stringify(row)}\n`;
      count++;
      if (chunk.length < CHUNK_LENGTH) continue;
      hash.update(chunk);
      chunk = "";
    }
    hash.update(`${chunk}\f`);
    return count;
  };
  const nodes = feed(graph.nodes);
  const edges = feed(graph.edges);
  return { digest: hash.digest("hex").slice(0, 32), nodes, edges };
}
