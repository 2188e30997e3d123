/** Whose account it is: which statement or « selon X » each act of a sentence stands under. */
import { findMarkers, type Marker, markerFor } from "./account-markers.ts";
import { segmentOf } from "./merge.ts";
import type { PhraseReader } from "./phrase-reader.ts";
import { addFillers, drop, fillers, isAct, nearestReading, type Reading, startReading } from "./reading.ts";
import { goOn } from "./running-account.ts";
import type { SentenceView } from "./sentence-view.ts";
import { covers } from "./statement-scope.ts";
import { nounAfter } from "./noun-after.ts";
import type { Filler } from "./types.ts";

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
