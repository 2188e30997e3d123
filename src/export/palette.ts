/** Colours of the graph outside the viewer: the viewer's light theme, told apart under all common colour blindness. */
import type { GraphEdge, GraphNode } from "../graph/index.ts";
import { type EntityType, isAction } from "../ontology/index.ts";

const STATES = "#1f5fa8";
const GROUPS = "#c2560c";
const VOICES = "#30363d";
const GROUND = "#68727c";

const ENTITY_COLOURS: Readonly<Record<EntityType, string>> = {
  Country: STATES,
  Institution: STATES,
  MilitaryForce: STATES,
  ArmedGroup: GROUPS,
  Person: VOICES,
  Media: VOICES,
  Base: GROUND,
  Facility: GROUND,
  Place: GROUND,
  Unit: GROUND,
};

/** Colour of an entity type, as `#rrggbb`. */
export const entityColour = (type: EntityType): string => ENTITY_COLOURS[type];

/** Colours of the nodes that are no entities. */
export const NODE_COLOURS: Readonly<Record<Exclude<GraphNode["kind"], "entity">, string>> = {
  event: "#a01d12",
  claim: "#9aa5b1",
  document: "#59636e",
  stub: "#eceff2",
};

/** Colours of the edge families. */
export const EDGE_COLOURS = {
  attack: "#a01d12",
  retaliation: "#c08412",
  action: "#6f4a8e",
  statement: "#2250a8",
  standing: "#868e96",
} as const;

/** Colour of a node, as `#rrggbb`. */
export function nodeColour(node: GraphNode): string {
  return node.kind === "entity" ? entityColour(node.type) : NODE_COLOURS[node.kind];
}

/** Colour of an edge, as `#rrggbb`. */
export function edgeColour(edge: GraphEdge): string {
  if (edge.kind === "standing" || edge.kind === "provenance" || edge.claimType === undefined)
    return EDGE_COLOURS.standing;
  if (edge.claimType === "attack" || edge.claimType === "retaliation") return EDGE_COLOURS[edge.claimType];
  return isAction(edge.claimType) ? EDGE_COLOURS.action : EDGE_COLOURS.statement;
}
