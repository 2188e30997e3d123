/** What things are called, in the reader's language. */
import type { Term } from "../../../src/viewer/payload.ts";
import { type Language, type Model, NODE_EVENT, NODE_STUB } from "./model.ts";

/** Labels longer than this are cut on the canvas; panels show them whole. */
export const LABEL_LIMIT = 42;

export const termLabel = (term: Term | undefined, language: Language): string => term?.label[language] ?? "";

/** Words for the sides of an event that nobody names: who did it, to whom, who said it. */
export type UnnamedSides = readonly [agent: string, target: string, speaker: string];

/** Name of an entity, headline of an event, or the word for an unnamed side. */
export function nodeName(model: Model, row: number, language: Language, unnamed: UnnamedSides): string {
  const { nodes } = model.graph;
  if (nodes.kind[row] === NODE_STUB) return unnamed[nodes.type[row] ?? 0] ?? unnamed[0];
  return nodes[language][row] ?? (nodes.name[row] || nodes.fr[row] || nodes.en[row] || nodes.id[row] || "");
}

/** Word for a node's kind: « Groupe armé », "rocket attack". */
export function nodeKindLabel(
  model: Model,
  row: number,
  language: Language,
  words: { readonly event: string; readonly unnamed: string },
): string {
  const kind = model.nodes.kind[row];
  if (kind === NODE_STUB) return words.unnamed;
  if (kind === NODE_EVENT) return words.event;
  return termLabel(model.vocabulary.entityTypes[model.nodes.type[row] ?? 0], language);
}

/** Word for what an edge says: the subtype where there is one, else the type; a relation for standing facts. */
export function edgeLabel(model: Model, edge: number, language: Language): string {
  const { edges, vocabulary } = model;
  const kind = model.graph.edgeKinds[edges.kind[edge] ?? 0];
  const type = edges.type[edge] ?? 0;
  if (kind === "standing") return termLabel(vocabulary.relations[type], language);
  if (kind === "role") return termLabel(vocabulary.roles[type], language);
  const claimType = vocabulary.claimTypes[type];
  const subtype = vocabulary.subtypes[(edges.subtype[edge] ?? 0) - 1];
  if (subtype && subtype.id !== "unspecified") {
    const word = termLabel(subtype, language);
    return claimType?.id === "retaliation" ? `${termLabel(claimType, language)}, ${word}` : word;
  }
  return termLabel(claimType, language);
}

/** A name that fits on the canvas: control and direction marks out, white space collapsed, cut at `limit`. */
export function shortLabel(name: string, limit = LABEL_LIMIT): string {
  const plain = plainText(name).replace(/\s+/g, " ").trim();
  const characters = Array.from(plain);
  return characters.length <= limit
    ? plain
    : `${characters
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}…`;
}

/**
 * Text without control characters and without marks that change writing direction: a report must not be able to
 * reorder the words around it.
 */
export function plainText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what must go
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "");
}
