/** Finds the trigger words of a sentence, and whether each tells what its frame says. */
import { familyOf, isAction } from "../ontology/index.ts";
import { type Arguments, readArguments } from "./arguments.ts";
import { isRuledOut, meetsConditions } from "./conditions.ts";
import { fillRoles } from "./frame-roles.ts";
import type { TriggerPattern } from "./lexicon-index.ts";
import {
  isMistakenNoun,
  opensVerbless,
  readActPronoun,
  readCasualties,
  readNoun,
  readWeapon,
} from "./nominal-triggers.ts";
import { isNegated } from "./modality.ts";
import { readTrigger } from "./read-trigger.ts";
import type { PhraseReader } from "./phrase-reader.ts";
import { doubt, isAct, isAttack, type Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";
import { matchIdiom } from "./verbal-idioms.ts";

/** Readings of one sentence, in text order. */
export function findReadings(view: SentenceView, reader: PhraseReader): Reading[] {
  const readings: Reading[] = [];
  /** Words of verbal idioms that tell nothing by themselves: « faire *sauter* un pont », « adresser un *ultimatum* ». */
  const spent = new Set<number>();
  let consumed = -1;
  for (let i = 0; i < view.length; i++) {
    const token = view.tokens[i];
    if (
      i <= consumed ||
      spent.has(i) ||
      !token ||
      token.name !== undefined ||
      token.time !== undefined ||
      view.isPunctuation(i)
    )
      continue;
    const reading =
      (opensVerbless(view, i) || isMistakenNoun(view, i) || isPlainNoun(view, i)
        ? readNoun(view, reader, i)
        : undefined) ??
      readVerb(view, reader, i, spent) ??
      readNoun(view, reader, i) ??
      readCasualties(view, reader, i) ??
      readWeapon(view, reader, i) ??
      readActPronoun(view, reader, i) ??
      readInOtherCompany(view, reader, i);
    if (!reading) continue;
    readings.push(reading);
    if (!reading.verbal) consumed = i + reading.pattern.words.length - 1;
  }
  return readings;
}

/** "An exchange of fire": a noun with a determiner is no verb, though verbal idioms begin with the same word. */
const isPlainNoun = (view: SentenceView, i: number): boolean =>
  view.pos(i) === "NOUN" && view.pos(view.phraseStart(i) - 1).startsWith("DET");

/** A verb by itself beside other words than its entries ask for, in the sense of the first: what comes of it is weighed. */
function readInOtherCompany(view: SentenceView, reader: PhraseReader, i: number): Reading | undefined {
  if (!view.pos(i).startsWith("VERB")) return undefined;
  const reading = readVerb(view, reader, i, new Set(), asksTooMuch);
  if (reading && reading.pattern.words.length > 1) return undefined;
  if (reading) doubt(reading, OTHER_COMPANY);
  return reading;
}

const OTHER_COMPANY = "stands beside other words than its sense asks for";

/**
 * Whether nothing rules the sense out although what its frame asks for is not there. A condition of the entry itself
 * parts it from other senses of the word, and must hold; a verb that carries an event noun tells none itself.
 */
const asksTooMuch: typeof meetsConditions = (view, pattern, args) =>
  pattern.needs === undefined &&
  !isRuledOut(view, pattern, args) &&
  ![...args.subjects, ...args.objects]
    .flatMap((k) => [k, ...view.kids(k, "amod", "nmod", "compound")])
    .some((k) => view.spellings(k).some((s) => view.index.nouns.has(s)));

function readVerb(
  view: SentenceView,
  reader: PhraseReader,
  i: number,
  spent: Set<number>,
  isMet = meetsConditions,
): Reading | undefined {
  const patterns = view.spellings(i).flatMap((s) => view.index.verbs.get(s) ?? []);
  if (patterns.length === 0) return undefined;
  const verbal = view.isVerb(i) || isSpeechBehindName(view, i, patterns);
  let plain: Arguments | undefined;
  for (const pattern of patterns) {
    if (!verbal && pattern.words.length < 2) continue;
    const idiom = matchIdiom(view, pattern, i);
    if (idiom === undefined) continue;
    plain ??= readArguments(view, predicateOf(view, i), isSpeech(patterns));
    const args = withCaused(view, plain, idiom.inner);
    if (pattern.reflexive !== args.reflexive && (pattern.reflexive || !toleratesReflexive(pattern))) continue;
    if (pattern.negated && !isNegated(view, i)) continue;
    if (pattern.only === "passive" && !args.passive) continue;
    if (pattern.only === "active" && args.passive) continue;
    if (!isMet(view, pattern, args, reader.entities)) continue;
    const speaks = pattern.frame.speaker !== undefined;
    if (isAttributive(view, i, args, speaks) && pattern.words.length < 2) continue;
    const reading = readTrigger(view, i, pattern, verbal, args);
    const isState = describesState(view, i, reading, args);
    // « appuyés par l'aviation russe » tells whose help there was; « stationnés à X » tells no act at all.
    if (isState && args.subjects.length === 0) return undefined;
    fillRoles(reader, reading, args, idiom.end);
    if (isState) doubt(reading, "describes a party by what is done for it");
    for (const k of idiom.inner) if (isSpent(view, k, reading)) spent.add(k);
    return reading;
  }
  return undefined;
}

/** Whether a word of an idiom tells nothing by itself: "claimed the ambush" tells an ambush, "issued a denial" one denial. */
function isSpent(view: SentenceView, k: number, reading: Reading): boolean {
  if (isAct(reading)) return view.isVerb(k) || tellsAttack(view, k, reading);
  return (
    !view.isVerb(k) &&
    !view.spellings(k).some((s) => view.index.nouns.get(s)?.some((p) => isAction(p.frame.type)))
  );
}

/** "Go on strike": a noun that by itself would tell an attack, in an idiom for an act of another kind. */
const tellsAttack = (view: SentenceView, k: number, reading: Reading): boolean =>
  isAct(reading) &&
  !isAttack(reading) &&
  view.spellings(k).some((s) => view.index.nouns.get(s)?.some((p) => familyOf(p.frame.type) === "attack"));

/** Verbs that may be reflexive without a change of sense: « se sont abattus » has its own entry, « se produire » none. */
const toleratesReflexive = (pattern: TriggerPattern): boolean =>
  pattern.words.length > 1 || pattern.frame.content === true;

/** "The Forces acknowledge four dead": a word of saying right behind a name, whatever its tag. */
function isSpeechBehindName(view: SentenceView, i: number, patterns: readonly TriggerPattern[]): boolean {
  const name = i > 0 && view.name(i - 1) !== undefined && !view.name(i - 1)?.demonym;
  const word = /^(NOUN|ADJ)/.test(view.pos(i)) && !view.spellings(i).some((s) => view.index.nouns.has(s));
  return name && word && isSpeech(patterns) && !view.isLedBy(i, "of");
}

/** « a fait savoir »: where the idiom's verb is read as an auxiliary, its participants hang from the verb it helps. */
const predicateOf = (view: SentenceView, i: number): number =>
  /^(aux|cop)/.test(view.relation(i)) && view.head(i) >= 0 ? view.head(i) : i;

/** « faire pleuvoir des missiles sur X »: what stands around the infinitive of an idiom belongs to the idiom. */
function withCaused(view: SentenceView, args: Arguments, inner: readonly number[]): Arguments {
  const infinitive = inner.find((k) => /Inf/.test(view.pos(k)));
  if (infinitive === undefined) return args;
  const caused = readArguments(view, infinitive);
  const objects = args.objects.length > 0 ? args.objects : caused.objects;
  return { ...args, objects, obliques: [...args.obliques, ...caused.obliques] };
}

const isSpeech = (patterns: readonly TriggerPattern[]): boolean =>
  patterns.some((p) => p.frame.speaker !== undefined);

/** « forces armées », « groupe dit … »: a participle used as a plain adjective tells no act. */
function isAttributive(view: SentenceView, i: number, args: Arguments, speaks: boolean): boolean {
  if (!view.isParticiple(i) || !view.relation(i).startsWith("amod")) return false;
  // "Two suspected thieves": nobody is said to suspect them.
  if (view.head(i) > i && view.kids(i).length === 0 && speaks) return true;
  return (
    args.subjects.length === 0 &&
    args.obliques.length === 0 &&
    view.kids(i).length === 0 &&
    view.pos(i).startsWith("ADJ")
  );
}

/** « forces stationnées à X », « groupes soutenus par Y »: a participle after its noun tells a standing fact. */
function describesState(view: SentenceView, i: number, reading: Reading, args: Arguments): boolean {
  const modifier = /^(acl|amod)$/.test(view.relation(i)) && view.isParticiple(i) && args.passive;
  // « cent kits distribués par X » tells an act all the same: who hands over which goods.
  if (args.subjects.length > 0 && reading.pattern.frame.needs?.object !== undefined) return false;
  return modifier && STANDING.has(reading.type) && !view.kids(i).some((k) => view.isTime(k));
}

const STANDING: ReadonlySet<string> = new Set(["mobilize", "aid", "consult", "cooperate"]);
