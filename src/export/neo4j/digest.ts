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

/** Walks the whole graph once. */
export function digestOf(graph: GraphSource): GraphDigest {
  const hash = createHash("sha256").update(VERSION);
  const feed = (rows: Iterable<unknown>): number => {
    let count = 0;
    for (const row of rows) {
      hash.update(JSON.stringify(row)).update("\n");
      count++;
    }
    hash.update("\f");
    return count;
  };
  const nodes = feed(graph.nodes);
  const edges = feed(graph.edges);
  return { digest: hash.digest("hex").slice(0, 32), nodes, edges };
}
