/**
 * A tree by position alone: the second path, used where there is no parser model and compared with the parse
 * elsewhere. Noun phrases are attached to the verb beside them, complements to the noun before them.
 */
import type { Token } from "../language/index.ts";
import type { Tree } from "./sentence-view.ts";

const isNoun = (t: Token): boolean =>
  (/^(NOUN|PROPN|PRON)/.test(t.pos) || t.name !== undefined) && t.time === undefined;
const isVerb = (t: Token): boolean => t.pos.startsWith("VERB") && t.name === undefined;

/** Heads and relations of a sentence's tokens, in one pass; linear in their number. `genitive`: prepositions of a noun's complement (« de »). */
export function surfaceTree(tokens: readonly Token[], genitive: ReadonlySet<string>): Tree {
  const n = tokens.length;
  const heads = Array.from({ length: n }, () => -1);
  const relations = Array.from({ length: n }, () => "dep");
  const attach = (i: number, head: number, relation: string) => {
    if (head < 0 || head === i) return;
    heads[i] = head;
    relations[i] = relation;
  };
  let verb = -1;
  let noun = -1;
  let openSubject = -1;
  let preposition = -1;
  let hasObject = false;
  const auxiliaries: number[] = [];
  const waiting: number[] = [];
  tokens.forEach((token, i) => {
    if (/^(DET|NUM|ADJ)/.test(token.pos) && token.name === undefined && !isNoun(token)) {
      const back = token.pos.startsWith("ADJ") && noun === i - 1 && noun >= 0;
      if (back) attach(i, noun, "amod");
      else waiting.push(i);
      return;
    }
    if (token.pos.startsWith("AUX")) {
      auxiliaries.push(i);
      return;
    }
    if (token.pos.startsWith("ADP")) {
      preposition = i;
      return;
    }
    if (isVerb(token)) {
      const participle = /Part|Ger/.test(token.pos) && auxiliaries.length === 0;
      for (const a of auxiliaries.splice(0)) attach(a, i, "aux");
      if (participle && noun >= 0) attach(i, noun, "acl");
      else if (/Inf/.test(token.pos) && verb >= 0) attach(i, verb, "xcomp");
      else {
        if (openSubject >= 0) attach(openSubject, i, "nsubj");
        if (verb >= 0 && heads[i] === -1) attach(i, verb, "conj");
      }
      verb = i;
      openSubject = -1;
      hasObject = false;
      preposition = -1;
      for (const w of waiting.splice(0)) attach(w, i, "advmod");
      return;
    }
    if (isNoun(token)) {
      for (const w of waiting.splice(0))
        attach(
          w,
          i,
          tokens[w]?.pos.startsWith("DET") ? "det" : tokens[w]?.pos.startsWith("NUM") ? "nummod" : "amod",
        );
      if (preposition >= 0) {
        attach(preposition, i, "case");
        const of = genitive.has(tokens[preposition]?.lower ?? "");
        if (of && noun >= 0) attach(i, noun, "nmod");
        else if (verb >= 0) attach(i, verb, "obl");
        else if (noun >= 0) attach(i, noun, "nmod");
      } else if (noun === i - 1 && noun >= 0)
        attach(i, noun, token.name === undefined ? "compound" : "appos");
      else if (verb >= 0 && !hasObject) {
        attach(i, verb, "obj");
        hasObject = true;
      } else if (openSubject < 0) openSubject = i;
      noun = i;
      preposition = -1;
      return;
    }
    if (/^[,;:.!?]$/.test(token.form)) {
      if (/^[;:.!?]$/.test(token.form)) {
        verb = -1;
        openSubject = -1;
      }
      hasObject = true;
      noun = token.form === "," ? noun : -1;
    }
  });
  return { heads: breakCycles(heads), relations };
}

/** The passes above never look ahead by more than one clause, but a cut keeps every caller safe from a loop. */
function breakCycles(heads: number[]): number[] {
  const state = new Uint8Array(heads.length);
  for (let i = 0; i < heads.length; i++) {
    const path: number[] = [];
    let at = i;
    while (at >= 0 && state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = heads[at] ?? -1;
    }
    if (at >= 0 && state[at] === 1) heads[path.at(-1) ?? i] = -1;
    for (const p of path) state[p] = 2;
  }
  return heads;
}
