/**
 * The language stage: a report → its sentences, names, times, numbers, quotations and trees.
 *
 *   text ─▶ paragraphs ─▶ sentences ─▶ tokens ─┐
 *        └▶ words ─▶ times, names, numbers ────┴▶ units ─▶ tags, trees, lemmas
 *
 * Pure: the same report and resources give the same annotation.
 */
import type { Language } from "../ontology/index.ts";
import type { LanguageData } from "../packs/index.ts";
import { RiposteError } from "../shared/index.ts";
import type { SourceDocument } from "../documents/index.ts";
import { buildSentences } from "./build-sentences.ts";
import { LanguageDetector } from "./detect.ts";
import { LanguageTools } from "./language-tools.ts";
import { LemmaLexicon } from "./morphology/lemma-lexicon.ts";
import type { FoundName } from "./names/find-names.ts";
import type { NameIndex } from "./names/name-index.ts";
import { readNames } from "./names/read-names.ts";
import { paragraphs, softBreaks } from "./text/paragraphs.ts";
import { findQuotations } from "./text/quotations.ts";
import { splitSentences, type SentenceSpan } from "./text/sentences.ts";
import { scanWords, type Word } from "./text/words.ts";
import { inferPublished } from "./time/anchor.ts";
import { isoDay, parseDay } from "./time/calendar.ts";
import { findTimeMatches } from "./time/match.ts";
import { type ResolvedTime, resolveTimes } from "./time/resolve.ts";
import type { AnnotatedDocument, NameSpan, Offsets, SyntaxModel } from "./types.ts";

/** What annotation reads besides the report. */
export interface LanguageResources {
  readonly data: Readonly<Record<Language, LanguageData>>;
  readonly names: NameIndex;
  /** Models by language; without one, tags are guessed and there are no trees. */
  readonly syntax?: Partial<Readonly<Record<Language, SyntaxModel>>>;
  /** Lemmas that extraction looks for: preferred among those that a form may have, and found under a misprint. */
  readonly lemmas?: Partial<Readonly<Record<Language, ReadonlySet<string>>>>;
  /** ISO day that a report without a date is known to lie near, such as the other reports of its case. */
  readonly around?: string;
}

interface Prepared {
  readonly detector: LanguageDetector;
  readonly tools: Readonly<Record<Language, LanguageTools>>;
}

const lexicons = new WeakMap<ReadonlySet<string>, LemmaLexicon>();

/** The lexicon of a set of lemmas, compiled once. */
function lexiconOf(
  lemmas: ReadonlySet<string> | undefined,
  { lemmatizer }: LanguageTools,
): LemmaLexicon | undefined {
  if (!lemmas) return undefined;
  let lexicon = lexicons.get(lemmas);
  if (!lexicon) {
    lexicon = new LemmaLexicon(lemmatizer, lemmas);
    lexicons.set(lemmas, lexicon);
  }
  return lexicon;
}

const prepared = new WeakMap<LanguageResources["data"], Prepared>();

/** Compiled once for each set of language data. */
function prepare(data: LanguageResources["data"]): Prepared {
  let ready = prepared.get(data);
  if (!ready) {
    ready = {
      detector: new LanguageDetector(data),
      tools: { fr: new LanguageTools(data.fr), en: new LanguageTools(data.en) },
    };
    prepared.set(data, ready);
  }
  return ready;
}

/**
 * @throws {RiposteError} `language/unsupported` where the report says no language and is in none that is supported
 */
export function annotate(doc: SourceDocument, resources: LanguageResources): AnnotatedDocument {
  const { text } = doc;
  const { detector, tools: allTools } = prepare(resources.data);
  const soft = softBreaks(text);
  const words = scanWords(text, soft);
  const language = doc.language ?? detector.detect(words);
  if (!language)
    throw new RiposteError(
      "language/unsupported",
      `${doc.id}: the text is in no supported language; French and English are`,
    );
  const tools = allTools[language];
  const blocks = paragraphs(text, soft);
  const spans = splitSentences(text, blocks, tools.data.text);
  const others = Object.values(allTools).filter((other) => other !== tools);
  const { anchor, times } = readTimes(doc, words, blocks, spans, tools, others, resources.around);
  const found = readNames(text, words, spans, times, resources.names, tools.names, doc.publisher);
  const clear = withoutOverlap(words, found, times);
  const names = clear.names.map((name) => toNameSpan(text, words, name));
  const quotations = findQuotations(text, blocks);
  const known = clear.times.flatMap((time) => time.span ?? []);
  const model = resources.syntax?.[language];
  const lexicon = lexiconOf(resources.lemmas?.[language], tools);
  return {
    doc,
    language,
    ...(anchor !== undefined && { anchor: isoDay(anchor) }),
    sentences: buildSentences(text, spans, names, clear.times, quotations, { tools, model, lexicon }),
    names,
    times: known,
    numbers: tools.numbers.find(text, words, clear.times),
    quotations,
    parsed: model !== undefined,
  };
}

/** Times of the text, and the publishing day that they were read against. */
function readTimes(
  doc: SourceDocument,
  words: readonly Word[],
  blocks: readonly Offsets[],
  sentences: readonly SentenceSpan[],
  tools: LanguageTools,
  others: readonly LanguageTools[],
  around: string | undefined,
): { anchor: number | undefined; times: ResolvedTime[] } {
  const matches = findTimeMatches(words, tools.time, tools.isClosed);
  const timeLexicons = [tools.time, ...others.map((other) => other.time)] as const;
  const day = doc.published === undefined ? undefined : parseDay(doc.published);
  const near = around === undefined ? undefined : parseDay(around);
  const published =
    day === undefined ? inferPublished(doc.text, words, blocks, matches, timeLexicons, near) : { day };
  const { time: lexicon, isPast, names } = tools;
  const isSpeech = (key: string): boolean => names.isSpeech(key);
  const times = resolveTimes(matches, sentences, published, {
    text: doc.text,
    words,
    lexicon,
    isPast,
    isSpeech,
  });
  return { anchor: published.day, times };
}

/** Where a name and a time overlap the longer one stays: « Mouvement du 23 mars » against « mars ». */
function withoutOverlap(
  words: readonly Word[],
  names: readonly FoundName[],
  times: readonly ResolvedTime[],
): { names: FoundName[]; times: ResolvedTime[] } {
  const keptNames: FoundName[] = [];
  const lostTimes = new Set<ResolvedTime>();
  let next = 0;
  for (const name of names) {
    const start = (words[name.start] as Word).start;
    const end = (words[name.end - 1] as Word).end;
    while (next < times.length && (times[next] as ResolvedTime).end <= start) next++;
    const time = times[next];
    if (time && time.start < end) {
      if (time.end - time.start >= end - start) continue;
      lostTimes.add(time);
    }
    keptNames.push(name);
  }
  return { names: keptNames, times: times.filter((time) => !lostTimes.has(time)) };
}

function toNameSpan(
  text: string,
  words: readonly Word[],
  { start, end, candidates, demonym, variant, proposed }: FoundName,
): NameSpan {
  const from = (words[start] as Word).start;
  const last = words[end - 1] as Word;
  // The full stop after the last letter of "U.S." is part of it.
  const to = end - start > 1 && last.glue === "." && text[last.end] === "." ? last.end + 1 : last.end;
  return {
    start: from,
    end: to,
    text: text.slice(from, to),
    candidates,
    ...(proposed && { proposed }),
    ...(demonym && { demonym }),
    ...(variant && { variant }),
  };
}
