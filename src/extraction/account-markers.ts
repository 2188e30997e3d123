/** « selon X », « à en croire Y »: words that say whose account a part of a sentence gives. */
import type { EntityType } from "../ontology/index.ts";
import { segmentOf } from "./merge.ts";
import type { PhraseReader } from "./phrase-reader.ts";
import type { Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";
import { nounAfter } from "./noun-after.ts";
import type { Filler } from "./types.ts";

/** « selon X »: a marker, the sources that it names, and the tokens that it covers. */
export interface Marker {
  readonly at: number;
  readonly end: number;
  readonly source: readonly Filler[];
  readonly text: string;
  readonly alleged: boolean;
}

/** Markers of the sentence, in text order. */
export function findMarkers(view: SentenceView, reader: PhraseReader): Marker[] {
  const set = view.index.prepositions.get("according");
  if (!set) return [];
  const out: Marker[] = [];
  const label = labelOf(view, reader);
  if (label) out.push(label);
  for (let k = 0; k < view.length; k++) {
    const aside = inParentheses(view, k, reader);
    if (aside) out.push(aside);
    // Further on in a sentence it takes up who speaks there.
    const again = k <= 2 ? view.match(view.index.goingOn, k) : undefined;
    if (again && reader.register.speaker.length > 0) {
      const end = k + again.length - 1;
      out.push({ at: k, end, source: reader.register.speaker, text: view.span(k, end).text, alleged: true });
    }
    const length = again ? 0 : markerLength(view, set, k);
    if (length === 0) continue;
    const head = nounAfter(view, k + length - 1) ?? pronounAfter(view, k + length - 1);
    if (head === undefined) continue;
    const source = reader.read(view, head, "source");
    const known = source.length > 0 ? source : authorsOf(view, head, reader);
    // « pour X » is a source only where X can speak and a comma or verb follows it.
    if (
      length === 1 &&
      view.index.lexicon.attribution.opinion.includes(view.lower(k)) &&
      (k > 0 || known.length === 0)
    )
      continue;
    const end = Math.max(head, view.phraseEnd(head));
    const text = view.span(view.phraseStart(head), Math.min(end, head + 8)).text;
    const alleged = view.match(view.index.distancing, k) !== undefined;
    out.push({ at: k, end, source: known, text, alleged });
    k = head;
  }
  return out;
}

/** « Tsahal : « … » », "ISPR: nine killed", « Bilan du ministère : 25 morts »: who stands before the colon gives what follows. */
function labelOf(view: SentenceView, reader: PhraseReader): Marker | undefined {
  let colon = 0;
  while (colon < Math.min(view.length, LABEL_LENGTH) && view.lower(colon) !== ":") colon++;
  if (view.lower(colon) !== ":" || colon === 0) return undefined;
  const words = Array.from({ length: colon }, (_, k) => k);
  if (words.some((k) => view.isVerb(k) || view.isPunctuation(k))) return undefined;
  const head = words.find((k) => view.isNoun(k));
  if (head === undefined || view.preposition(head) !== "") return undefined;
  const told = view.isOfClass(head, "document") || view.match(view.index.toll, head) !== undefined;
  const source = told ? authorsOf(view, head, reader) : reader.read(view, head, "source");
  const quoted = /^[«“"]$/.test(view.lower(colon + 1));
  const speaks = source.every((f) => {
    const type = reader.entities.typeOf(f.mention);
    return told || (type !== undefined && (LABELS.has(type) || (quoted && type !== "Country")));
  });
  if (source.length === 0 || !speaks) return undefined;
  return { at: 0, end: colon, source, text: view.span(0, colon - 1).text, alleged: false };
}

/** Tokens of the longest label before a colon. */
const LABEL_LENGTH = 9;

/** Who stands before a colon as whoever speaks; a force or a group there is as often what the report turns to. */
const LABELS: ReadonlySet<EntityType> = new Set(["Media", "Person", "Institution"]);

/** « 22 tués (OSDH) », "three killed (AFP)": an outlet or monitor alone in parentheses. */
function inParentheses(view: SentenceView, k: number, reader: PhraseReader): Marker | undefined {
  const name = view.name(k);
  if (!name || view.lower(k - 1) !== "(" || view.lower(k + 1) !== ")") return undefined;
  const source = reader.read(view, k, "source").filter((f) => reader.entities.typeOf(f.mention) === "Media");
  return source.length > 0 ? { at: k, end: k, source, text: name.text, alleged: false } : undefined;
}

/** « selon un bilan rendu public par X », « d'après un décompte de X »: who stands behind the account. */
function authorsOf(view: SentenceView, head: number, reader: PhraseReader): readonly Filler[] {
  const near = view.kids(head, "nmod", "appos").flatMap((n) => reader.read(view, n, "source"));
  if (near.length > 0) return near;
  const by = view
    .subtree(head, "conj", "parataxis")
    .filter((k) => k > head && view.isNoun(k) && view.isLedBy(k, "by"));
  return by.flatMap((k) => reader.read(view, k, "source"));
}

function markerLength(view: SentenceView, set: ReadonlySet<string>, k: number): number {
  for (let n = 6; n >= 1; n--) if (k + n <= view.length && set.has(view.canonical(k, k + n))) return n;
  return 0;
}

function pronounAfter(view: SentenceView, k: number): number | undefined {
  return view.index.lexicon.grammar.pronouns.third.includes(view.lower(k + 1)) ? k + 1 : undefined;
}

/** A marker that opens its part of the sentence covers what follows; any other, what stands before it. */
export function markerFor(view: SentenceView, act: Reading, markers: readonly Marker[]): Marker | undefined {
  const segment = segmentOf(view, act.at);
  const opening = markers.filter(
    (m) => opensPart(view, m) && m.at < act.at && (segmentOf(view, m.at) === segment || m.at < 3),
  );
  const following = markers.filter(
    (m) => !opensPart(view, m) && m.at > Math.min(...act.members) && segmentOf(view, m.at) === segment,
  );
  const after = following[0];
  const between = after && markers.some((m) => m !== after && m.at > act.at && m.at < after.at);
  if (after && !between) return after;
  return opening.at(-1) ?? markers.find((m) => Math.abs(m.at - act.at) <= 3);
}

const opensPart = (view: SentenceView, m: Marker): boolean =>
  m.at === 0 ||
  /^[;:.«“"]$/.test(view.lower(m.at - 1)) ||
  (m.at <= 2 && !view.isNoun(m.at - 1)) ||
  view.index.lexicon.grammar.conjunctions.includes(view.lower(m.at - 1)) ||
  // « Samedi, toujours selon X, … »: nothing is told before it.
  !view.tokens.some((_, k) => k < m.at && (view.isVerb(k) || view.isNoun(k)) && !view.isTime(k));
