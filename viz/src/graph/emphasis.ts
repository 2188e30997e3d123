/** What stands out, and why the rest steps back. One reason at a time, the most deliberate first. */
import { actionEdges, chainOf } from "../insight/chains.ts";
import { neighbourhood, shortestPath } from "../insight/paths.ts";
import { silences } from "../insight/silence.ts";
import type { Model } from "../model/model.ts";
import { NODE_EVENT } from "../model/model.ts";
import { SHOWN, type Visibility } from "../state/filters.ts";
import type { ViewState } from "../state/view-state.ts";

export interface Emphasis {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
  /** Numbers of a chain, by edge row in the actors' view and by node row in the events' view. */
  readonly numbers: ReadonlyMap<number, number>;
  readonly numbersOn: "edges" | "nodes";
}

const NO_NUMBERS: ReadonlyMap<number, number> = new Map();

/**
 * @param rows  edges that some list asks for (a comparison, what changed), or undefined
 * @returns undefined where nothing stands out
 */
export function emphasisOf(
  model: Model,
  state: ViewState,
  visibility: Visibility,
  rows?: readonly number[],
): Emphasis | undefined {
  if (rows) return ofEdges(model, rows);
  if (state.path) {
    const path = shortestPath(model, visibility, state.path.from, state.path.to);
    if (path) return { ...ofEdges(model, path.steps.flat()), nodes: new Set(path.nodes) };
  }
  const { selection } = state;
  if (selection?.kind === "edge") return ofSelectedEdge(model, state, visibility, selection.row);
  if (selection?.kind === "node") {
    const chain = ofChain(model, state, selection.row);
    if (chain) return chain;
    return {
      ...neighbourhood(model, visibility, selection.row, Math.max(1, state.ego)),
      numbers: NO_NUMBERS,
      numbersOn: "edges",
    };
  }
  if (state.lens === "contested")
    return ofEdges(
      model,
      shownEdges(visibility).filter((edge) => model.edges.contested[edge]),
    );
  if (state.lens === "silence")
    return ofEdges(
      model,
      silences(model, visibility).map(({ edge }) => edge),
    );
  return undefined;
}

function ofEdges(model: Model, edges: readonly number[]): Emphasis {
  const nodes = new Set<number>();
  for (const edge of edges) nodes.add(model.edges.source[edge] ?? 0).add(model.edges.target[edge] ?? 0);
  return { nodes, edges: new Set(edges), numbers: NO_NUMBERS, numbersOn: "edges" };
}

function ofSelectedEdge(model: Model, state: ViewState, visibility: Visibility, edge: number): Emphasis {
  const event = model.edges.event[edge] ?? -1;
  const chain = event >= 0 && state.view === "actors" ? ofChain(model, state, event) : undefined;
  const own = ofEdges(model, [edge]);
  if (chain) {
    return {
      ...chain,
      nodes: new Set([...chain.nodes, ...own.nodes]),
      edges: new Set([...chain.edges, edge]),
    };
  }
  // The other arrows of the same event belong to the same happening.
  const same = event < 0 ? [] : actionEdges(model, event).filter((row) => visibility.edge[row] === SHOWN);
  return state.view === "actors" && same.includes(edge) ? ofEdges(model, same) : own;
}

/** The chain of replies through an event, numbered; undefined where the event has none. */
function ofChain(model: Model, state: ViewState, event: number): Emphasis | undefined {
  if (model.nodes.kind[event] !== NODE_EVENT) return undefined;
  const steps = chainOf(model, event);
  if (steps.length < 2) return undefined;
  const numbers = new Map<number, number>();
  if (state.view !== "actors") {
    steps.forEach((step, i) => numbers.set(step.event, i + 1));
    const edges = steps.flatMap((step) => step.replies);
    const around = neighbourhoodOfEvents(
      model,
      steps.map((step) => step.event),
    );
    return { nodes: around.nodes, edges: new Set([...edges, ...around.edges]), numbers, numbersOn: "nodes" };
  }
  steps.forEach((step, i) => {
    for (const edge of actionEdges(model, step.event)) numbers.set(edge, i + 1);
  });
  return { ...ofEdges(model, [...numbers.keys()]), numbers, numbersOn: "edges" };
}

function neighbourhoodOfEvents(model: Model, events: readonly number[]) {
  const wanted = new Set(events);
  const edges: number[] = [];
  for (let edge = 0; edge < model.edges.count; edge++) {
    const isRole = model.graph.edgeKinds[model.edges.kind[edge] ?? 0] === "role";
    if (isRole && wanted.has(model.edges.source[edge] ?? -1)) edges.push(edge);
  }
  return ofEdges(model, edges);
}

function shownEdges(visibility: Visibility): number[] {
  const rows: number[] = [];
  visibility.edge.forEach((bits, row) => {
    if (bits === SHOWN) rows.push(row);
  });
  return rows;
}
