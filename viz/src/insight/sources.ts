/** Two outlets side by side: what only one of them tells, and what both do. */
import { FAMILIES } from "../model/families.ts";
import type { Model } from "../model/model.ts";
import { SHOWN, type Visibility } from "../state/filters.ts";

const STANDING = FAMILIES.indexOf("standing");

export type Share = "a" | "b" | "both" | "neither";

export function shareOf(model: Model, edge: number, a: number, b: number): Share {
  const publishers = model.graph.publisherSets[model.edges.publishers[edge] ?? 0] ?? [];
  const inA = publishers.includes(a);
  const inB = publishers.includes(b);
  return inA ? (inB ? "both" : "a") : inB ? "b" : "neither";
}

export interface Comparison {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly both: readonly number[];
}

/** Shown edges by who tells them; standing facts tell nothing about an outlet. */
export function compareSources(model: Model, visibility: Visibility, a: number, b: number): Comparison {
  const shares: Record<Exclude<Share, "neither">, number[]> = { a: [], b: [], both: [] };
  for (let edge = 0; edge < model.edges.count; edge++) {
    if (visibility.edge[edge] !== SHOWN || model.edges.family[edge] === STANDING) continue;
    const share = shareOf(model, edge, a, b);
    if (share !== "neither") shares[share].push(edge);
  }
  return shares;
}
