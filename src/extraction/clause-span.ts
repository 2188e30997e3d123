/** Which tokens of its sentence tell a reading: the evidence that is quoted, and where weapons and times are looked for. */
import type { Span } from "../ontology/index.ts";
import { isAct, type Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";

/** Evidence shorter than this (characters) is too little to be found again: the sentence is quoted. */
const MIN_EVIDENCE = 25;
/** Tokens on either side of the trigger beyond which a clause is not quoted. */
const MAX_REACH = 32;

/** Tokens of the clauses that the reading's triggers head, in text order. */
export function clauseTokens(reading: Reading): number[] {
  const { view, at } = reading;
  const out = new Set<number>();
  const otherStatement = reading.statement?.view === view ? reading.statement.at : -1;
  for (const member of reading.members) {
    const head = isAct(reading) ? clauseHead(reading, member, otherStatement) : member;
    const stop = isAct(reading) ? ["parataxis", "ccomp"] : ["parataxis"];
    for (const i of view.subtree(head, ...stop))
      if (Math.abs(i - at) <= MAX_REACH && i !== otherStatement) out.add(i);
  }
  return [...out].sort((a, b) => a - b);
}

/** The verb whose argument an event noun is, unless that verb is the statement that reports it or tells another act. */
function clauseHead(reading: Reading, at: number, otherStatement: number): number {
  const { view, members } = reading;
  let head = at;
  for (let steps = 0; steps < 6 && !view.isVerb(head); steps++) {
    const up = view.head(head);
    if (up < 0 || up === otherStatement || /^(parataxis|conj|root|acl|advcl)/.test(view.relation(head)))
      break;
    const core = /^(nsubj|obj)/.test(view.relation(head)) || members.includes(up);
    if (view.isVerb(up) && (!core || isStatementVerb(view, up))) break;
    head = up;
  }
  return head;
}

const isStatementVerb = (view: SentenceView, i: number): boolean =>
  view.spellings(i).some((s) => view.index.verbs.get(s)?.some((p) => p.frame.speaker !== undefined));

/** The words quoted as evidence. */
export function evidenceOf(reading: Reading): Span {
  const { view, at } = reading;
  const tokens = clauseTokens(reading);
  let from = tokens[0] ?? at;
  let to = tokens.at(-1) ?? at;
  if (!isAct(reading) && to - from > MAX_REACH) to = Math.min(to, at + MAX_REACH / 2);
  while (from < to && view.isPunctuation(from)) from++;
  while (to > from && view.isPunctuation(to)) to--;
  const span = view.span(from, to);
  return span.text.length < MIN_EVIDENCE ? wholeSentence(view, at) : span;
}

function wholeSentence(view: SentenceView, at: number): Span {
  const from = Math.max(0, at - MAX_REACH);
  const to = Math.min(view.length - 1, at + MAX_REACH);
  return view.span(from, to);
}
