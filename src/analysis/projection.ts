/**
 * Named projections of the event graph: which edges count, between whom, and with what weight. Every measure is taken
 * on one of them, and the projection itself says what it counts and what it left out.
 */
import type { EntityNode, EventGraph, GraphEdge } from "../graph/index.ts";
import {
  CLAIM_TYPES,
  type ClaimType,
  DEFAULT_MIN_CONFIDENCE,
  familyOf,
  isAction,
  MODALITIES,
  type Modality,
} from "../ontology/index.ts";
import { compareBy, RiposteError } from "../shared/index.ts";
import { citationEdges } from "./citations.ts";
import { type Csr, csrFromArcs } from "./csr.ts";

/**
 * - `attacks`: attacker → attacked, answers included
 * - `retaliations`: attacker → attacked, only where a report presents the act as an answer, or it is linked to one
 * - `statements`: speaker → other side
 * - `actions`: doer → other side, of every action type
 * - `sources`: outlet → whom it cites
 */
export const PROJECTION_NAMES = ["attacks", "retaliations", "statements", "actions", "sources"] as const;
export type ProjectionName = (typeof PROJECTION_NAMES)[number];

/** How sure a report must be: each level also takes those before it; `alleged` is every factual one. */
export const CERTAINTIES = ["asserted", "reported", "alleged", "any"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** `events`: one for each event (statement, citation) of a pair; `sources`: its independent sources. */
export const WEIGHTS = ["events", "sources"] as const;
export type Weight = (typeof WEIGHTS)[number];

export interface EdgeSelection {
  /** ISO days, inclusive. What has no date is outside every period. */
  readonly from?: string;
  readonly to?: string;
  /** Claim types to keep; default all that the projection takes. */
  readonly types?: readonly ClaimType[];
  /** Default `alleged`. */
  readonly certainty?: Certainty;
  /** In [0, 1]; default `DEFAULT_MIN_CONFIDENCE`. */
  readonly minConfidence?: number;
}

export interface ProjectionOptions extends EdgeSelection {
  readonly name: ProjectionName;
  /** Default `events`. */
  readonly weight?: Weight;
}

/** Edges that were not counted, each under the first reason that holds. */
export interface LeftOut {
  readonly uncertain: number;
  readonly lowConfidence: number;
  readonly undated: number;
  readonly outsidePeriod: number;
  /** A side is named by nobody. */
  readonly unnamedSide: number;
  /** Both sides are the same entity. */
  readonly loops: number;
}

export interface Projection {
  readonly options: Required<Pick<ProjectionOptions, "name" | "weight" | "certainty" | "minConfidence">> &
    Pick<EdgeSelection, "from" | "to" | "types">;
  /** Entity of each node number, sorted by id; only those that an arc joins. */
  readonly nodes: readonly EntityNode[];
  /** Directed and simple, without loops; weights in the unit of `options.weight`. */
  readonly graph: Csr;
  /** The edges behind each arc, in the order of `graph.targets`. */
  readonly edges: readonly (readonly GraphEdge[])[];
  readonly leftOut: LeftOut;
}

/**
 * @throws {RiposteError} `analysis/bad-projection` for an unknown name, type or certainty, a confidence outside
 *   [0, 1], a day that the calendar does not have, or a period that ends before it starts
 */
export function project(graph: EventGraph, options: ProjectionOptions): Projection {
  const settings = settle(options);
  const candidates = EDGES[settings.name](graph).filter(
    ({ claimType }) => !settings.types || (claimType !== undefined && settings.types.includes(claimType)),
  );
  const entities = new Map(
    graph.nodes.flatMap((node) => (node.kind === "entity" ? [[node.id, node] as const] : [])),
  );
  const leftOut = { uncertain: 0, lowConfidence: 0, undated: 0, outsidePeriod: 0, unnamedSide: 0, loops: 0 };
  const kept: GraphEdge[] = [];
  for (const edge of candidates) {
    const reason = reasonToLeaveOut(edge, settings) ?? reasonOfSides(edge, entities);
    if (reason) leftOut[reason]++;
    else kept.push(edge);
  }
  return { options: settings, ...arcsOf(kept, entities, settings.weight), leftOut };
}

/** The same nodes and arcs with other weights; arcs that weigh nothing are gone, and so are nodes without arcs. */
export function reweighted(projection: Projection, weightOf: (edge: GraphEdge) => number): Projection {
  const entities = new Map(projection.nodes.map((node) => [node.id, node]));
  const kept = projection.edges.flat().filter((edge) => weightOf(edge) > 0);
  return { ...projection, ...arcsOf(kept, entities, weightOf) };
}

/** Why a selection would not take an edge, or undefined where it does. */
export function reasonToLeaveOut(
  edge: Pick<GraphEdge, "modality" | "confidence" | "start" | "end">,
  selection: EdgeSelection,
): keyof LeftOut | undefined {
  const { from, to, certainty = "alleged", minConfidence = DEFAULT_MIN_CONFIDENCE } = selection;
  if (!accepts(certainty, edge.modality)) return "uncertain";
  if (edge.confidence < minConfidence) return "lowConfidence";
  if (!from && !to) return undefined;
  if (!edge.start) return "undated";
  const after = to !== undefined && edge.start > to;
  const before = from !== undefined && (edge.end ?? edge.start) < from;
  return after || before ? "outsidePeriod" : undefined;
}

function accepts(certainty: Certainty, modality: Modality): boolean {
  return certainty === "any" || MODALITIES.indexOf(modality) <= MODALITIES.indexOf(certainty);
}

function reasonOfSides(
  edge: GraphEdge,
  entities: ReadonlyMap<string, EntityNode>,
): "unnamedSide" | "loops" | undefined {
  if (!entities.has(edge.source) || !entities.has(edge.target)) return "unnamedSide";
  return edge.source === edge.target ? "loops" : undefined;
}

const bad = (message: string): RiposteError => new RiposteError("analysis/bad-projection", message);

/** Checks a selection and fills in its defaults. */
function settle(options: ProjectionOptions): Projection["options"] {
  const { name, from, to, types, certainty = "alleged", weight = "events" } = options;
  const minConfidence = options.minConfidence ?? DEFAULT_MIN_CONFIDENCE;
  if (!PROJECTION_NAMES.includes(name))
    throw bad(`no projection ${name}; there are ${PROJECTION_NAMES.join(", ")}`);
  if (!CERTAINTIES.includes(certainty))
    throw bad(`no certainty ${certainty}; there are ${CERTAINTIES.join(", ")}`);
  if (!WEIGHTS.includes(weight)) throw bad(`no weight ${weight}; there are ${WEIGHTS.join(", ")}`);
  const unknown = types?.find((type) => !CLAIM_TYPES.includes(type));
  if (unknown) throw bad(`no type ${unknown}; there are ${CLAIM_TYPES.join(", ")}`);
  if (!(minConfidence >= 0 && minConfidence <= 1))
    throw bad(`confidence ${minConfidence}: give a number from 0 to 1`);
  for (const day of [from, to]) {
    if (day !== undefined && !isDay(day)) throw bad(`${day} is no day; write it as 2020-01-31`);
  }
  if (from && to && from > to) throw bad(`the period from ${from} to ${to} ends before it starts`);
  return {
    name,
    weight,
    certainty,
    minConfidence,
    ...(from && { from }),
    ...(to && { to }),
    ...(types && { types }),
  };
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}

/** Every edge that a projection could take. */
const EDGES: Readonly<Record<ProjectionName, (graph: EventGraph) => readonly GraphEdge[]>> = {
  attacks: (graph) => graph.edges.filter((edge) => edge.kind === "action" && isAttack(edge)),
  retaliations: retaliationEdges,
  statements: (graph) => graph.edges.filter(({ kind }) => kind === "statement"),
  actions: (graph) =>
    graph.edges.filter(({ kind, claimType }) => kind === "action" && claimType && isAction(claimType)),
  sources: citationEdges,
};

/** Attacks that are told as an answer, or linked to the act that they answer. */
function retaliationEdges(graph: EventGraph): GraphEdge[] {
  const answers = new Set(graph.edges.filter(({ kind }) => kind === "reply").map(({ source }) => source));
  return graph.edges.filter(
    (edge) =>
      edge.kind === "action" &&
      isAttack(edge) &&
      (edge.claimType === "retaliation" || (edge.eventId !== undefined && answers.has(edge.eventId))),
  );
}

const isAttack = ({ claimType }: GraphEdge): boolean =>
  claimType !== undefined && familyOf(claimType) === familyOf("attack");

/** Nodes, arcs and the edges behind them. */
function arcsOf(
  edges: readonly GraphEdge[],
  entities: ReadonlyMap<string, EntityNode>,
  weight: Weight | ((edge: GraphEdge) => number),
): Pick<Projection, "nodes" | "graph" | "edges"> {
  const used = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const nodes = [...used].flatMap((id) => entities.get(id) ?? []).sort(compareBy(({ id }) => id));
  const numberOf = new Map(nodes.map(({ id }, number) => [id, number]));
  const arcs = new Map<number, { source: number; target: number; edges: GraphEdge[] }>();
  for (const edge of edges) {
    const source = numberOf.get(edge.source) ?? 0;
    const target = numberOf.get(edge.target) ?? 0;
    const key = source * nodes.length + target;
    const arc = arcs.get(key);
    if (arc) arc.edges.push(edge);
    else arcs.set(key, { source, target, edges: [edge] });
  }
  const sorted = [...arcs.values()].sort(
    compareBy(
      ({ source }) => source,
      ({ target }) => target,
    ),
  );
  const graph = csrFromArcs(
    nodes.length,
    Uint32Array.from(sorted, ({ source }) => source),
    Uint32Array.from(sorted, ({ target }) => target),
    Float64Array.from(sorted, (arc) => weigh(arc.edges, weight)),
  );
  return { nodes, graph, edges: sorted.map((arc) => arc.edges) };
}

function weigh(edges: readonly GraphEdge[], weight: Weight | ((edge: GraphEdge) => number)): number {
  if (weight === "events") return edges.length;
  return edges.reduce((sum, edge) => sum + (weight === "sources" ? edge.weight : weight(edge)), 0);
}
