/** Chains of replies: which event answers which, and the arrows of each step. */
import { FAMILIES } from "../model/families.ts";
import { edgesAt, type Model } from "../model/model.ts";

const REPLY = FAMILIES.indexOf("reply");

export interface Step {
  /** Row of the event node. */
  readonly event: number;
  /** Days since the event that it answers; undefined for the first, and where a date is missing. */
  readonly delay: number | undefined;
  /** Rows of the reply edges by which it answers earlier steps. */
  readonly replies: readonly number[];
}

/** First day of an event, from any of its dated edges; undefined for undated ones. */
export function eventDay(model: Model, event: number): number | undefined {
  let day: number | undefined;
  for (const edge of edgesAt(model, event)) {
    const start = model.edges.start[edge] ?? -1;
    if (model.edges.event[edge] === event && start >= 0 && (day === undefined || start < day)) day = start;
  }
  return day;
}

/** Events that an event answers, and reply edges by which it does. */
function answered(model: Model, event: number): { readonly edge: number; readonly event: number }[] {
  return [...edgesAt(model, event)]
    .filter((edge) => model.edges.family[edge] === REPLY && model.edges.source[edge] === event)
    .map((edge) => ({ edge, event: model.edges.target[edge] ?? 0 }));
}

function answering(model: Model, event: number): number[] {
  return [...edgesAt(model, event)]
    .filter((edge) => model.edges.family[edge] === REPLY && model.edges.target[edge] === event)
    .map((edge) => model.edges.source[edge] ?? 0);
}

/**
 * What led to an event and what followed from it, in time order. One step alone is no chain: then the list is empty.
 */
export function chainOf(model: Model, event: number): Step[] {
  const events = new Set([event]);
  const walk = (from: number, next: (event: number) => number[]) => {
    const queue = [from];
    for (const at of queue) {
      for (const other of next(at)) {
        if (events.has(other)) continue;
        events.add(other);
        queue.push(other);
      }
    }
  };
  walk(event, (at) => answered(model, at).map((link) => link.event));
  walk(event, (at) => answering(model, at));
  if (events.size < 2) return [];
  const dayOf = new Map([...events].map((row) => [row, eventDay(model, row)]));
  return inOrder(model, events, dayOf).map((row, i): Step => {
    const links = answered(model, row).filter((link) => events.has(link.event));
    const own = dayOf.get(row);
    const delays = links.flatMap((link) => {
      const before = dayOf.get(link.event);
      return own === undefined || before === undefined ? [] : [own - before];
    });
    return {
      event: row,
      delay: i > 0 && delays.length > 0 ? Math.min(...delays) : undefined,
      replies: links.map((link) => link.edge),
    };
  });
}

/** By day; of one day, what is answered before what answers it. */
function inOrder(
  model: Model,
  events: ReadonlySet<number>,
  dayOf: ReadonlyMap<number, number | undefined>,
): number[] {
  const day = (row: number) => dayOf.get(row) ?? 1e9;
  const left = [...events].sort((a, b) => day(a) - day(b) || a - b);
  const sorted: number[] = [];
  while (left.length > 0) {
    const [first = 0] = left;
    const today = left.filter((row) => day(row) === day(first));
    const answersNone = (row: number) => !answered(model, row).some((link) => today.includes(link.event));
    const next = today.find(answersNone) ?? first;
    sorted.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return sorted;
}

/**
 * The longest line of answers through each event that has a reply, each step answering the one before: longest first,
 * one entry a line. These are the chains that a build counts; what else an event answered is left to `chainOf`.
 */
export function allChains(model: Model): Step[][] {
  const seen = new Set<number>();
  const chains: Step[][] = [];
  for (let edge = 0; edge < model.edges.count; edge++) {
    if (model.edges.family[edge] !== REPLY) continue;
    const event = model.edges.source[edge] ?? 0;
    if (seen.has(event)) continue;
    const chain = chainOf(model, event);
    for (const step of chain) seen.add(step.event);
    chains.push(longestLine(model, chain));
  }
  return chains.sort((a, b) => b.length - a.length || (a[0]?.event ?? 0) - (b[0]?.event ?? 0));
}

/** The steps of a chain that make its longest line. Steps are in time order, so that what is answered stands before. */
function longestLine(model: Model, chain: readonly Step[]): Step[] {
  const lineTo = new Map<number, readonly Step[]>();
  let longest: readonly Step[] = [];
  for (const step of chain) {
    let before: readonly Step[] = [];
    for (const edge of step.replies) {
      const line = lineTo.get(model.edges.target[edge] ?? -1) ?? [];
      if (line.length > before.length) before = line;
    }
    const line = [...before, step];
    lineTo.set(step.event, line);
    if (line.length > longest.length) longest = line;
  }
  return [...longest];
}

/** Arrows between actors that an event is drawn as. */
export function actionEdges(model: Model, event: number): number[] {
  const rows: number[] = [];
  for (let edge = 0; edge < model.edges.count; edge++) {
    if (model.edges.event[edge] === event && model.graph.edgeKinds[model.edges.kind[edge] ?? 0] === "action")
      rows.push(edge);
  }
  return rows;
}
