/** Weapons named in a clause, and the subtype of attack that they give. */
import type { Instrument, Subtype } from "../ontology/index.ts";
import type { SentenceView } from "./sentence-view.ts";

/** Whether the token names a weapon or something shot (« une salve », « des projectiles »). */
export function isWeapon(view: SentenceView, i: number): boolean {
  if (!/^(NOUN|PROPN|ADJ|X)/.test(view.pos(i))) return false;
  return view.match(view.index.instruments, i) !== undefined || view.match(view.index.shots, i) !== undefined;
}

/** Instruments named by the tokens, without repeats, in text order. */
export function instrumentsIn(view: SentenceView, tokens: readonly number[]): Instrument[] {
  const out: Instrument[] = [];
  let end = -1;
  for (const i of tokens) {
    // « bombarder » holds the word for a bomb, and names none.
    if (i < end || view.isVerb(i)) continue;
    const hit = view.match(view.index.instruments, i);
    if (!hit) continue;
    end = i + hit.length;
    if (!out.includes(hit.value)) out.push(hit.value);
  }
  return out;
}

/** The subtype that the weapons and kind words among the tokens give; undefined where none does. */
export function subtypeOf(view: SentenceView, tokens: readonly number[]): Subtype | undefined {
  for (const i of tokens) {
    const kind = view.match(view.index.kinds, i);
    if (kind && kind.value === "suicide-attack") return kind.value;
  }
  const named = instrumentsIn(view, tokens);
  const row = view.index.lexicon.weaponSubtypes.find((r) => named.includes(r.instrument));
  if (row) return row.subtype;
  for (const i of tokens) {
    const kind = view.match(view.index.kinds, i);
    if (kind) return kind.value;
  }
  return undefined;
}
