/** Silences: attacks that nobody answered, and attacks that one source alone tells. */
import { FAMILIES } from "../model/families.ts";
import { edgesAt, type Model } from "../model/model.ts";
import { SHOWN, type Visibility } from "../state/filters.ts";

const ATTACK = FAMILIES.indexOf("attack");
const RETALIATION = FAMILIES.indexOf("retaliation");
const REPLY = FAMILIES.indexOf("reply");

export interface Silence {
  readonly edge: number;
  readonly unanswered: boolean;
  readonly oneSource: boolean;
}

/** Shown attacks and retaliations without a reply in the whole graph, or with one source; one entry per event. */
export function silences(model: Model, visibility: Visibility): Silence[] {
  const { edges } = model;
  const seen = new Set<number>();
  const found: Silence[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    if (visibility.edge[edge] !== SHOWN) continue;
    if (edges.family[edge] !== ATTACK && edges.family[edge] !== RETALIATION) continue;
    const event = edges.event[edge] ?? -1;
    if (event >= 0 && seen.has(event)) continue;
    seen.add(event);
    const unanswered = event >= 0 && !isAnswered(model, event);
    const oneSource = edges.weight[edge] === 1;
    if (unanswered || oneSource) found.push({ edge, unanswered, oneSource });
  }
  return found;
}

function isAnswered(model: Model, event: number): boolean {
  return edgesAt(model, event).some(
    (edge) => model.edges.family[edge] === REPLY && model.edges.target[edge] === event,
  );
}
