import { shareOf } from "../insight/sources.ts";
import { SHOWN, type Visibility } from "../state/filters.ts";
import type { Store } from "../state/store.ts";

/** What one of two outlets tells: its own relations, and the standing facts that nobody reports. */
export function compareVisibility(store: Store, all: Visibility, side: "a" | "b"): Visibility {
  const compare = store.state.peek().compare;
  if (!compare) return all;
  const { model } = store;
  const edge = all.edge.slice();
  const degree = new Uint32Array(model.nodes.count);
  const degreeBeforePeriod = new Uint32Array(model.nodes.count);
  for (let row = 0; row < edge.length; row++) {
    if (edge[row] === 0) continue;
    const share = shareOf(model, row, compare.a, compare.b);
    if (share !== "both" && share !== side) {
      edge[row] = 0;
      continue;
    }
    for (const node of new Set([model.edges.source[row] ?? 0, model.edges.target[row] ?? 0])) {
      degreeBeforePeriod[node] = (degreeBeforePeriod[node] ?? 0) + 1;
      if (edge[row] === SHOWN) degree[node] = (degree[node] ?? 0) + 1;
    }
  }
  return { ...all, edge, degree, degreeBeforePeriod };
}
