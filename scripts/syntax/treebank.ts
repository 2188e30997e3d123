/** Reads Universal Dependencies treebanks (CoNLL-U) as the product sees text. */
import { readFileSync } from "node:fs";

/** One sentence; all arrays are parallel, heads count from 0 and are -1 for the root. */
export interface TreebankSentence {
  readonly forms: readonly string[];
  readonly tags: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

export interface TreebankOptions {
  /** Undo the splitting of contractions (« du » = « de » + « le »): the product's French tokens keep them whole. */
  readonly joinContractions: boolean;
}

/** Relation subtypes that the product reads; all others are cut off. */
const KEPT_SUBTYPES = new Set(
  [
    ["nsubj:pass", "nsubj:caus", "csubj:pass", "obl:agent", "obl:unmarked"],
    ["aux:pass", "aux:tense", "aux:caus", "expl:subj", "expl:pass", "expl:pv"],
    ["acl:relcl", "advcl:cleft", "flat:name", "flat:foreign", "nmod:poss", "nmod:unmarked"],
    ["compound:prt", "cc:preconj", "det:predet"],
  ].flat(),
);

/** One syntactic word of a treebank; `head` counts from 1, 0 is the root. */
interface Word {
  form: string;
  tag: string;
  head: number;
  relation: string;
}

export function readTreebank(path: string, options: TreebankOptions): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  for (const block of readFileSync(path, "utf8").split(/\n\s*\n/)) {
    const words: Word[] = [];
    const contractions: { first: number; last: number; form: string }[] = [];
    for (const line of block.split("\n")) {
      if (line.startsWith("#")) continue;
      const [id, form, , upos, , features, head, relation] = line.split("\t");
      if (relation === undefined || !id || !form || !upos || !features) continue;
      const range = /^(\d+)-(\d+)$/.exec(id);
      if (range) contractions.push({ first: Number(range[1]), last: Number(range[2]), form });
      if (!/^\d+$/.test(id)) continue;
      words.push({
        form,
        tag: productTag(upos, features),
        head: Number(head),
        relation: productRelation(relation),
      });
    }
    if (words.length === 0) continue;
    markAgents(words);
    sentences.push(toSentence(options.joinContractions ? joinContractions(words, contractions) : words));
  }
  return sentences;
}

/** The tag set of `Token.pos`: universal parts of speech, verbs and auxiliaries with their form. */
function productTag(upos: string, features: string): string {
  if (upos !== "VERB" && upos !== "AUX") return upos;
  const form = /(?:^|\|)VerbForm=(\w+)/.exec(features)?.[1] ?? "Fin";
  const present = /(?:^|\|)Tense=Pres(?:\||$)/.test(features);
  return `${upos}.${form === "Part" && present ? "Ger" : form}`;
}

function productRelation(relation: string): string {
  return KEPT_SUBTYPES.has(relation) ? relation : (relation.split(":")[0] as string);
}

/** Marks « par » phrases of passive verbs as agents where a treebank leaves them plain obliques. */
function markAgents(words: readonly Word[]): void {
  const has = (head: number, test: (word: Word) => boolean) =>
    words.some((word) => word.head === head && test(word));
  words.forEach((word, index) => {
    const verb = words[word.head - 1];
    if (word.relation !== "obl" || !verb) return;
    const introduced = has(index + 1, (w) => w.relation === "case" && w.form.toLowerCase() === "par");
    const passive = verb.tag === "VERB.Part" || has(word.head, (w) => /^(nsubj|aux):pass$/.test(w.relation));
    if (introduced && passive) word.relation = "obl:agent";
  });
}

/**
 * Makes one word of each contraction: it takes the place of its part that has dependents outside, else of the
 * first part, and the head that this part or the one above it has outside.
 */
function joinContractions(
  words: readonly Word[],
  contractions: readonly { first: number; last: number; form: string }[],
): Word[] {
  const standsFor = words.map((_, index) => index + 1);
  const joined = words.map((word) => ({ ...word }));
  for (const { first, last, form } of contractions) {
    let kept = first;
    for (let part = first; part <= last; part++) {
      if (words.some((word, index) => word.head === part && (index + 1 < first || index + 1 > last)))
        kept = part;
    }
    const word = joined[kept - 1] as Word;
    word.form = form;
    if (word.head >= first && word.head <= last) {
      const above = words[word.head - 1] as Word;
      word.head = above.head;
      word.relation = above.relation;
    }
    const isPrepositionWithArticle = words[first - 1]?.tag === "ADP" && words[last - 1]?.tag === "DET";
    if (isPrepositionWithArticle) word.tag = "ADP";
    for (let part = first; part <= last; part++) standsFor[part - 1] = kept;
  }
  return renumber(joined, standsFor);
}

/** Keeps the words that stand for themselves and moves the heads to their new numbers. */
function renumber(words: readonly Word[], standsFor: readonly number[]): Word[] {
  const isKept = (index: number) => standsFor[index] === index + 1;
  const newNumber = new Map<number, number>([[0, 0]]);
  let next = 1;
  for (let index = 0; index < words.length; index++) if (isKept(index)) newNumber.set(index + 1, next++);
  return words
    .filter((_, index) => isKept(index))
    .map((word) => ({ ...word, head: newNumber.get(standsFor[word.head - 1] ?? 0) as number }));
}

function toSentence(words: readonly Word[]): TreebankSentence {
  return {
    forms: words.map((word) => word.form),
    tags: words.map((word) => word.tag),
    heads: words.map((word) => word.head - 1),
    relations: words.map((word) => word.relation),
  };
}
