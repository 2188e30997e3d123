/** Finds the trigger words of a sentence and reads the participants of each where its frame says they stand. */
import { familyOf } from "../ontology/index.ts";
import type { FrameRole } from "../packs/index.ts";
import { type Arguments, readArguments } from "./arguments.ts";
import { meetsConditions } from "./conditions.ts";
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
import { nounAfter } from "./noun-after.ts";
import { readTrigger } from "./read-trigger.ts";
import type { PhraseReader } from "./phrase-reader.ts";
import {
  describeBody,
  describeCountedPeople,
  describeDoer,
  describeSeatedBody,
  describeSufferer,
} from "./described-parties.ts";
import { addFillers, fillers, isAct, isAttack, type Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";
import { readStruck } from "./struck.ts";
import type { Filler } from "./types.ts";

/** How many words may stand between two words of a verbal idiom. */
const IDIOM_GAP = 3;

/** Written in an idiom where a whole phrase stands between its words: « présenter … comme une réponse ». */
const LONG_GAP = "…";
const LONG_REACH = 24;

const FRAME_ROLES: readonly FrameRole[] = ["agent", "target", "speaker", "place", "origin", "destination"];

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
      readActPronoun(view, reader, i);
    if (!reading) continue;
    readings.push(reading);
    if (!reading.verbal) consumed = i + reading.pattern.words.length - 1;
  }
  return readings;
}

/** "An exchange of fire": a noun with a determiner is no verb, though verbal idioms begin with the same word. */
const isPlainNoun = (view: SentenceView, i: number): boolean =>
  view.pos(i) === "NOUN" && view.pos(view.phraseStart(i) - 1).startsWith("DET");

function readVerb(
  view: SentenceView,
  reader: PhraseReader,
  i: number,
  spent: Set<number>,
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
    if (!meetsConditions(view, pattern, args, reader.entities)) continue;
    const speaks = pattern.frame.speaker !== undefined;
    if (isAttributive(view, i, args, speaks) && pattern.words.length < 2) continue;
    const reading = readTrigger(view, i, pattern, verbal, args);
    if (describesState(view, i, reading, args)) return undefined;
    fillRoles(reader, reading, args, idiom.end);
    for (const k of idiom.inner)
      if (view.isVerb(k) === isAct(reading) || tellsAttack(view, k, reading)) spent.add(k);
    return reading;
  }
  return undefined;
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

/** Where the next word of an idiom stands behind token `at`, with at most `gap` words between; articles count for none. */
function nextWord(view: SentenceView, word: string, at: number, gap: number): number | undefined {
  const { articles } = view.index.lexicon.grammar;
  let crossed = false;
  for (let k = at + 1, between = 0; k < view.length && between <= gap; k++) {
    // "takes aim at corruption in X" takes nothing in: no preposition stands between a verb and its particle.
    if (view.isWord(k, word)) return crossed && view.pos(k).startsWith("ADP") ? undefined : k;
    crossed ||=
      view.pos(k).startsWith("ADP") && !view.index.prepositions.get("of")?.has(view.canonical(k, k + 1));
    if (view.isFinite(k) || /Inf/.test(view.pos(k)) || /^[.;:!?]$/.test(view.lower(k))) return undefined;
    if (!articles.includes(view.lower(k))) between++;
  }
  return undefined;
}

/** Where the idiom that starts at `i` ends, and its words behind the first; undefined where it is not met. */
function matchIdiom(
  view: SentenceView,
  pattern: TriggerPattern,
  i: number,
): { readonly end: number; readonly inner: readonly number[] } | undefined {
  // Most idioms of a verb are not in the sentence at all.
  if (pattern.words.some((word, k) => k > 0 && word !== LONG_GAP && !view.holds(word))) return undefined;
  let at = i;
  const inner: number[] = [];
  // « être la cible », but not « a été prise pour cible ».
  let gap = view.pos(i).startsWith("AUX") ? 1 : IDIOM_GAP;
  for (const word of pattern.words.slice(1)) {
    if (word === LONG_GAP) {
      gap = LONG_REACH;
      continue;
    }
    const found = nextWord(view, word, at, gap);
    gap = IDIOM_GAP;
    if (found === undefined) return undefined;
    at = found;
    inner.push(at);
  }
  if (pattern.slot?.preposition) {
    for (let k = at + 1; k <= Math.min(view.length - 1, at + 1 + IDIOM_GAP); k++)
      if (view.canonical(k, k + 1) === pattern.slot.preposition) return { end: k, inner };
    return undefined;
  }
  return { end: at, inner };
}

/** Fills the roles of a verbal reading along the paths of its frame; `end` is the idiom's last word. */
function fillRoles(reader: PhraseReader, reading: Reading, args: Arguments, end: number): void {
  const { view, pattern } = reading;
  const slotRole = pattern.slot?.role;
  if (pattern.slot && slotRole !== "source" && slotRole !== undefined) {
    const head = nounAfter(view, end);
    if (head !== undefined) {
      const phrases = readingOf(reader, reading, slotRole);
      addFillers(reading, slotRole, isAct(reading) ? fillersOf(phrases, view, head) : phrases.named(head));
    }
  }
  // « un car a été mitraillé sur la route »: what suffers a passive is struck, whatever else its verb may aim at.
  if (args.passive && isAttack(reading))
    addFillers(
      reading,
      "target",
      args.objects
        .flatMap((o) => readStruck(reader, view, o))
        .filter((f) => f.mention.proposed?.document !== undefined),
    );
  for (const role of FRAME_ROLES) {
    if (role === slotRole || (role === "target" && fillers(reading, "target").length > 0)) continue;
    for (const path of pattern.frame[role] ?? []) {
      const found = fillersAt(reader, reading, args, role, path);
      if (found.length === 0) continue;
      addFillers(reading, role, found);
      reading.trace.push(`${role} from ${path}: ${found.map((f) => f.mention.text).join(", ")}`);
      break;
    }
  }
  const { place } = view.index.lexicon.grammar.pronouns;
  for (const k of view.kids(reading.at, "advmod", "iobj", "obl", "obj"))
    if (place.includes(view.lower(k))) addFillers(reading, "place", reader.read(view, k, "place"));
  if (args.bySurface) reading.trace.push("a participant was found by its position");
}

type Describe = (view: SentenceView, head: number) => Filler | undefined;

/** How phrases are read for a role of a reading. */
interface PhraseReading {
  /** Parties that are described rather than named: a name in the phrase is not theirs. */
  readonly first: Describe;
  readonly named: (head: number) => readonly Filler[];
  /** Who or what the phrase describes where it names nobody. */
  readonly last: Describe;
}

const nobody: Describe = () => undefined;

function readingOf(reader: PhraseReader, reading: Reading, role: FrameRole): PhraseReading {
  const { view } = reading;
  const named = (head: number) => reader.read(view, head, sideOf(reading, role));
  if (role === "agent" || role === "speaker")
    return {
      first: (v, head) => describeSeatedBody(v, head, reader.entities),
      named,
      last: isAttack(reading) || role === "speaker" ? describeBody : describeDoer,
    };
  if (role !== "target") return { first: nobody, named, last: nobody };
  return isAttack(reading)
    ? { first: nobody, named: (head) => readStruck(reader, view, head), last: nobody }
    : { first: describeCountedPeople, named, last: describeSufferer };
}

function fillersOf(
  { first, named, last }: PhraseReading,
  view: SentenceView,
  head: number,
): readonly Filler[] {
  const described = (describe: Describe) =>
    [head, ...view.kids(head, "conj")].map((h) => describe(view, h)).filter((f) => f !== undefined);
  const rather = described(first);
  if (rather.length > 0) return rather;
  const found = named(head);
  return found.length > 0 ? found : described(last);
}

/** Who stands at the path: whom the phrase names, or else the party that it describes. */
function fillersAt(
  reader: PhraseReader,
  reading: Reading,
  args: Arguments,
  role: FrameRole,
  path: string,
): readonly Filler[] {
  const { view } = reading;
  const { first, named, last } = readingOf(reader, reading, role);
  const rather = describedAt(view, args, path, first);
  if (rather.length > 0) return rather;
  const found = readPath(view, args, path, named);
  return found.length > 0 ? found : describedAt(view, args, path, last);
}

function describedAt(
  view: SentenceView,
  args: Arguments,
  path: string,
  describe: Describe,
): readonly Filler[] {
  const heads =
    path === "subject"
      ? args.subjects
      : path === "object"
        ? args.objects
        : args.obliques.filter((o) => view.isLedBy(o.head, path)).map((o) => o.head);
  return heads
    .flatMap((h) => [h, ...view.kids(h, "conj")])
    .map((h) => describe(view, h))
    .filter((f) => f !== undefined);
}

/** Who is accused, threatened, met or aided is a party, as the doer is; only what is attacked can be a site. */
const sideOf = (reading: Reading, role: FrameRole): FrameRole =>
  role === "target" && !isAttack(reading) && reading.type !== "coerce" ? "agent" : role;

function readPath(
  view: SentenceView,
  args: Arguments,
  path: string,
  read: (head: number) => readonly Filler[],
): readonly Filler[] {
  if (path === "subject") {
    const found = args.subjects.flatMap(read);
    return found.length > 0 || args.alternative === undefined ? found : read(args.alternative);
  }
  if (path === "object") return args.objects.flatMap(read);
  const direct = args.obliques.filter((o) => view.isLedBy(o.head, path));
  const found = direct.flatMap((o) => read(o.head));
  if (found.length > 0) return found;
  // « lancer une attaque contre X », where the tree hangs the phrase from the noun.
  const heads = [...args.objects, ...args.subjects, ...args.obliques.map((o) => o.head)];
  return heads
    .flatMap((h) => view.kids(h, "nmod", "obl", "acl", "appos"))
    .filter((k) => view.isLedBy(k, path) && view.isNominal(k))
    .flatMap(read);
}
