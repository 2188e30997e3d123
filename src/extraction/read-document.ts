/** One document read from end to end: readings per sentence, then attribution, conventions, and drafts in text order. */
import type { AnnotatedDocument, Sentence } from "../language/index.ts";
import type { ReadingModels } from "../packs/index.ts";
import { phraseForm } from "./agreement.ts";
import { attribute } from "./attribution.ts";
import { applyConventions } from "./conventions.ts";
import { findCountVariants } from "./count-variants.ts";
import { Drafter, type OpenDraft } from "./drafting.ts";
import { findDuplicates } from "./duplicates.ts";
import { type EntityLookup, mentionOf } from "./entities.ts";
import { confidenceFeatures } from "./learned/confidence-features.ts";
import { judge } from "./learned/confidence.ts";
import type { LexiconIndex } from "./lexicon-index.ts";
import { attributeAnswers } from "./interviews.ts";
import { mergeReadings } from "./merge.ts";
import { PhraseReader } from "./phrase-reader.ts";
import { attributeQuotations } from "./quotation-attribution.ts";
import { fillers, isAct, type Reading } from "./reading.ts";
import { EventRegister, type Standing } from "./register.ts";
import { SentenceView } from "./sentence-view.ts";
import { standingRelations } from "./standing-relations.ts";
import { surfaceTree } from "./surface-tree.ts";
import { findReadings } from "./trigger-finder.ts";
import type { DraftClaim, Extraction } from "./types.ts";

/** A longer stretch without a sentence end is read in windows of this many tokens: cost stays linear. */
const WINDOW = 160;

/** What was read, and the readings behind it with what became of each: dropped ones say why in their trace. */
export interface DocumentReading {
  readonly extraction: Extraction;
  readonly readings: readonly Reading[];
  /** What each claim of the extraction rests on, in its order. */
  readonly bases: readonly ClaimBasis[];
}

export interface ClaimBasis {
  readonly reading: Reading;
  /** Names of the features that its confidence is judged by. */
  readonly features: readonly string[];
}

/** Sentences in which participants are looked for besides the trigger's own. */
const SENTENCES_BACK = 3;

export function readDocument(
  doc: AnnotatedDocument,
  index: LexiconIndex,
  entities: EntityLookup,
  models: ReadingModels,
): DocumentReading {
  const register = new EventRegister(entities);
  const reader = new PhraseReader(entities, register);
  const skipped: { start: number; end: number; reason: string }[] = [];
  const views: SentenceView[] = [];
  const bySentence: Reading[][] = [];
  for (const sentence of doc.sentences) {
    if (sentence.kind === "boilerplate") {
      skipped.push({ start: sentence.start, end: sentence.end, reason: "navigation or links" });
      continue;
    }
    for (const view of viewsOf(doc, sentence, index)) {
      views.push(view);
      noteMentions(view, reader);
      reader.offices.note(view);
      const readings = findReadings(view, reader);
      mergeReadings(readings);
      readings.push(...findCountVariants(view, readings));
      attribute(view, readings, reader);
      noteParticipants(readings, register);
      bySentence.push(readings);
      const said = readings.findLast((r) => !r.dropped && !isAct(r) && fillers(r, "speaker").length > 0);
      if (said) register.speaker = fillers(said, "speaker");
    }
  }
  const all = bySentence.flat();
  attributeQuotations(doc.quotations, all);
  attributeAnswers(views, all, entities);
  applyConventions(
    all.filter((r) => !isAct(r)),
    entities,
  );
  const drafter = new Drafter(entities, register, models);
  for (const [i, readings] of bySentence.entries())
    drafter.draftSentence(readings, views.slice(Math.max(0, i - SENTENCES_BACK), i + 1));
  const { claims, bases } = settle(drafter.drafts, entities, models);
  return {
    extraction: { claims, relations: standingRelations(views, reader), skipped },
    readings: all,
    bases,
  };
}

function* viewsOf(doc: AnnotatedDocument, sentence: Sentence, index: LexiconIndex): Generator<SentenceView> {
  for (let from = 0; from < sentence.tokens.length; from += WINDOW) {
    const tokens = sentence.tokens.slice(from, from + WINDOW);
    const inside = (head: number) => (head >= from && head < from + tokens.length ? head - from : -1);
    const tree = doc.parsed
      ? { heads: tokens.map((t) => inside(t.head)), relations: tokens.map((t) => t.relation) }
      : surfaceTree(tokens, new Set(index.lexicon.grammar.prepositions.of));
    yield new SentenceView(doc, { ...sentence, tokens }, index, tree);
  }
}

/** Enters the names and subjects of a sentence into the register before it is read: antecedents stand before the phrase itself. */
function noteMentions(view: SentenceView, reader: PhraseReader): void {
  const { entities, register } = reader;
  const { index } = view.sentence;
  for (const i of view.tokens.keys()) {
    const standing = standingOf(view, i);
    const name = view.name(i);
    if (name && !name.demonym) {
      const mention = mentionOf(entities, name, standing === "other" ? "place" : "agent");
      register.note({ mention, at: mention.start, sentence: index, standing, form: phraseForm(view, i) });
    }
    if (standing !== "other" && !name && isParty(view, i)) {
      const start = view.tokens[i]?.start ?? 0;
      const form = phraseForm(view, i);
      const found = reader.read(view, i, "agent");
      for (const { mention } of found) register.note({ mention, at: start, sentence: index, standing, form });
      if (found.length === 0) register.noteUnnamed({ start, sentence: index, standing, form });
    }
  }
}

/** Classes of nouns that name people or bodies. */
const PARTIES = [
  "people",
  "military",
  "state",
  "bodies",
  "collective",
  "office",
  "captives",
  "civilian",
  "rescued",
];

const isParty = (view: SentenceView, i: number): boolean =>
  view.isNoun(i) && PARTIES.some((nounClass) => view.isOfClass(i, nounClass));

function standingOf(view: SentenceView, i: number): Standing {
  if (!view.relation(i).startsWith("nsubj")) return "other";
  let verb = view.head(i);
  for (let steps = 0; steps < MAX_CLAUSES && verb >= 0; steps++) {
    if (!/^(conj|parataxis)/.test(view.relation(verb))) break;
    verb = view.head(verb);
  }
  return verb >= 0 && view.relation(verb) === "root" ? "main subject" : "subject";
}

/** Coordinate clauses that are followed up to the main one. */
const MAX_CLAUSES = 6;

/** Doers and speakers become antecedents of later pronouns, also where they were named by a description. */
function noteParticipants(readings: readonly Reading[], register: EventRegister): void {
  for (const r of readings) {
    if (r.dropped) continue;
    const { start, index } = r.view.sentence;
    const heads = r.arguments?.subjects ?? [];
    for (const { mention } of fillers(r, isAct(r) ? "agent" : "speaker")) {
      const named = heads.find((h) => r.view.tokens[h]?.start === mention.start);
      const standing = heads.some((h) => standingOf(r.view, h) === "main subject")
        ? "main subject"
        : "subject";
      const form = named === undefined ? undefined : phraseForm(r.view, named);
      register.note({ mention, at: Math.max(mention.start, start), sentence: index, standing, form });
    }
    // « un pétrolier … le navire »: a thing without a name is taken up again by what kind it is.
    for (const { mention, inferred } of fillers(r, "target"))
      if (!inferred && mention.proposed?.document !== undefined)
        register.note({ mention, at: mention.start, sentence: index, standing: "other", form: undefined });
  }
}

/** Drops repeats, sorts by text order, renumbers what refers to other drafts, and says how sure each claim is. */
function settle(
  drafts: readonly OpenDraft[],
  entities: EntityLookup,
  models: ReadingModels,
): { claims: DraftClaim[]; bases: ClaimBasis[] } {
  const repeats = findDuplicates(drafts);
  const kept = drafts.map((draft, old) => ({ draft, old })).filter(({ old }) => !repeats.has(old));
  kept.sort((a, b) => a.draft.claim.evidence.start - b.draft.claim.evidence.start || a.old - b.old);
  const position = new Map(kept.map(({ old }, at) => [old, at]));
  const resolve = (old: number): number | undefined => {
    let at: number | undefined = old;
    for (let steps = 0; at !== undefined && steps < 10; steps++) {
      const here = position.get(at);
      if (here !== undefined) return here;
      at = repeats.get(at);
    }
    return undefined;
  };
  const crowd = new Map<Sentence, number>();
  for (const { draft } of kept) {
    const { sentence } = draft.reading.view;
    crowd.set(sentence, (crowd.get(sentence) ?? 0) + 1);
  }
  const bases = kept.map(({ draft: { claim, reading } }) => ({
    reading,
    features: confidenceFeatures(reading, claim, entities, crowd.get(reading.view.sentence) ?? 1),
  }));
  const claims = kept.map(({ draft: { claim } }, at) => {
    const { confidence, because } = judge(bases[at]?.features ?? [], models.confidence);
    return {
      ...claim,
      about: [...new Set(claim.about.map(resolve).filter((i) => i !== undefined))],
      answers: claim.answers.map(({ cue, to }) => {
        const answered = to === undefined ? undefined : resolve(to);
        return answered === undefined ? { cue } : { cue, to: answered };
      }),
      confidence,
      trace: [...claim.trace, `confidence ${confidence}: ${because}`],
    };
  });
  return { claims, bases };
}
