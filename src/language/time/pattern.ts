/**
 * Patterns over words: the notation of dates.yaml, compiled.
 *
 * A pattern is a small tree of words, slots, options and choices. Matching tries the choices depth first, longest
 * match wins; patterns are a dozen elements long at most, so a match costs a bounded number of steps.
 */
import { RiposteError } from "../../shared/index.ts";
import type { Glue, Word } from "../text/words.ts";

export type PatternElement =
  | { readonly kind: "word"; readonly key: string }
  | { readonly kind: "slot"; readonly slot: string; readonly name: string }
  | { readonly kind: "mark"; readonly glue: Glue }
  | {
      readonly kind: "choice";
      readonly options: readonly (readonly PatternElement[])[];
      readonly optional: boolean;
    };

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

/** @throws {RiposteError} `pack/bad-field` for brackets that do not match */
export function compilePattern(notation: string): PatternElement[] {
  const symbols = notation.match(SYMBOL) ?? [];
  let at = 0;
  const sequence = (closing: string | undefined): PatternElement[][] => {
    const options: PatternElement[][] = [[]];
    for (;;) {
      const symbol = symbols[at++];
      if (symbol === closing) return options;
      if (symbol === undefined)
        throw new RiposteError(
          "pack/bad-field",
          `dates.yaml: brackets do not match in the pattern "${notation}"`,
        );
      const current = options.at(-1);
      if (symbol === "|") options.push([]);
      else if (symbol === "[") current.push({ kind: "choice", options: sequence("]"), optional: true });
      else if (symbol === "(") current.push({ kind: "choice", options: sequence(")"), optional: false });
      else if (symbol.startsWith("{")) current.push(slot(symbol.slice(1, -1)));
      else if (/^[,/:-]$/.test(symbol)) current.push({ kind: "mark", glue: symbol as Glue });
      else current.push({ kind: "word", key: symbol });
    }
  };
  const [only] = sequence(undefined);
  return only ?? [];
}

function slot(text: string): PatternElement {
  const [kind = "", suffix = ""] = text.split(":");
  if (suffix === "n") return { kind: "slot", slot: `${kind}Number`, name: kind };
  return { kind: "slot", slot: kind, name: kind + suffix };
}

/** Words, slots and kinds of slot that a pattern can begin with. */
export function firstElements(elements: readonly PatternElement[]): {
  words: Set<string>;
  slots: Set<string>;
} {
  const words = new Set<string>();
  const slots = new Set<string>();
  const visit = (sequence: readonly PatternElement[]): boolean => {
    for (const element of sequence) {
      if (element.kind === "word") words.add(element.key);
      if (element.kind === "slot") slots.add(element.slot);
      if (element.kind === "word" || element.kind === "slot") return false;
      if (element.kind === "mark") continue;
      let empty = element.optional;
      for (const option of element.options) if (visit(option)) empty = true;
      if (!empty) return false;
    }
    return true;
  };
  visit(elements);
  return { words, slots };
}

const LOOSE: ReadonlySet<Glue> = new Set<Glue>(["", " ", "-", "'"]);

interface State {
  readonly at: number;
  /** Mark that the gap before the next word must be; `,` only may be. */
  readonly mark: Glue | undefined;
  readonly abbreviated: boolean;
  readonly slots: ReadonlyMap<string, SlotValue>;
}

/** The longest match of the pattern at word `at`. */
export function matchPattern(
  elements: readonly PatternElement[],
  words: readonly Word[],
  at: number,
  read: SlotReader,
): PatternMatch | undefined {
  let best: PatternMatch | undefined;
  const visit = (sequence: readonly PatternElement[], state: State, done: (state: State) => void): void => {
    const [element, ...rest] = sequence;
    if (element === undefined) return done(state);
    const next = (changed: State): void => visit(rest, changed, done);
    switch (element.kind) {
      case "mark":
        return next({ ...state, mark: element.glue });
      case "word":
        if (words[state.at]?.key === element.key && gapFits(words, at, state))
          next({ at: state.at + 1, mark: undefined, abbreviated: false, slots: state.slots });
        return;
      case "slot": {
        const value = gapFits(words, at, state) ? read(element.slot, words, state.at) : undefined;
        if (!value) return;
        const slots = new Map(state.slots).set(element.name, value);
        return next({
          at: state.at + value.length,
          mark: undefined,
          abbreviated: value.abbreviated === true,
          slots,
        });
      }
      case "choice":
        for (const option of element.options) visit(option, state, next);
        if (element.optional) next(state);
    }
  };
  visit(elements, { at, mark: undefined, abbreviated: false, slots: new Map() }, (state) => {
    // An optional comma with nothing behind it is no part of the match.
    if (state.at > at && (best === undefined || state.at > best.end))
      best = { end: state.at, slots: state.slots };
  });
  return best;
}

function gapFits(words: readonly Word[], first: number, state: State): boolean {
  if (state.at === first) return true;
  const glue = words[state.at]?.glue;
  if (glue === undefined) return false;
  if (state.mark !== undefined && state.mark !== ",") return glue === state.mark;
  if (LOOSE.has(glue)) return true;
  return (glue === "," && state.mark === ",") || (glue === "." && state.abbreviated);
}
