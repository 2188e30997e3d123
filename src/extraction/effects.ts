/** Counts in a clause: killed, wounded and damage, and how many weapons or sites; an explicit "none" is a value. */
import type { Effects, Quantity } from "../ontology/index.ts";
import type { NumberSpan } from "../language/index.ts";
import { clauseTokens } from "./clause-span.ts";
import type { Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";
import { isWeapon } from "./weapons.ts";

const KINDS = ["killed", "wounded"] as const;

/** Effects that the reading's own clause counts; undefined where it counts none. */
export function effectsOf(reading: Reading): Effects | undefined {
  const { view } = reading;
  const tokens = clauseTokens(reading);
  const effects: { -readonly [K in keyof Effects]: Effects[K] } = {};
  for (const i of tokens) {
    const kind = effectAt(reading, i);
    if (!kind) continue;
    const count =
      countBefore(view, i) ?? (reading.modality === "negated" || isNone(view, i) ? none(view, i) : undefined);
    if (kind === "damage") {
      effects.damage ??= { none: isNone(view, i), text: damageAt(view, i) };
    } else if (kind === "victims") {
      if (count)
        for (const k of count.min === 0 && count.max === 0 ? KINDS : (["killed"] as const))
          effects[k] ??= count;
    } else if (count) effects[kind] ??= count;
  }
  return Object.keys(effects).length > 0 ? effects : undefined;
}

/** The phrase of damage at `i`, or of the thing that is damaged: "material damage" is two words. */
const damageAt = (view: SentenceView, i: number): string =>
  view.span(view.phraseStart(i), i + Math.max(1, view.lengthOfClass(i, "damage")) - 1).text;

function effectAt(reading: Reading, i: number): "killed" | "wounded" | "damage" | "victims" | undefined {
  const { view } = reading;
  if (view.isOfClass(i, "wounded")) return "wounded";
  if (view.isNoun(i) && view.isOfClass(i, "damage")) return "damage";
  if (view.isOfClass(i, "killed")) return "killed";
  if (view.isOfClass(i, "victims")) return "victims";
  // « a tué quatre combattants »: the people counted next to a verb of killing.
  if (!view.isOfClass(i, "people")) return undefined;
  const verb = verbOver(view, i);
  if (verb === undefined) return undefined;
  const patterns = reading.members.includes(verb)
    ? [reading.pattern]
    : view.spellings(verb).flatMap((s) => view.index.verbs.get(s) ?? []);
  const effect = patterns.find((p) => (p === reading.pattern || p.words.length === 1) && p.frame.effect)
    ?.frame.effect;
  // Vehicles and sites are damaged, people are not.
  return effect === "damage" && !view.isOfClass(i, "unit") ? undefined : effect;
}

function verbOver(view: SentenceView, i: number): number | undefined {
  let at = i;
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    if (view.isVerb(at)) return at;
    const participle = view.kids(at, "acl", "amod").find((k) => view.isParticiple(k));
    if (participle !== undefined) return participle;
    at = view.head(at);
  }
  return undefined;
}

/** The number in or right before the phrase headed by `i`. */
function countBefore(view: SentenceView, i: number): Quantity | undefined {
  const start = view.tokens[Math.max(0, view.phraseStart(i) - 3)]?.start ?? 0;
  const end = view.tokens[i]?.end ?? 0;
  const number = numberWithin(view.doc.numbers, start, end);
  return number && quantityOf(number);
}

/** The last number that lies within the offsets; `numbers` are in text order. */
function numberWithin(numbers: readonly NumberSpan[], start: number, end: number): NumberSpan | undefined {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle]?.start ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  const last = numbers[low - 1];
  return last && last.start >= start && last.end <= end ? last : undefined;
}

function quantityOf({ min, max, approximate, text }: NumberSpan): Quantity {
  return max === undefined ? { min, approximate, text } : { min, max, approximate, text };
}

function isNone(view: SentenceView, i: number): boolean {
  // « aucune victime ni dégâts », "no casualties or damage"
  return deniesItself(view, i) || (view.relation(i) === "conj" && deniesItself(view, view.head(i)));
}

function deniesItself(view: SentenceView, i: number): boolean {
  const { nobody } = view.index.lexicon.modality;
  return (
    view.kids(i, "det", "advmod").some((k) => nobody.includes(view.lower(k))) ||
    (i > 0 && nobody.includes(view.lower(i - 1)))
  );
}

const none = (view: SentenceView, i: number): Quantity => ({
  min: 0,
  max: 0,
  approximate: false,
  text: view.span(Math.max(0, i - 1), i).text,
});

/** How many weapons were used or acts counted: the first number that counts a weapon or event noun of the clause. */
export function quantityIn(reading: Reading): Quantity | undefined {
  const { view } = reading;
  if (view.pos(reading.at).startsWith("NUM")) return countBefore(view, reading.at);
  for (const i of clauseTokens(reading)) {
    const counted = isWeapon(view, i) || reading.members.includes(i) || view.isOfClass(i, "unit");
    if (!counted || view.isVerb(i)) continue;
    const count = countBefore(view, i);
    if (count) return count;
  }
  return undefined;
}
