/** What a reader asked for by name is drawn, whatever the filters hide; counts and lists keep to the filters. */
import type { Emphasis } from "../graph/emphasis.ts";
import { type Model, NODE_EVENT } from "../model/model.ts";
import { type View, VIEWS } from "../model/families.ts";
import { SHOWN, type Visibility } from "./filters.ts";
import type { SelectedRow } from "./view-state.ts";

/** Edges of the selection, of its chain of replies, and of a list on screen. */
export function keptRows(
  model: Model,
  selection: SelectedRow | undefined,
  emphasis: Emphasis | undefined,
  lit: readonly number[] | undefined,
): Iterable<number> {
  if (lit) return lit;
  if (!selection) return [];
  const chain = emphasis && emphasis.numbers.size > 0 ? emphasis.edges : [];
  if (selection.kind === "edge") return new Set([selection.row, ...chain]);
  return model.nodes.kind[selection.row] === NODE_EVENT ? (emphasis?.edges ?? []) : [];
}

/** @returns the same object where the filters hide none of the rows */
export function withKept(
  model: Model,
  visibility: Visibility,
  view: View,
  rows: Iterable<number>,
): Visibility {
  const inView = VIEWS.indexOf(view);
  const hidden = [...rows].filter(
    (row) => visibility.edge[row] !== SHOWN && model.edges.view[row] === inView,
  );
  if (hidden.length === 0) return visibility;
  const edge = visibility.edge.slice();
  const degree = visibility.degree.slice();
  const degreeBeforePeriod = visibility.degreeBeforePeriod.slice();
  for (const row of hidden) {
    const passed = edge[row] !== 0;
    edge[row] = SHOWN;
    for (const node of new Set([model.edges.source[row] ?? 0, model.edges.target[row] ?? 0])) {
      degree[node] = (degree[node] ?? 0) + 1;
      if (!passed) degreeBeforePeriod[node] = (degreeBeforePeriod[node] ?? 0) + 1;
    }
  }
  return { ...visibility, edge, degree, degreeBeforePeriod, kept: new Set(hidden) };
}
