/**
 * Whose account it is: which statement or « selon X » each act of a sentence stands under, and who speaks in
 * quotations, also where they run over sentences.
 */
import type { Offsets, QuotationSpan } from "../language/index.ts";
import { findMarkers, type Marker, markerFor } from "./account-markers.ts";
import { isIntroducedBySequence, segmentOf } from "./merge.ts";
import type { PhraseReader } from "./phrase-reader.ts";
import { addFillers, drop, fillers, isAct, nearestReading, type Reading, startReading } from "./reading.ts";
import { goOn } from "./running-account.ts";
import type { SentenceView } from "./sentence-view.ts";
import { nounAfter } from "./noun-after.ts";
import type { Filler } from "./types.ts";

/** How many tokens after a speech verb its content may begin (« a déclaré, mardi, que … »). */
const CONTENT_REACH = 10;

/** A quotation shorter than this is a word in scare quotes, not speech. */
const MIN_SPEECH = 24;

/** Puts every act of the sentence under the statement or marker that reports it; opinions are added to the readings. */
export function attribute(view: SentenceView, readings: Reading[], reader: PhraseReader): void {
  const opinion = findOpinion(view, reader);
  if (opinion) readings.push(opinion);
  for (const s of readings)
    if (!isAct(s) && isHelped(view, s, readings)) drop(s, "one statement with the verb above it");
  const live = readings.filter((r) => !r.dropped);
  const statements = live.filter((r) => !isAct(r));
  for (const s of statements) completeSpeaker(view, s, statements, reader);
  for (const s of statements) inheritSpeaker(view, s, statements);
  const markers = findMarkers(view, reader);
  for (const act of live) {
    if (!isAct(act)) continue;
    const governing = statements.filter((s) => covers(view, s, act, statements));
    const statement = nearestReading(governing, act.at);
    if (statement) {
      act.statement = statement;
      statement.content.push(act);
      act.trace.push(`said by « ${view.lower(statement.at)} »`);
      continue;
    }
    const marker = markers.length > 0 ? markerFor(view, act, markers) : undefined;
    if (marker) applyMarker(act, marker);
    else if (fillers(act, "speaker").length > 0) tellItself(act);
  }
  goOn(view, live, statements, markers, reader);
  for (const s of statements) {
    if (s.pattern.frame.content !== true && fillers(s, "speaker").length === 0) {
      const named = markers.find((m) => segmentOf(view, m.at) === segmentOf(view, s.at));
      if (named) addFillers(s, "speaker", named.source);
      continue;
    }
    const marker = markers.find(
      (m) => Math.abs(m.at - s.at) > 1 && segmentOf(view, m.at) === segmentOf(view, s.at),
    );
    if (marker && fillers(s, "speaker").length > 0 && s.source.length === 0 && s.modality === "asserted") {
      if (!marker.source.some((x) => fillers(s, "speaker").some((y) => y.mention.start === x.mention.start)))
        s.source = marker.source;
    }
  }
}

/** « X a prétendu y voir … », « X a tenu à préciser … »: an infinitive of saying under another verb of saying. */
const isHelped = (view: SentenceView, s: Reading, readings: readonly Reading[]): boolean =>
  s.verbal &&
  s.pattern.frame.content === true &&
  view.relation(s.at).startsWith("xcomp") &&
  readings.some((r) => r !== s && !r.dropped && !isAct(r) && r.at === view.head(s.at));

/** « Pour X, il s'agit d'une agression »: a statement without a verb of saying, where the words judge. */
function findOpinion(view: SentenceView, reader: PhraseReader): Reading | undefined {
  const pattern = view.index.opinion;
  if (!pattern) return undefined;
  const { opinion } = view.index.lexicon.attribution;
  for (let k = 0; k < view.length; k++) {
    if (!opinion.includes(view.lower(k)) || (k > 0 && !/^[;:,.]$/.test(view.lower(k - 1)))) continue;
    const head = nounAfter(view, k);
    if (head === undefined || head > k + 3) continue;
    const speaker = reader.read(view, head, "speaker");
    if (speaker.length === 0) continue;
    const judged = view.tokens.some((_, i) => i > head && view.match(view.index.content, i) !== undefined);
    if (!judged) continue;
    const reading = startReading(view, k, pattern, false, undefined, "asserted");
    addFillers(reading, "speaker", speaker);
    return reading;
  }
  return undefined;
}

/** « L'Observatoire dénombre six morts »: the verb itself says who counts. */
function tellItself(act: Reading): void {
  act.source = fillers(act, "speaker");
  if (act.modality === "asserted") act.modality = "reported";
  act.trace.push(`counted by « ${act.source.map((f) => f.mention.text).join(", ")} »`);
}

function applyMarker(act: Reading, marker: Marker): void {
  act.source = marker.source;
  act.sourceText = marker.text;
  if (act.modality === "asserted") act.modality = marker.alleged ? "alleged" : "reported";
  act.trace.push(`according to « ${marker.text} »`);
}

/** Speakers that stand elsewhere: shared with a coordinate verb, « par la voix de X », « lit-on dans le communiqué de X ». */
function completeSpeaker(
  view: SentenceView,
  s: Reading,
  statements: readonly Reading[],
  reader: PhraseReader,
): void {
  const voice = voiceOf(view, reader);
  if (voice.length > 0 && fillers(s, "speaker").length > 0) s.roles.set("speaker", voice);
  if (fillers(s, "speaker").length === 0 && view.relation(s.at) === "conj") {
    const first = statements.find((o) => o.at === view.head(s.at));
    if (first) addFillers(s, "speaker", fillers(first, "speaker"));
  }
  if (fillers(s, "speaker").length === 0 && s.verbal) {
    const documents = view.subtree(s.at, "ccomp", "parataxis").filter((k) => view.isOfClass(k, "document"));
    for (const k of documents) {
      const inside = view.kids(k, "nmod").flatMap((n) => reader.read(view, n, "speaker"));
      addFillers(s, "speaker", inside);
    }
  }
  const subject = s.arguments?.subjects[0];
  const { first, impersonal } = view.index.lexicon.grammar.pronouns;
  if (subject !== undefined && fillers(s, "speaker").length === 0 && impersonal.includes(view.lower(subject)))
    addFillers(s, "speaker", placeThatSpeaks(view, s.at, reader));
  const speaks = subject !== undefined && (view.isNoun(subject) || first.includes(view.lower(subject)));
  if (speaks && fillers(s, "speaker").length === 0)
    s.speakerText = view.span(view.phraseStart(subject), Math.max(subject, view.phraseEnd(subject))).text;
}

/** « toute riposte sera une erreur, prévient X »: what is said is a statement of its own, by whoever says it. */
function inheritSpeaker(view: SentenceView, s: Reading, statements: readonly Reading[]): void {
  if (fillers(s, "speaker").length > 0 || s.pattern.frame.content === true || s.dropped) return;
  const outer = statements.find(
    (o) => o !== s && !o.dropped && o.pattern.frame.content === true && covers(view, o, s, statements),
  );
  if (!outer || fillers(outer, "speaker").length === 0) return;
  addFillers(s, "speaker", fillers(outer, "speaker"));
  s.trace.push(`said by « ${view.lower(outer.at)} »`);
  drop(outer, "what is said is a statement of its own");
}

/** « À Gitega, on dément », « on assure, du côté de Téhéran »: the capital named beside an impersonal subject. */
function placeThatSpeaks(view: SentenceView, verb: number, reader: PhraseReader): readonly Filler[] {
  return view
    .kids(verb, "obl", "dislocated", "nmod")
    .filter((k) => view.isLedBy(k, "in"))
    .flatMap((k) => reader.read(view, k, "speaker"));
}

function voiceOf(view: SentenceView, reader: PhraseReader): readonly Filler[] {
  for (let k = 0; k < view.length; k++) {
    const hit = view.match(view.index.voice, k);
    if (!hit) continue;
    const head = nounAfter(view, k + hit.length - 1);
    if (head !== undefined) return reader.read(view, head, "speaker");
  }
  return [];
}

/** Whether the statement reports the act: its content clause, what follows « que », or what stands before « …, dit X ». */
function covers(view: SentenceView, s: Reading, act: Reading, statements: readonly Reading[]): boolean {
  if (act.members.some((m) => m === s.at)) return false;
  // « X, qui dit avoir frappé Y, se retire »: what governs the statement stands beside it, not under it.
  if (act.verbal && !trails(view, s) && isRelativeUnder(view, s.at, act.at)) return false;
  if (/^(acl|amod)/.test(view.relation(s.at)) && act.members.includes(view.head(s.at)))
    return s.arguments?.passive === true;
  const subjectTokens = view.kids(s.at, "nsubj", "obl:agent").flatMap((k) => view.subtree(k));
  const passiveSubject = s.arguments?.passive === true;
  if (!passiveSubject && act.members.every((m) => subjectTokens.includes(m))) return false;
  if (act.members.some((m) => isContentOf(view, m, s.at) && (passiveSubject || !subjectTokens.includes(m))))
    return true;
  if (s.pattern === view.index.opinion) return act.at > s.at;
  if (s.pattern.frame.content !== true && !s.verbal) return false;
  const content = contentStart(view, s);
  if (content !== undefined && act.at >= content && segmentFree(view, content, act.at, s, statements))
    return true;
  return (
    trails(view, s) &&
    act.at < s.at &&
    !statements.some((o) => o !== s && o.at > act.at && o.at < s.at && trails(view, o))
  );
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
export function trails(view: SentenceView, s: Reading): boolean {
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

/**
 * Gives acts in quotations their speaker where the speech verb stands in another sentence.
 * `readings` are those of the whole document, in text order.
 */
export function attributeQuotations(
  quotations: readonly QuotationSpan[],
  readings: readonly Reading[],
): void {
  const statements = readings.filter((r) => !r.dropped && !isAct(r) && r.pattern.frame.content === true);
  for (const quotation of quotations) {
    if (quotation.depth > 1 || quotation.end - quotation.start < MIN_SPEECH) continue;
    const inside = readings.filter(
      (r) =>
        !r.dropped && isAct(r) && contains(quotation, offset(r)) && !r.statement && r.source.length === 0,
    );
    if (inside.length === 0) continue;
    const speaker = speakerOf(quotation, statements);
    if (!speaker) continue;
    for (const act of inside) {
      act.statement = speaker;
      speaker.content.push(act);
      act.trace.push(`in a quotation of « ${speaker.view.lower(speaker.at)} »`);
    }
  }
}

const offset = (r: Reading): number => r.view.tokens[r.at]?.start ?? 0;
const contains = (span: Offsets, at: number): boolean => span.start <= at && at < span.end;

/** The statement outside the quotation that is nearest to its end, else to its start. */
function speakerOf(quotation: QuotationSpan, statements: readonly Reading[]): Reading | undefined {
  const REACH = 160;
  const after = statements.find((s) => offset(s) >= quotation.end && offset(s) - quotation.end < REACH / 2);
  const before = statements.findLast(
    (s) => offset(s) < quotation.start && quotation.start - offset(s) < REACH,
  );
  return after ?? before;
}

/** Tokens of what a statement says: before it where it trails, else after it up to the next speaker. */
export function saidTokens(s: Reading): number[] {
  const { view } = s;
  const all = view.tokens.map((_, i) => i);
  if (trails(view, s)) return all.filter((i) => i < s.at);
  const segment = segmentOf(view, s.at);
  return all.filter((i) => i > s.at && segmentOf(view, i) === segment);
}
