/** How far a statement reaches: which acts of its sentence it reports, and which words are what is said. */
import { isIntroducedBySequence, segmentOf } from "./merge.ts";
import { fillers, type Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";

/** How many tokens after a speech verb its content may begin (« a déclaré, mardi, que … »). */
const CONTENT_REACH = 10;

/** Whether the statement reports the act: its content clause, what follows « que », or what stands before « …, dit X ». */
export function covers(
  view: SentenceView,
  s: Reading,
  act: Reading,
  statements: readonly Reading[],
): boolean {
  if (act.members.some((m) => m === s.at)) return false;
  // « X, qui dit avoir frappé Y, se retire »: what governs the statement stands beside it, not under it.
  if (act.verbal && !trails(view, s) && isRelativeUnder(view, s.at, act.at)) return false;
  if (/^(acl|amod)/.test(view.relation(s.at)) && act.members.includes(view.head(s.at)))
    return s.arguments?.passive === true;
  const subjectTokens = view.kids(s.at, "nsubj", "obl:agent").flatMap((k) => view.subtree(k));
  const passiveSubject = s.arguments?.passive === true;
  // « Cinq morts, écrit le gouverneur »: a comma parts what is said from its verb, whatever it hangs from.
  const isBefore = act.at < s.at && trails(view, s);
  if (!passiveSubject && !isBefore && act.members.every((m) => subjectTokens.includes(m))) return false;
  if (act.members.some((m) => isContentOf(view, m, s.at) && (passiveSubject || !subjectTokens.includes(m))))
    return true;
  if (s.pattern === view.index.opinion) return act.at > s.at;
  if (s.pattern.frame.content !== true && !s.verbal) return false;
  const content = contentStart(view, s);
  if (content !== undefined && act.at >= content && segmentFree(view, content, act.at, s, statements))
    return true;
  if (isBefore) return !statements.some((o) => o !== s && o.at > act.at && o.at < s.at && trails(view, o));
  return act.at > s.at && isInserted(view, s) && segmentFree(view, s.at, act.at, s, statements);
}

/** « À X, reconnaît Y, la frappe a fait … »: between commas, before the verb of what is said. */
function isInserted(view: SentenceView, s: Reading): boolean {
  if (!trails(view, s)) return false;
  const end = Math.max(s.at, ...(s.arguments?.subjects ?? []).map((k) => view.phraseEnd(k)));
  const from = view.tokens.findLastIndex((_, k) => k < s.at && /^[;.:]$/.test(view.lower(k)));
  for (let k = from + 1; k < s.at - 1; k++) if (view.isFinite(k)) return false;
  return view.lower(end + 1) === ",";
}

/** Whether the statement stands in a relative clause of a phrase that hangs from the verb. */
function isRelativeUnder(view: SentenceView, statement: number, verb: number): boolean {
  let at = statement;
  let relative = false;
  for (let steps = 0; steps <= view.length && at >= 0; steps++) {
    if (at === verb) return relative;
    relative ||= view.relation(at).startsWith("acl:relcl");
    at = view.head(at);
  }
  return false;
}

/** Whether the token hangs from the statement as what is said: not as its time (« peu avant les tirs ») nor beside it. */
function isContentOf(view: SentenceView, token: number, statement: number): boolean {
  let at = token;
  for (let steps = 0; steps <= view.length && at >= 0; steps++) {
    const up = view.head(at);
    if (up === statement) return !view.relation(at).startsWith("conj") && !isIntroducedBySequence(view, at);
    at = up;
  }
  return false;
}

/** Where the content of a speech verb begins: « que », an infinitive, a colon or an opening quotation mark after it. */
function contentStart(view: SentenceView, s: Reading): number | undefined {
  const { complementizers } = view.index.lexicon.grammar;
  for (let k = s.at + 1; k < Math.min(view.length, s.at + CONTENT_REACH); k++) {
    const word = view.lower(k);
    if (complementizers.includes(word) || /^[:«“"]$/.test(word)) return k;
    if (
      /Inf/.test(view.pos(k)) ||
      (k === s.at + 1 &&
        s.pattern.frame.content === true &&
        view.index.lexicon.grammar.bareContent &&
        view.isNominal(k))
    )
      return k;
    if (view.isFinite(k) || /^[;.?!]$/.test(word)) return undefined;
  }
  return undefined;
}

function segmentFree(
  view: SentenceView,
  from: number,
  to: number,
  s: Reading,
  statements: readonly Reading[],
): boolean {
  for (let k = from; k < to; k++) if (view.lower(k) === ";") return false;
  return !statements.some(
    (o) => o !== s && o.verbal && o.at > from && o.at < to && fillers(o, "speaker").length > 0,
  );
}

/** « …, a annoncé X »: the statement closes the sentence and speaks of what stands before it. */
function trails(view: SentenceView, s: Reading): boolean {
  if (!s.verbal || s.pattern.frame.speaker === undefined) return false;
  // « a fait savoir »: the auxiliaries hang from the verb that « faire » helps.
  const predicate =
    view.relation(s.at).startsWith("aux") && view.isVerb(view.head(s.at)) ? view.head(s.at) : s.at;
  const helpers = [...view.kids(s.at), ...view.kids(predicate)].filter((k) =>
    /^(aux|expl|iobj|advmod)/.test(view.relation(k)),
  );
  const first = Math.min(s.at, ...helpers.filter((k) => k < s.at && k >= s.at - 3));
  const subjects = s.arguments?.subjects ?? [];
  const subject = subjects[0];
  const opens = subject !== undefined && subject < first ? view.phraseStart(subject) : first;
  if (opens < 2) return false;
  const before = view.lower(opens - 1);
  const closed = /^[,»”"'–—-]$/.test(before);
  if (!closed) return false;
  const inverted = subject !== undefined && subject > s.at;
  if (inverted) return true;
  if (contentStart(view, s) !== undefined) return false;
  return subject === undefined || view.index.lexicon.grammar.closingSubjectFirst || before === "»";
}

/** Tokens of what a statement says: before it where it trails, else after it up to the next speaker. */
export function saidTokens(s: Reading): number[] {
  const { view } = s;
  const all = view.tokens.map((_, i) => i);
  if (trails(view, s)) return all.filter((i) => i < s.at);
  const segment = segmentOf(view, s.at);
  return all.filter((i) => i > s.at && segmentOf(view, i) === segment);
}
