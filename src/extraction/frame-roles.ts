/** Who fills the roles of a verbal reading: the phrases that stand where its frame says, and whom they name. */
import type { FrameRole } from "../packs/index.ts";
import type { Arguments } from "./arguments.ts";
import {
  describeBody,
  describeCountedPeople,
  describeDoer,
  describeSeatedBody,
  describeSufferer,
} from "./described-parties.ts";
import { nounAfter } from "./noun-after.ts";
import type { PhraseReader } from "./phrase-reader.ts";
import { addFillers, fillers, isAct, isAttack, type Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";
import { readStruck } from "./struck.ts";
import type { Filler } from "./types.ts";

const FRAME_ROLES: readonly FrameRole[] = ["agent", "target", "speaker", "place", "origin", "destination"];

/** Fills the roles of a verbal reading along the paths of its frame; `end` is the idiom's last word. */
export function fillRoles(reader: PhraseReader, reading: Reading, args: Arguments, end: number): void {
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
