/** Names in a query that the graph does not have: Cypher gives no rows and no error for them. */
import { fold } from "../../shared/index.ts";
import type { Vocabulary } from "../types.ts";
import { closing, depths, isWord, nameOf, type Token, tokenize } from "./tokens.ts";

export interface UnknownName {
  readonly kind: "label" | "relationship type" | "property";
  readonly name: string;
  /** The most similar name that the graph has, where one is near. */
  readonly suggestion?: string;
}

/** At most this many letters may differ for a name to be suggested, and no more than a third of it. */
const MAX_EDITS = 3;

/** Labels, relationship types and properties of the query that are in no vocabulary, each once, in text order. */
export function unknownNames(query: string, known: Vocabulary): UnknownName[] {
  const { labels, relationshipTypes, properties } = namesIn(query);
  return [
    ...unknown("label", labels, known.labels),
    ...unknown("relationship type", relationshipTypes, known.relationshipTypes),
    ...unknown("property", properties, known.properties),
  ];
}

function unknown(
  kind: UnknownName["kind"],
  names: ReadonlySet<string>,
  known: readonly string[],
): UnknownName[] {
  return [...names]
    .filter((name) => !known.includes(name))
    .map((name) => {
      const suggestion = nearest(name, known);
      return suggestion === undefined ? { kind, name } : { kind, name, suggestion };
    });
}

/** The candidate that is spelled most alike; undefined where none is near. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const limit = Math.min(MAX_EDITS, Math.ceil(name.length / 3));
  let best: string | undefined;
  let bestEdits = limit + 1;
  for (const candidate of candidates) {
    const edits = editDistance(fold(name), fold(candidate));
    if (edits < bestEdits) {
      best = candidate;
      bestEdits = edits;
    }
  }
  return best;
}

/** Levenshtein distance, in UTF-16 units. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

interface Names {
  readonly labels: Set<string>;
  readonly relationshipTypes: Set<string>;
  readonly properties: Set<string>;
}

function namesIn(query: string): Names {
  const tokens = tokenize(query);
  const depth = depths(tokens);
  const names: Names = { labels: new Set(), relationshipTypes: new Set(), properties: new Set() };
  /** Brackets that are open at each token, innermost last. */
  const open: number[] = [];
  for (const [i, token] of tokens.entries()) {
    while (open.length > (depth[i] ?? 0)) open.pop();
    const inside = open.at(-1);
    if (isName(token)) {
      const before = tokens[i - 1]?.text;
      if (before === "." && isProperty(tokens, i)) names.properties.add(nameOf(token));
      else if ((before === ":" || before === "|" || before === "!" || before === "&") && inside !== undefined)
        addLabelOrType(tokens, i, inside, names);
      else if (before === ":" && inside === undefined) names.labels.add(nameOf(token));
      else if (tokens[i + 1]?.text === ":" && isPatternMap(tokens, inside))
        names.properties.add(nameOf(token));
    }
    if (token.kind === "symbol" && "([{".includes(token.text)) open.push(i);
  }
  return names;
}

const isName = (token: Token): boolean => token.kind === "word" || token.kind === "quoted";

/** `n.name`, and neither a function such as `date.truncate(` nor the middle of `a.b.c`. */
function isProperty(tokens: readonly Token[], i: number): boolean {
  const owner = tokens[i - 2];
  return (
    owner !== undefined &&
    isName(owner) &&
    tokens[i - 3]?.text !== "." &&
    tokens[i + 1]?.text !== "(" &&
    !isDuration(tokens, i)
  );
}

/** `e.date.year`: the property is `date`, what follows is a part of it. */
function isDuration(tokens: readonly Token[], i: number): boolean {
  return isWord(tokens[i - 2], "DATE", "DURATION") && tokens[i - 3]?.text === ".";
}

/** Inside `(…)` a colon begins a label, inside `[…]` of a relationship a type; inside `{…}` a value. */
function addLabelOrType(tokens: readonly Token[], i: number, inside: number, names: Names): void {
  const bracket = tokens[inside]?.text;
  const dash = tokens[inside - 1]?.text;
  if (bracket === "[" && dash === "-") names.relationshipTypes.add(nameOf(tokens[i] as Token));
  else if (bracket !== "{" || isSubquery(tokens, inside)) {
    if (tokens[i - 1]?.text === ":") names.labels.add(nameOf(tokens[i] as Token));
  }
}

/** Braces after a node or relationship variable in a pattern: `(n:Event {type: 'attack'})`. */
function isPatternMap(tokens: readonly Token[], inside: number | undefined): boolean {
  if (inside === undefined || tokens[inside]?.text !== "{") return false;
  const after = tokens[closing(tokens, inside) + 1]?.text;
  const before = tokens[inside - 1];
  return (
    (after === ")" || after === "]") &&
    before !== undefined &&
    (isName(before) || before.text === "(" || before.text === "[")
  );
}

/** `EXISTS {`, `COUNT {`, `CALL {`, `CALL (x) {`: braces that hold a query. */
function isSubquery(tokens: readonly Token[], open: number): boolean {
  return isWord(tokens[open - 1], "EXISTS", "COUNT", "COLLECT", "CALL") || tokens[open - 1]?.text === ")";
}
