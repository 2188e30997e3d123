/**
 * Treebank sentences as the product meets them: names and time expressions taken as one token, quotation marks left
 * out, capitals and accents missing. Training on some of them makes tagger and parser steadier on reports.
 */
import type { Random } from "./random.ts";
import type { TreebankSentence } from "./treebank.ts";

/** Share of sentences that get each kind of noise; the kinds are drawn independently of each other. */
export interface NoiseShares {
  readonly collapseNames: number;
  readonly collapseTimes: number;
  readonly dropQuotes: number;
  readonly lowerCase: number;
  readonly upperCase: number;
  readonly dropAccents: number;
}

export function addNoise(sentence: TreebankSentence, shares: NoiseShares, random: Random): TreebankSentence {
  let noisy = sentence;
  if (random.next() < shares.collapseNames) noisy = collapseNames(noisy);
  if (random.next() < shares.collapseTimes) noisy = collapseTimes(noisy);
  if (random.next() < shares.dropQuotes) noisy = dropQuotes(noisy);
  const capitals = random.next();
  if (capitals < shares.lowerCase) noisy = changeForms(noisy, (form) => form.toLowerCase());
  else if (capitals < shares.lowerCase + shares.upperCase)
    noisy = changeForms(noisy, (form) => form.toUpperCase());
  if (random.next() < shares.dropAccents) noisy = changeForms(noisy, withoutAccents);
  return noisy;
}

function changeForms(sentence: TreebankSentence, change: (form: string) => string): TreebankSentence {
  return { ...sentence, forms: sentence.forms.map(change) };
}

function withoutAccents(form: string): string {
  return form.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
}

/** A run of tokens that becomes one token in the place of its head. */
interface Span {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly tag: string;
  readonly relation: string;
}

const NAME_PART = /^(?:flat|flat:name|compound)$/;

/** Makes one proper noun of each name of several proper nouns. */
function collapseNames(sentence: TreebankSentence): TreebankSentence {
  const isName = (index: number) => sentence.tags[index] === "PROPN";
  const isPart = (index: number) => isName(index) && NAME_PART.test(sentence.relations[index] as string);
  const spans = sentence.forms.flatMap((_, head): Span[] => {
    if (!isName(head) || isPart(head)) return [];
    let first = head;
    let last = head;
    while (last + 1 < sentence.forms.length && isPart(last + 1) && inside(sentence, last + 1, head)) last++;
    while (first > 0 && isPart(first - 1) && inside(sentence, first - 1, head)) first--;
    return first === last
      ? []
      : [{ first, last, head, tag: "PROPN", relation: sentence.relations[head] as string }];
  });
  return collapse(sentence, spans);
}

/** Makes one adverb of each noun phrase that modifies a verb without a preposition: nearly all of them are times. */
function collapseTimes(sentence: TreebankSentence): TreebankSentence {
  const spans: Span[] = [];
  for (let head = 0; head < sentence.forms.length; head++) {
    if (!isBareNounPhrase(sentence, head)) continue;
    let first = head;
    let last = head;
    while (last + 1 < sentence.forms.length && inside(sentence, last + 1, head)) last++;
    while (first > 0 && inside(sentence, first - 1, head)) first--;
    while (sentence.tags[last] === "PUNCT") last--;
    while (sentence.tags[first] === "PUNCT") first++;
    if (first < last) spans.push({ first, last, head, tag: "ADV", relation: "advmod" });
  }
  return collapse(sentence, spans);
}

function isBareNounPhrase(sentence: TreebankSentence, head: number): boolean {
  return (
    /^obl(?::unmarked)?$/.test(sentence.relations[head] as string) &&
    /^(?:NOUN|PROPN|NUM)$/.test(sentence.tags[head] as string) &&
    !sentence.heads.some(
      (above, token) => above === head && /^(?:case|mark)$/.test(sentence.relations[token] as string),
    )
  );
}

/** Whether the token stands below `ancestor` in the tree. */
function inside(sentence: TreebankSentence, token: number, ancestor: number): boolean {
  let above = sentence.heads[token] as number;
  while (above >= 0 && above !== ancestor) above = sentence.heads[above] as number;
  return above === ancestor;
}

/** Collapses the spans that overlap no earlier one and that nothing outside depends on but through their head. */
function collapse(sentence: TreebankSentence, spans: readonly Span[]): TreebankSentence {
  const standsFor = sentence.forms.map((_, index) => index);
  const kept = { forms: [...sentence.forms], tags: [...sentence.tags], relations: [...sentence.relations] };
  let end = -1;
  for (const { first, last, head, tag, relation } of spans) {
    if (first <= end) continue;
    end = last;
    kept.forms[head] = sentence.forms.slice(first, last + 1).join(" ");
    kept.tags[head] = tag;
    kept.relations[head] = relation;
    for (let index = first; index <= last; index++) standsFor[index] = head;
  }
  return keepTokens({ ...kept, heads: sentence.heads }, standsFor);
}

const QUOTES = /^["“”«»]$/;

/** Leaves out the quotation marks that nothing depends on. */
function dropQuotes(sentence: TreebankSentence): TreebankSentence {
  const governs = new Set(sentence.heads);
  const kept = sentence.forms.map((form, index) => (QUOTES.test(form) && !governs.has(index) ? -1 : index));
  return kept.every((index) => index < 0) ? sentence : keepTokens(sentence, kept);
}

/** Keeps the tokens that stand for themselves; heads that are gone become what stands for them. */
function keepTokens(sentence: TreebankSentence, standsFor: readonly number[]): TreebankSentence {
  const kept = standsFor.flatMap((token, index) => (token === index ? [index] : []));
  const newIndex = new Map(kept.map((token, index) => [token, index]));
  const pick = <T>(values: readonly T[]) => kept.map((token) => values[token] as T);
  return {
    forms: pick(sentence.forms),
    tags: pick(sentence.tags),
    relations: pick(sentence.relations),
    heads: pick(sentence.heads).map((head) =>
      head < 0 ? -1 : (newIndex.get(standsFor[head] as number) as number),
    ),
  };
}
