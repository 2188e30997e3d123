/** From readings to draft claims, sentence by sentence: register, times, effects, replies, and what statements speak of. */
import type { Role } from "../ontology/index.ts";
import { familyOf, isFactual } from "../ontology/index.ts";
import type { FrameRole, ReadingModels } from "../packs/index.ts";
import { AccountDays } from "./account-days.ts";
import { completeFrom, completeOpponents, continuedEvent, isBareReference } from "./completion.ts";
import { clauseTokens, evidenceOf } from "./clause-span.ts";
import { effectsOf, quantityIn } from "./effects.ts";
import type { EntityLookup } from "./entities.ts";
import { leaveOutOneself } from "./oneself.ts";
import { keepStruckAreas, placeAreas, readPlaces } from "./places.ts";
import { addFillers, doubt, drop, fillers, isAct, isAttack, type Reading, entityKey } from "./reading.ts";
import type { EventRegister, RegisteredEvent } from "./register.ts";
import { replyCue } from "./replies.ts";
import { acceptanceFeatures, judgeAcceptance } from "./learned/acceptance.ts";
import { rankedRoles, rankRole, type Surroundings } from "./learned/rank-role.ts";
import { rankType } from "./learned/rank-type.ts";
import type { SentenceView } from "./sentence-view.ts";
import { ownTime } from "./timing.ts";
import { retype } from "./retype.ts";
import type { DraftClaim, Filler } from "./types.ts";
import { instrumentsIn, subtypeOf } from "./weapons.ts";

/** A draft still open to `about` and duplicate control. */
export interface OpenDraft {
  readonly reading: Reading;
  claim: DraftClaim;
  /** The earlier event that it continues, by position among the drafts. */
  readonly continues: number | undefined;
}

export class Drafter {
  readonly drafts: OpenDraft[] = [];
  readonly #entities: EntityLookup;
  readonly #register: EventRegister;
  readonly #models: ReadingModels;
  /** How often the report named an entity so far. */
  readonly #mentions = new Map<string, number>();
  /** How many claims it made so far, by type and by type and trigger word. */
  readonly #told = new Map<string, number>();
  #surroundings: Surroundings;
  readonly #draftOf = new Map<Reading, number>();
  readonly #days = new AccountDays();

  constructor(entities: EntityLookup, register: EventRegister, models: ReadingModels) {
    this.#models = models;
    this.#surroundings = {
      views: [],
      readings: [],
      entities,
      events: register.events,
      mentioned: (mention) => this.#mentions.get(entityKey(mention)) ?? 0,
    };
    this.#entities = entities;
    this.#register = register;
  }

  /**
   * Drafts the readings of one sentence: acts first, so that statements can point to them.
   * `views`: the last sentences up to this one, between which participants are looked for.
   */
  draftSentence(readings: readonly Reading[], views: readonly SentenceView[]): void {
    const live = readings.filter((r) => !r.dropped);
    this.#surroundings = { ...this.#surroundings, views, readings: live };
    const view = views.at(-1);
    this.#countMentions(view);
    if (view) this.#days.enter(view);
    for (const r of live) if (!isAct(r)) this.#rankSpeaker(r);
    for (const r of live) if (isAct(r)) this.#draftAct(r);
    for (const r of live) if (!isAct(r) && !r.dropped) this.#draftStatement(r);
  }

  #countMentions(view: SentenceView | undefined): void {
    for (const at of view?.tokens.keys() ?? []) {
      const name = view?.name(at);
      if (name) this.#mentions.set(entityKey(name), (this.#mentions.get(entityKey(name)) ?? 0) + 1);
    }
  }

  #draftAct(reading: Reading): void {
    const { view } = reading;
    this.#rankType(reading);
    readPlaces(reading, this.#entities);
    if (reading.type === "mobilize" || reading.type === "withdraw") nameWhere(reading);
    const tokens = clauseTokens(reading);
    const weapons = subtypeOf(view, tokens);
    const continued = continuedEvent(reading, this.#register);
    if (isBareReference(reading)) doubt(reading, "points back to an act told before");
    if (
      reading.pattern === view.index.casualties &&
      reading.roles.size === 0 &&
      !continued &&
      reading.effect !== undefined
    )
      doubt(reading, "a count of nothing told before");
    if (!this.#saysEnough(reading)) doubt(reading, "names no participant");
    const cue = replyCue(reading);
    if (cue && isFactual(reading.modality) && reading.type === "attack") {
      reading.type = "retaliation";
      reading.trace.push(`presented as an answer: « ${cue.text} »`);
    }
    if (isAttack(reading)) {
      const fixed =
        reading.subtype ??
        (["interception", "assassination", "abduction", "clash", "suicide-attack"].includes(
          reading.pattern.frame.subtype ?? "",
        )
          ? reading.pattern.frame.subtype
          : undefined);
      reading.subtype = fixed ?? weapons ?? frameSubtype(reading) ?? continued?.subtype ?? "unspecified";
      if (continued) completeFrom(reading, continued);
    } else reading.subtype ??= reading.pattern.frame.subtype;
    this.#rankRoles(reading);
    if (!this.#accepts(reading, continued)) {
      if (continued) this.#draftOf.set(reading, continued.draft);
      return;
    }
    const time = this.#days.dayOf(reading, continued);
    const effects = effectsOf(reading);
    const claim: DraftClaim = {
      ...this.#common(reading),
      ...(time && { time }),
      instrument: instrumentsIn(view, tokens),
      ...optional("quantity", quantityIn(reading)),
      ...optional("effects", effects),
      answers: cue ? [{ cue }] : [],
    };
    const at = this.drafts.length;
    this.#days.note(reading, at);
    this.drafts.push({ reading, claim, continues: continued?.draft });
    this.#draftOf.set(reading, at);
    this.#register.addEvent({
      draft: at,
      trigger: view.lemma(reading.at),
      family: familyOf(reading.type),
      subtype: reading.subtype,
      agent: fillers(reading, "agent"),
      target: fillers(reading, "target"),
      place: fillers(reading, "place"),
      time,
      effects,
      sentence: view.sentence.index,
      paragraph: view.sentence.paragraph,
      factual: isFactual(reading.modality),
      answers: reading.type === "retaliation",
    });
  }

  /** Who speaks is settled before what is said is drafted: the speaker is its source. */
  #rankSpeaker(reading: Reading): void {
    const former = keysOf(fillers(reading, "speaker"));
    this.#rankRoles(reading);
    const speakers = fillers(reading, "speaker");
    if (keysOf(speakers) === former) return;
    for (const act of reading.content)
      if (act.modality !== "asserted" && keysOf(act.source) === former) act.source = speakers;
  }

  #draftStatement(reading: Reading): void {
    this.#rankType(reading);
    if (!this.#accepts(reading, undefined)) return;
    const time = ownTime(reading);
    const about = reading.content.map((r) => this.#draftOf.get(r)).filter((i) => i !== undefined);
    if (reading.type === "confirm" && reading.pattern.frame.type === "announce")
      this.#settleOwn(reading, about);
    const claim: DraftClaim = {
      ...this.#common(reading),
      ...(time && { time }),
      instrument: [],
      about: [...new Set(about)],
      answers: [],
    };
    this.drafts.push({ reading, claim, continues: undefined });
  }

  /** Lets the ranker make another type of claim of it than the rules did. */
  #rankType(reading: Reading): void {
    const choice = rankType(reading, this.#entities, this.#models.types);
    reading.typeChoice = choice;
    const best = choice.candidates[choice.chosen];
    if (choice.chosen === 0 || !best) return;
    reading.trace.push(`type ranked: ${best.type}, not ${reading.type} (${best.probability.toFixed(2)})`);
    retype(reading, best.type, this.#entities);
  }

  /** Lets the ranker put another participant, or nobody, in place of those that the rules found. */
  #rankRoles(reading: Reading): void {
    completeOpponents(reading, this.#register, this.#entities);
    for (const role of rankedRoles(reading)) {
      const choice = rankRole(reading, role, this.#surroundings, this.#models.roles);
      reading.choices.push(choice);
      const best = choice.candidates[choice.chosen];
      if (choice.chosen === 0 || !best) continue;
      const names = best.fillers.map((f) => f.mention.text).join(", ") || "nobody";
      reading.trace.push(`${role} ranked: ${names} (${best.probability.toFixed(2)})`);
      const verdict = fillers(reading, role);
      reading.roles.set(role, best.fillers);
      if (role === "target") keepStruckAreas(reading, verdict, this.#entities);
    }
    leaveOutOneself(reading);
    if (isAct(reading)) placeAreas(reading, this.#entities);
  }

  /** Whether a claim is made of the reading; drops it where not. */
  #accepts(reading: Reading, continued: RegisteredEvent | undefined): boolean {
    const { view, at, type } = reading;
    const features = acceptanceFeatures(reading, this.#entities, {
      continued,
      ofType: this.#told.get(type) ?? 0,
      byWord: this.#told.has(`${type} ${view.lemma(at)}`),
      beside: this.#surroundings.readings.filter((r) => r !== reading && !r.dropped),
    });
    const { probability, accepted } = judgeAcceptance(reading, features, this.#models.acceptance);
    reading.acceptance = { features, probability };
    if (accepted) {
      for (const key of [type, `${type} ${view.lemma(at)}`])
        this.#told.set(key, (this.#told.get(key) ?? 0) + 1);
      return true;
    }
    drop(reading, `${reading.doubt ?? "told in a way that makes no claim"} (${probability.toFixed(2)})`);
    return false;
  }

  /** « 125 munitions ont été larguées, dit X » after a strike by X: the act that goes on is the speaker's own. */
  #settleOwn(reading: Reading, about: readonly number[]): void {
    const speakers = fillers(reading, "speaker");
    const continued = about.flatMap((i) => this.drafts[i]?.continues ?? []);
    const agents = continued.flatMap((i) => this.drafts[i]?.claim.roles.agent ?? []);
    const harmed = about.some((i) => this.drafts[i]?.reading.pattern.frame.effect !== undefined);
    if (harmed || !agents.some((a) => speakers.some((s) => this.#entities.sameSide(a.mention, s.mention))))
      return;
    reading.type = "claim-responsibility";
    reading.trace.push("goes on about an act of its own side → claim-responsibility");
  }

  #common(reading: Reading): Omit<DraftClaim, "instrument" | "answers"> {
    const roles: { [R in Role]?: readonly Filler[] } = {};
    for (const [role, found] of reading.roles)
      if (found.length > 0 && (isAct(reading) ? role !== "speaker" : role !== "agent")) roles[role] = found;
    if (reading.source.length > 0) roles.source = reading.source;
    return {
      evidence: evidenceOf(reading),
      type: reading.type,
      ...(reading.subtype && isAct(reading) && { subtype: reading.subtype }),
      roles,
      ...(reading.source.length === 0 &&
        reading.sourceText !== undefined && { sourceText: reading.sourceText }),
      ...(!isAct(reading) &&
        fillers(reading, "speaker").length === 0 &&
        reading.speakerText !== undefined && { speakerText: reading.speakerText }),
      modality: reading.modality,
      about: [],
      rule: `${reading.pattern.frameName}:${reading.pattern.words.join("_")}`,
      // Judged once duplicates are gone and every draft of its sentence is known.
      confidence: 0,
      trace: reading.trace,
    };
  }

  /** Whether enough is named for a claim: acts only demanded, threatened or supposed need more than plain ones. */
  #saysEnough(reading: Reading): boolean {
    const has = (role: FrameRole) => fillers(reading, role).length > 0;
    const where = has("place") || has("origin") || has("destination");
    const shown = namesSomebody(reading);
    // « sans victimes ni dégâts »: that an effect is denied says something of the act, whoever took part.
    if (reading.effect !== undefined || (reading.modality === "negated" && effectsOf(reading) !== undefined))
      return true;
    if (isAttack(reading)) {
      if (!isFactual(reading.modality) && reading.modality !== "attempted")
        return has("target") || (has("agent") && reading.statement === undefined);
      const told =
        has("agent") || has("target") || where || shown || reading.effect !== undefined || !reading.verbal;
      return (
        told || ownTime(reading) !== undefined || subtypeOf(reading.view, clauseTokens(reading)) !== undefined
      );
    }
    if (reading.type === "investigate") return true;
    if (reading.type === "aid") return has("target") && has("agent");
    if (!isFactual(reading.modality)) return has("agent") && (has("target") || where || shown);
    if (has("agent") || has("target") || (shown && reading.type === "coerce")) return true;
    return where && (reading.verbal || reading.statement !== undefined);
  }
}

const keysOf = (found: readonly Filler[]): string => found.map((f) => entityKey(f.mention)).join(" ");

/** A move took place where it ended, a withdrawal where it began: both stand in `place` besides their own roles. */
function nameWhere(reading: Reading): void {
  const from = reading.type === "withdraw" ? fillers(reading, "origin") : [];
  const to = reading.type === "mobilize" ? fillers(reading, "destination") : [];
  addFillers(reading, "place", [...from, ...to]);
}

/** Whether a noun phrase stands as object of the act although it names nobody known (« une quinzaine de suspects »). */
const namesSomebody = ({ view, arguments: args }: Reading): boolean =>
  args?.objects.some((o) => view.isNoun(o)) ?? false;

/** The frame's own subtype holds only where no weapon is named; some words are as good as a weapon. */
const frameSubtype = (reading: Reading) => reading.kind;

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
