/**
 * Patterns over words: the notation of dates.yaml, compiled.
 *
 * A pattern is a small graph of words, slots and forks. Matching tries the ways depth first, the longest match wins;
 * patterns are a dozen words long at most, so a match costs a bounded number of steps.
 */
import { RiposteError } from "../../shared/index.ts";
import type { Glue, Word } from "../text/words.ts";

/** A compiled pattern: each step knows the next, a fork the ways on. */
export type PatternNode =
  | { readonly kind: "word"; readonly key: string; readonly next: PatternNode }
  | { readonly kind: "slot"; readonly slot: string; readonly name: string; readonly next: PatternNode }
  | { readonly kind: "mark"; readonly glue: Glue; readonly next: PatternNode }
  | { readonly kind: "fork"; readonly ways: readonly PatternNode[] }
  | { readonly kind: "end" };

/** What a slot read: the value, and how many words it took. */
export interface SlotValue {
  readonly value: number;
  readonly length: number;
  /** A count that is no exact number (« quelques »). */
  readonly vague?: boolean;
  /** The word may be followed by a full stop (« nov. »). */
  readonly abbreviated?: boolean;
}

/** Reads the slot of that kind at a word. */
export type SlotReader = (slot: string, words: readonly Word[], at: number) => SlotValue | undefined;

export interface PatternMatch {
  /** Index of the first word behind the match. */
  readonly end: number;
  readonly slots: ReadonlyMap<string, SlotValue>;
}

const SYMBOL = /\{[^}]+\}|[[\]()|,/:-]|[^\s[\](){}|,/:-]+/g;
const END: PatternNode = { kind: "end" };

type Element =
  | { readonly kind: "word"; readonly key: string }
  | { readonly kind: "slot"; readonly slot: string; readonly name: string }
  | { readonly kind: "mark"; readonly glue: Glue }
  | {
      readonly kind: "choice";
      readonly options: readonly (readonly Element[])[];
      readonly optional: boolean;
    };

/** @throws {RiposteError} `pack/bad-field` for brackets that do not match */
export function compilePattern(notation: string): PatternNode {
  const symbols = notation.match(SYMBOL) ?? [];
  let at = 0;
  const sequence = (closing: string | undefined): Element[][] => {
    const options: Element[][] = [[]];
    for (;;) {
      const symbol = symbols[at++];
      if (symbol === closing) return options;
      if (symbol === undefined)
        throw new RiposteError(
          "pack/bad-field",
          `dates.yaml: brackets do not match in the pattern "${notation}"`,
        );
      const current = options.at(-1) ?? [];
      if (symbol === "|") options.push([]);
      else if (symbol === "[") current.push({ kind: "choice", options: sequence("]"), optional: true });
      else if (symbol === "(") current.push({ kind: "choice", options: sequence(")"), optional: false });
      else if (symbol.startsWith("{")) current.push(slot(symbol.slice(1, -1)));
      else if (/^[,/:-]$/.test(symbol)) current.push({ kind: "mark", glue: symbol as Glue });
      else current.push({ kind: "word", key: symbol });
    }
  };
  return link(sequence(undefined)[0] ?? [], END);
}

function slot(text: string): Element {
  const [kind = "", suffix = ""] = text.split(":");
  if (suffix === "n") return { kind: "slot", slot: `${kind}Number`, name: kind };
  return { kind: "slot", slot: kind, name: kind + suffix };
}

/** Links the elements of a sequence to each other and the last to what follows. */
function link(sequence: readonly Element[], following: PatternNode): PatternNode {
  return sequence.reduceRight<PatternNode>((next, element) => {
    if (element.kind !== "choice") return { ...element, next };
    const ways = element.options.map((option) => link(option, next));
    return { kind: "fork", ways: element.optional ? [...ways, next] : ways };
  }, following);
}

/** Words and kinds of slot that a pattern can begin with. */
export function firstSteps(node: PatternNode): { words: Set<string>; slots: Set<string> } {
  const words = new Set<string>();
  const slots = new Set<string>();
  const visit = (step: PatternNode): void => {
    if (step.kind === "word") words.add(step.key);
    else if (step.kind === "slot") slots.add(step.slot);
    else if (step.kind === "mark") visit(step.next);
    else if (step.kind === "fork") step.ways.forEach(visit);
  };
  visit(node);
  return { words, slots };
}

const LOOSE: ReadonlySet<Glue> = new Set<Glue>(["", " ", "-", "'"]);

/** The longest match of the pattern at word `at`. */
export function matchPattern(
  pattern: PatternNode,
  words: readonly Word[],
  at: number,
  read: SlotReader,
): PatternMatch | undefined {
  let end = at;
  let slots: ReadonlyMap<string, SlotValue> = new Map();
  const path: [string, SlotValue][] = [];
  /** `mark`: what the gap before the next word must be; a comma only may be. */
  const visit = (node: PatternNode, position: number, mark: Glue | undefined, abbreviated: boolean): void => {
    switch (node.kind) {
      case "end":
        if (position > end) {
          end = position;
          slots = new Map(path);
        }
        return;
      case "fork":
        for (const way of node.ways) visit(way, position, mark, abbreviated);
        return;
      case "mark":
        visit(node.next, position, node.glue, abbreviated);
        return;
      case "word":
        if (words[position]?.key === node.key && gapFits(words, at, position, mark, abbreviated))
          visit(node.next, position + 1, undefined, false);
        return;
      case "slot": {
        const value = gapFits(words, at, position, mark, abbreviated)
          ? read(node.slot, words, position)
          : undefined;
        if (!value) return;
        path.push([node.name, value]);
        visit(node.next, position + value.length, undefined, value.abbreviated === true);
        path.pop();
      }
    }
  };
  visit(pattern, at, undefined, false);
  return end > at ? { end, slots } : undefined;
}

function gapFits(
  words: readonly Word[],
  first: number,
  position: number,
  mark: Glue | undefined,
  abbreviated: boolean,
): boolean {
  if (position === first) return true;
  const glue = words[position]?.glue;
  if (glue === undefined) return false;
  if (mark !== undefined && mark !== ",") return glue === mark;
  if (LOOSE.has(glue)) return true;
  return (glue === "," && mark === ",") || (glue === "." && abbreviated);
}
