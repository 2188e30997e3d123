/** Reply clock: how many days one side takes to answer the other. */
import { FAMILIES } from "../model/families.ts";
import { edgesAt, type Model, NODE_ENTITY } from "../model/model.ts";
import { eventDay } from "./chains.ts";

const REPLY = FAMILIES.indexOf("reply");

export interface Reply {
  /** The answer and what it answers: rows of event nodes. */
  readonly event: number;
  readonly answered: number;
  readonly days: number;
}

export interface PairClock {
  /** Who answers, and whom: rows of entities. */
  readonly by: number;
  readonly to: number;
  /** Quickest first. */
  readonly replies: readonly Reply[];
  readonly median: number;
}

/** Pairs with the most replies first. Replies without dates or sides are left out; so are those dated before. */
export function replyClocks(model: Model): PairClock[] {
  const pairs = new Map<string, { by: number; to: number; replies: Reply[] }>();
  for (let edge = 0; edge < model.edges.count; edge++) {
    if (model.edges.family[edge] !== REPLY) continue;
    const event = model.edges.source[edge] ?? 0;
    const answered = model.edges.target[edge] ?? 0;
    const [at, before] = [eventDay(model, event), eventDay(model, answered)];
    if (at === undefined || before === undefined || at < before) continue;
    for (const by of sides(model, event, 0)) {
      for (const to of sides(model, answered, 0)) {
        const key = `${by} ${to}`;
        const pair = pairs.get(key) ?? { by, to, replies: [] };
        pair.replies.push({ event, answered, days: at - before });
        pairs.set(key, pair);
      }
    }
  }
  return [...pairs.values()]
    .map((pair) => {
      const replies = pair.replies.sort((x, y) => x.days - y.days || x.event - y.event);
      return { ...pair, replies, median: median(replies.map(({ days }) => days)) };
    })
    .sort((x, y) => y.replies.length - x.replies.length || x.by - y.by || x.to - y.to);
}

/** Entities in a role of an event. @param role  0 agent, 1 target, 2 place */
export function sides(model: Model, event: number, role: number): number[] {
  const rows = new Set<number>();
  for (const edge of edgesAt(model, event)) {
    const isRole = model.graph.edgeKinds[model.edges.kind[edge] ?? 0] === "role";
    const target = model.edges.target[edge] ?? 0;
    if (isRole && model.edges.type[edge] === role && model.nodes.kind[target] === NODE_ENTITY)
      rows.add(target);
  }
  return [...rows];
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
