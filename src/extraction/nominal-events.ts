/** Event nouns: « frappes américaines contre X », « l'attaque du Hachd sur Y », "the Houthi attack on Z". */
import { isActor, isLocation } from "../ontology/index.ts";
import { readArguments } from "./arguments.ts";
import { isIntroducedBy } from "./introduced-by.ts";
import type { LightKind } from "./lexicon-index.ts";
import type { PhraseReader } from "./phrase-reader.ts";
import { addFillers, fillers, isAct, isAttack, type Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";
import { readStruck } from "./struck.ts";
import type { Filler } from "./types.ts";

/** Participles that lead the target of an event noun: « une frappe visant X ». */
const TARGETING_FRAMES: ReadonlySet<string> = new Set(["strike"]);

/**
 * Fills the roles of a nominal reading from its complements and from a light verb over it.
 * @returns false where the noun tells nothing here: a statement noun that nobody utters
 */
export function nominalRoles(reader: PhraseReader, reading: Reading): boolean {
  const { view, at } = reading;
  readComplements(reader, reading);
  const light = lightVerb(view, at);
  if (!isAct(reading)) {
    if (!light || light.kind !== "active") {
      readUtterer(reader, reading);
      return fillers(reading, "speaker").length > 0;
    }
    const args = readArguments(view, light.verb);
    addFillers(
      reading,
      "speaker",
      args.subjects.filter((s) => s !== at).flatMap((s) => reader.read(view, s, "speaker")),
    );
    reading.members.push(light.verb);
    return true;
  }
  if (light) readLightVerb(reader, reading, light.verb, light.kind);
  readPossessor(reader, reading);
  readSupported(reader, reading);
  readPredicate(reader, reading);
  if (reading.effect === undefined) return true;
  const ofSomebody = view.kids(at, "nmod").some((k) => view.isLedBy(k, "of") && view.isNominal(k));
  return reading.roles.size > 0 || light !== undefined || ofSomebody || view.kids(at, "nummod").length > 0;
}

/** « démenti du gouvernement », "condemnation from Washington": who utters what the noun names. */
function readUtterer(reader: PhraseReader, reading: Reading): void {
  const { view, at } = reading;
  if (reading.type === "accuse") return;
  for (const k of view.kids(at, "nmod", "obl"))
    if (["by", "from", "of"].some((set) => view.isLedBy(k, set)))
      addFillers(
        reading,
        "speaker",
        reader.read(view, k, "speaker").filter((f) => !f.inferred),
      );
}

function readComplements(reader: PhraseReader, reading: Reading): void {
  const { view, at } = reading;
  const { of } = reading.pattern.frame;
  for (const k of view.kids(at)) {
    const name = view.name(k);
    const relation = view.relation(k);
    const preposition = view.preposition(k);
    if (
      name?.demonym &&
      (preposition === "" || /^(amod|compound)/.test(relation)) &&
      /^(amod|nmod|compound|appos|acl|flat|dep|nsubj)/.test(relation)
    ) {
      addFillers(reading, "agent", reader.read(view, k, "agent"));
    } else if (relation.startsWith("acl") && view.isVerb(k)) {
      const pattern = view.spellings(k).flatMap((s) => view.index.verbs.get(s) ?? [])[0];
      if (pattern && TARGETING_FRAMES.has(pattern.frameName) && !readArguments(view, k).passive)
        addFillers(
          reading,
          "target",
          readArguments(view, k).objects.flatMap((o) => readOther(reader, reading, o)),
        );
    } else if (isAttack(reading) && view.isLedBy(k, "between")) {
      // "clashes between A and B": each side does it to the other.
      for (const role of ["agent", "target"] as const) addFillers(reading, role, reader.read(view, k, role));
    } else if (view.isLedBy(k, "by")) {
      addFillers(reading, "agent", reader.read(view, k, "agent"));
    } else if (reading.type === "withdraw" && view.isLedBy(k, "from") && !view.isTime(k)) {
      addFillers(reading, "origin", reader.read(view, k, "origin"));
    } else if (view.isLedBy(k, "of") && !view.isTime(k)) {
      readOf(reader, reading, k, of ?? "auto");
    } else if (view.isLedBy(k, "against")) {
      addFillers(reading, "target", readOther(reader, reading, k));
    } else if (preposition === "" && /^(compound|nmod:poss|amod)/.test(relation) && name) {
      addFillers(reading, "agent", reader.read(view, k, "agent"));
    } else if (preposition !== "" && !isAttack(reading) && !view.isTime(k)) {
      readAlongPaths(reader, reading, k);
    }
  }
  if (fillers(reading, "target").length === 0) {
    const head = phraseAfter(view, at);
    if (head !== undefined) addFillers(reading, "target", readOther(reader, reading, head));
  }
}

/** Who or what the act is done to. */
const readOther = (reader: PhraseReader, reading: Reading, head: number): readonly Filler[] =>
  isAttack(reading) ? readStruck(reader, reading.view, head) : reader.read(reading.view, head, "target");

/** "Talks with X", "deployment to Y": a complement led as the frame says that its participants are. */
function readAlongPaths(reader: PhraseReader, reading: Reading, k: number): void {
  const { view, pattern } = reading;
  for (const role of ["target", "origin", "destination"] as const)
    for (const path of pattern.frame[role] ?? []) {
      if (path === "of" || !view.isLedBy(k, path) || fillers(reading, role).length > 0) continue;
      addFillers(reading, role, reader.read(view, k, role));
      return;
    }
}

/** « leur retrait », « ses frappes »: the party spoken of does it, or suffers it where the noun is one of suffering. */
function readPossessor(reader: PhraseReader, reading: Reading): void {
  const { view, at } = reading;
  const { possessive } = view.index.lexicon.grammar.pronouns;
  const start = view.phraseStart(at);
  const role = reading.pattern.frame.of === "target" ? "target" : "agent";
  if (fillers(reading, role).length > 0) return;
  for (let k = Math.max(0, start - 1); k < at; k++) {
    if (!possessive.includes(view.lower(k))) continue;
    addFillers(reading, role, reader.readPossessive(view, k));
    return;
  }
}

/** « X a attaqué Y avec l'appui de Z »: Z aids the doer of the act; "in coordination with Z": the doer acts with Z. */
function readSupported(reader: PhraseReader, reading: Reading): void {
  const { view, at } = reading;
  const verb = view.head(at);
  const aided = reading.type === "aid" && view.isLedBy(at, "with");
  const joined = reading.type === "cooperate" && view.isLedBy(at, "manner");
  if (!(aided || joined) || !view.isVerb(verb)) return;
  addFillers(
    reading,
    aided ? "target" : "agent",
    readArguments(view, verb).subjects.flatMap((s) => reader.read(view, s, aided ? "target" : "agent")),
  );
}

/** « les bases sont en état d'alerte »: the subject of the noun as predicate is the doer. */
function readPredicate(reader: PhraseReader, reading: Reading): void {
  const { view, at } = reading;
  if (isAttack(reading) || fillers(reading, "agent").length > 0 || view.kids(at, "cop").length === 0) return;
  addFillers(
    reading,
    "agent",
    view.kids(at, "nsubj").flatMap((s) => reader.read(view, s, "agent")),
  );
}

/** « de X »: the one who acts where X can act, else what is acted on. */
function readOf(
  reader: PhraseReader,
  reading: Reading,
  k: number,
  of: "agent" | "target" | "place" | "auto",
): void {
  const { view } = reading;
  if (reading.type === "withdraw" && leavesPlace(reader, view, k)) {
    addFillers(reading, "origin", reader.read(view, k, "origin"));
    return;
  }
  if (of !== "auto") {
    addFillers(reading, of, reader.read(view, k, of));
    return;
  }
  const site = view.isOfClass(k, "sites") || (view.isOfClass(k, "unit") && !view.isOfClass(k, "flyers"));
  const found = readOther(reader, reading, k);
  const actors = site
    ? []
    : found.filter((f) => {
        const type = reader.entities.typeOf(f.mention);
        return type !== undefined && isActor(type) && type !== "Media";
      });
  if (actors.length > 0) addFillers(reading, "agent", reader.read(view, k, "agent"));
  else addFillers(reading, "target", found);
}

/** « retrait de Syrie », without an article: the place that is left, not who leaves. */
function leavesPlace(reader: PhraseReader, view: SentenceView, k: number): boolean {
  if (view.name(k) === undefined || view.determiner(k) !== undefined) return false;
  const found = reader.read(view, k, "origin");
  return found.some((f) => {
    const type = reader.entities.typeOf(f.mention);
    return type !== undefined && isLocation(type);
  });
}

/** A phrase led by « contre », « visant » further on, where the tree hung it elsewhere. */
function phraseAfter(view: SentenceView, at: number): number | undefined {
  const against = view.index.prepositions.get("against");
  for (let k = at + 1; k < Math.min(view.length, at + 10); k++) {
    if (view.isFinite(k) || /^[.;:,!?]$/.test(view.lower(k))) return undefined;
    if (view.spellings(k).some((s) => view.index.nouns.has(s)) && view.isNoun(k)) return undefined;
    const word = view.canonical(k, k + 1);
    if (!against?.has(word) || word === "à") continue;
    if (!/^(ADP|VERB)/.test(view.pos(k))) continue;
    for (let q = k + 1; q < Math.min(view.length, k + 6); q++) {
      if (view.isNoun(q)) return q;
      if (view.isFinite(q)) return undefined;
    }
  }
  return undefined;
}

/** The light verb that carries the noun: « mener une frappe », « subir un raid », « une explosion a retenti ». */
export function lightVerb(view: SentenceView, at: number): { verb: number; kind: LightKind } | undefined {
  const relation = view.relation(at);
  let verb = view.head(at);
  if (/^(nsubj:pass|obj|obl|nsubj|conj|xcomp)/.test(relation)) {
    if (relation === "conj" && verb >= 0) verb = view.head(verb);
  } else {
    const participle = view.kids(at, "acl", "amod").find((k) => view.isParticiple(k));
    verb = participle ?? -1;
  }
  if (verb < 0 || !view.isVerb(verb)) return undefined;
  // « l'attaque s'est produite après le raid »: the verb tells of the attack alone.
  if (relation.startsWith("obl") && isIntroducedBy(view, at, view.index.sequence)) return undefined;
  for (const spelling of view.spellings(verb)) {
    for (const entry of view.index.light.get(spelling) ?? []) {
      // « procéder à un raid », but not "ordered an inquiry into the raid".
      if (relation.startsWith("obl") && entry.kind === "active" && entry.words.length < 2) continue;
      const rest = entry.words.slice(1);
      if (
        rest.every((w, k) =>
          Array.from({ length: 4 }, (_, gap) => view.spellings(verb + 1 + k + gap)).some((s) =>
            s.includes(w),
          ),
        )
      )
        return { verb, kind: entry.kind };
    }
  }
  return undefined;
}

function readLightVerb(reader: PhraseReader, reading: Reading, verb: number, kind: LightKind): void {
  const { view, at } = reading;
  const args = readArguments(view, verb);
  reading.members.push(verb);
  reading.trace.push(`carried by « ${view.lower(verb)} » (${kind})`);
  if (kind === "occur") return;
  const role = kind === "passive" ? "target" : "agent";
  if (fillers(reading, role).length === 0)
    addFillers(
      reading,
      role,
      args.subjects.filter((s) => s !== at).flatMap((s) => reader.read(view, s, role)),
    );
  if (kind === "active" && fillers(reading, "target").length === 0) {
    const led = args.obliques.filter((o) => view.isLedBy(o.head, "against"));
    addFillers(
      reading,
      "target",
      led.flatMap((o) => readOther(reader, reading, o.head)),
    );
  }
}
