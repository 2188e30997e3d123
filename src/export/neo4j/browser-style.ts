/**
 * A style sheet for Neo4j Browser (GRASS): drag the file into its window, or paste it after `:style`. Colours are
 * those of the viewer; captions are names, headlines and sentences instead of ids.
 */
import { BASE_LABEL, GRAPH_VOCABULARY, kindLabel } from "../../graph/index.ts";
import { CLAIM_TYPE_TABLE, CLAIM_TYPES, ENTITY_TYPES, isAction } from "../../ontology/index.ts";
import type { FileFormat } from "../file-sink.ts";
import { EDGE_COLOURS, entityColour, NODE_COLOURS } from "../palette.ts";

/** Ink on a fill that is too light for white letters. */
const DARK_INK = "#1b2026";
const WHITE = "#ffffff";
const DIAMETERS = { Entity: 50, Event: 65, Claim: 30, Document: 40, Stub: 25 } as const;
const CAPTIONS = { event: "title", claim: "text", document: "title", stub: "side" } as const;

/** The style does not depend on the graph: every label and relationship type has its rule. */
export const browserStyle: FileFormat = () => [{ path: "", chunks: rules() }];

function* rules(): Generator<string> {
  yield rule("node", {
    ...fill(NODE_COLOURS.claim),
    diameter: `${DIAMETERS.Entity}px`,
    "font-size": "10px",
    caption: '"{name}"',
  });
  yield rule("relationship", {
    ...line(EDGE_COLOURS.standing),
    "font-size": "8px",
    padding: "3px",
    caption: '"<type>"',
  });
  yield rule(`node.${BASE_LABEL}`, fill(NODE_COLOURS.claim));
  for (const type of ENTITY_TYPES)
    yield rule(`node.${type}`, {
      ...fill(entityColour(type)),
      diameter: `${DIAMETERS.Entity}px`,
      caption: '"{name}"',
    });
  for (const kind of ["event", "claim", "document", "stub"] as const) {
    const label = kindLabel(kind) as keyof typeof DIAMETERS;
    yield rule(`node.${label}`, {
      ...fill(NODE_COLOURS[kind]),
      diameter: `${DIAMETERS[label]}px`,
      caption: `"{${CAPTIONS[kind]}}"`,
    });
  }
  for (const type of GRAPH_VOCABULARY.relationshipTypes)
    yield rule(`relationship.${type}`, line(colourOfType(type)));
}

/** A statement and an act never share their type; what is neither is a standing fact or provenance. */
function colourOfType(relationship: string): string {
  for (const type of CLAIM_TYPES) {
    const row: { relation: string; eventRelation?: string } = CLAIM_TYPE_TABLE[type];
    if (row.relation !== relationship && row.eventRelation !== relationship) continue;
    if (type === "attack" || type === "retaliation") return EDGE_COLOURS[type];
    return isAction(type) ? EDGE_COLOURS.action : EDGE_COLOURS.statement;
  }
  return EDGE_COLOURS.standing;
}

function fill(colour: string): Record<string, string> {
  const ink = luminance(colour) > 0.4 ? DARK_INK : WHITE;
  return { color: colour, "border-color": colour, "border-width": "2px", "text-color-internal": ink };
}

function line(colour: string): Record<string, string> {
  return {
    color: colour,
    "shaft-width": "2px",
    "text-color-external": DARK_INK,
    "text-color-internal": WHITE,
  };
}

/** Relative luminance by WCAG 2, in [0, 1]. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function rule(selector: string, properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};\n`);
  return `${selector} {\n${lines.join("")}}\n`;
}
