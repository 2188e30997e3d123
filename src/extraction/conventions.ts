/**
 * Which kind of statement it is: who speaks of whose act decides between confirming, claiming, denying and announcing.
 * An outlet that relays, and an unnamed source, make no statement: they are the source of what they relay.
 */
import { isBareReference } from "./completion.ts";
import type { EntityLookup } from "./entities.ts";
import { isToCome, operatorModality } from "./modality.ts";
import { addFillers, doubt, drop, fillers, isAct, isAttack, type Reading } from "./reading.ts";
import { typeOfContent } from "./statement-content.ts";
import { saidTokens } from "./statement-scope.ts";
import type { Filler } from "./types.ts";

/** Statement types whose content is factual although the speaker judges it: the act took place all the same. */
const JUDGING = new Set(["condemn", "justify", "support", "confirm", "claim-responsibility"]);

/** The frame of outlets that pass on what others say. */
const RELAY = "relay";

/** The frame of those who admit: an attack that they admit is confirmed or claimed, anything else conceded. */
const ADMIT = "admit";

/** Settles every statement of a sentence, and what being said by it means for the acts that it reports. */
export function applyConventions(statements: readonly Reading[], entities: EntityLookup): void {
  for (const s of statements) {
    if (s.dropped) continue;
    const media = fillers(s, "speaker").filter((f) => entities.typeOf(f.mention) === "Media");
    const speakers = fillers(s, "speaker").filter((f) => !media.includes(f));
    if (s.modality === "negated" && s.pattern.frame.content === true && s.type === "announce") {
      drop(s, "not said");
      continue;
    }
    settleContent(s, [...fillers(s, "speaker")]);
    if (s.pattern.frameName === RELAY) {
      doubt(s, "only relayed: the source of what it reports");
    } else if (s.pattern.frame.content === true || s.type === "confirm") {
      if (speakers.length === 0) {
        doubt(s, "only relayed: the source of what it reports");
        continue;
      }
      s.roles.set("speaker", speakers);
      settleAnnouncement(s, speakers, entities);
    } else if (speakers.length === 0 && s.speakerText === undefined && s.type !== "claim-responsibility") {
      doubt(s, "nobody speaks");
    } else if (media.length > 0 && speakers.length === 0) {
      doubt(s, "an outlet relays");
    }
  }
}

/** An attack named only to say what another act is about: « une enquête sur l'attaque ». */
const describesAct = (a: Reading, acts: readonly Reading[]): boolean =>
  !a.verbal && acts.some((o) => o !== a && !isAttack(o) && a.view === o.view && a.view.isUnder(a.at, o.at));

/** « ces frappes étaient nécessaires »: the subject of a judgement is not told anew. */
const isOnlyJudged = ({ verbal, view, at }: Reading): boolean =>
  !verbal && view.relation(at).startsWith("nsubj") && !view.isVerb(view.head(at));

/** What being said, denied, demanded or threatened means for the acts inside. */
function settleContent(s: Reading, speakers: readonly Filler[]): void {
  for (const act of s.content) {
    if (act.dropped) continue;
    if (s.type === "claim-responsibility" && s.modality === "negated" && !act.verbal) {
      drop(act, "named only to say that nobody claims it");
      continue;
    }
    if (s.type === "accuse" && isBareReference(act)) continue;
    const factualForm = act.modality === "asserted";
    if (isFirstPerson(act) && speakers.length > 0) {
      act.roles.delete("agent");
      addFillers(act, "agent", speakers);
      act.trace.push("first person: the speaker");
    }
    if (speakers.length > 0 && isThirdPerson(act) && fillers(act, "agent").every((f) => f.inferred)) {
      act.roles.set("agent", speakers);
      act.trace.push("its subject stands for the speaker");
    }
    if (s.type === "demand" || s.type === "order") {
      if (factualForm) act.modality = "planned";
    } else if (s.type === "threaten" || s.type === "reject") {
      if (factualForm) act.modality = s.type === "threaten" ? "planned" : "hypothetical";
    } else if (s.type === "deny") {
      if (factualForm) act.modality = "negated";
    } else if (factualForm && s.modality !== "negated") {
      act.modality =
        s.pattern.frame.modality === "alleged" || s.modality === "alleged"
          ? "alleged"
          : judged(s)
            ? "asserted"
            : "reported";
    }
    if (s.modality === "hypothetical" && act.modality === "reported") act.modality = "hypothetical";
    if (!judged(s) || s.type === "claim-responsibility") {
      if (act.source.length === 0) act.source = speakers;
      if (speakers.length === 0) act.sourceText ??= s.speakerText;
    }
    if (s.type === "accuse" && fillers(act, "agent").length === 0)
      addFillers(act, "agent", fillers(s, "target"));
    if (s.type === "claim-responsibility" && s.modality !== "negated") {
      if (fillers(act, "agent").length === 0) addFillers(act, "agent", speakers);
      if (act.modality === "asserted") act.modality = "reported";
    }
  }
}

/** « nous avons frappé », « nos forces ont frappé »: the doer is whoever speaks. */
function isFirstPerson(act: Reading): boolean {
  const { view } = act;
  const { first } = view.index.lexicon.grammar.pronouns;
  if (act.arguments?.passive !== false) return false;
  return act.arguments.subjects.some((i) => {
    const start = view.phraseStart(i);
    return [i, start - 1, start].some((k) => first.includes(view.lower(k)));
  });
}

/** "said its jets struck …", « assure que ses forces ont … »: the subject, or its owner, is a pronoun behind who speaks. */
function isThirdPerson(act: Reading): boolean {
  const { view } = act;
  const { third, possessive } = view.index.lexicon.grammar.pronouns;
  // In his own words a speaker is « nous »: « ils » are others.
  if ((view.tokens[act.at]?.quoted ?? 0) > (view.tokens[act.statement?.at ?? -1]?.quoted ?? 0)) return false;
  if (act.arguments?.passive !== false || !act.pattern.frame.agent?.includes("subject")) return false;
  if (act.statement?.view !== view || act.at < act.statement.at) return false;
  return act.arguments.subjects.some((i) => {
    if (third.includes(view.lower(i))) return true;
    const start = view.phraseStart(i);
    const owned = view.isOfClass(i, "military") || view.isOfClass(i, "people");
    return owned && [start - 1, start].some((k) => possessive.includes(view.lower(k)));
  });
}

const judged = (s: Reading): boolean => JUDGING.has(s.type) && s.pattern.frame.content !== true;

/** An announcement by a named speaker becomes what its content makes it. */
function settleAnnouncement(s: Reading, speakers: readonly Filler[], entities: EntityLookup): void {
  const acts = s.content.filter((r) => !r.dropped && isAct(r) && r.doubt === undefined);
  const attacks = acts.filter(
    (a) => isAttack(a) && !isBareReference(a) && !describesAct(a, acts) && !isOnlyJudged(a),
  );
  if (s.type === "confirm") return settleConfirmation(s, attacks, speakers, entities);
  if (attacks.length > 0) {
    const defended = attacks.every(
      (a) => a.modality === "attempted" || a.pattern.frame.subtype === "interception",
    );
    if (
      defended ||
      attacks.every(
        (a) => a.pattern.frameName === "cause-harm" && a.pattern.words[0] === "count" && a.roles.size === 0,
      )
    )
      return defended ? undefined : doubt(s, "gives a count: the count carries the source");
    const own = attacks.some((a) => isOwnAct(a, s, speakers, entities));
    const told = attacks.filter((a) => a.modality !== "hypothetical" && a.modality !== "planned");
    if (told.length === 0) {
      if (isFear(s)) return doubt(s, "fears an act to come: the act carries the source");
      const toCome = attacks.some((a) => a.modality === "planned" || (a.verbal && isToCome(a.view, a.at)));
      if (toCome || saidTokens(s).some((k) => isToCome(s.view, k))) {
        s.type = "threaten";
        s.trace.push("speaks of force to come → threaten");
      }
      return;
    }
    const denied = told.every((a) => a.modality === "negated" || deniesHarm(a));
    const accused = denied || own ? [] : told.flatMap((a) => fillers(a, "agent").filter((f) => !f.inferred));
    if (accused.length > 0) {
      s.type = "accuse";
      addFillers(s, "target", accused);
      s.trace.push("names another side as the doer → accuse");
      return;
    }
    s.type = denied ? "deny" : own ? "claim-responsibility" : "confirm";
    s.trace.push(
      denied
        ? "says that nothing happened → deny"
        : own
          ? "speaks of its own act → claim-responsibility"
          : "reports an act → confirm",
    );
    if (own && !denied)
      for (const a of told) if (fillers(a, "agent").length === 0) addFillers(a, "agent", speakers);
    return;
  }
  const byWords = typeOfContent(s);
  if (byWords) {
    s.type = byWords;
    s.trace.push(`what is said → ${byWords}`);
    return;
  }
  if (s.content.some((r) => !r.dropped && r.doubt === undefined)) {
    const kinds = new Set(acts.map((a) => a.type));
    if ([...kinds].every((k) => k === "investigate" || k === "order" || k === "consult"))
      doubt(s, "its acts carry the source");
    else s.trace.push("announces an act of another kind");
    return;
  }
  if (s.modality !== "asserted" && s.modality !== "alleged") drop(s, "not said");
}

/** « reconnaît avoir tiré » claims, « reconnaît trois morts » confirms, « reconnaît que ses hommes se sont retirés » concedes. */
function settleConfirmation(
  s: Reading,
  attacks: readonly Reading[],
  speakers: readonly Filler[],
  entities: EntityLookup,
): void {
  const told = attacks.filter((a) => a.modality !== "hypothetical" && a.modality !== "planned");
  if (told.some((a) => isOwnAct(a, s, speakers, entities))) {
    s.type = "claim-responsibility";
    s.trace.push("speaks of its own act → claim-responsibility");
  } else if (s.pattern.frameName === ADMIT && attacks.length === 0) {
    s.type = "concede";
    s.trace.push("admits what is no attack → concede");
  }
}

const isFear = (s: Reading): boolean => operatorModality(s.view, s.at) === "hypothetical";

/** The speaker did it: named as doer, or left unnamed in « a déclaré avoir frappé » and « nous avons frappé ». */
function isOwnAct(act: Reading, s: Reading, speakers: readonly Filler[], entities: EntityLookup): boolean {
  const agents = fillers(act, "agent");
  if (agents.some((a) => speakers.some((x) => entities.sameSide(a.mention, x.mention)))) return true;
  if (agents.length > 0 || !act.verbal || act.effect !== undefined) return false;
  const infinitive =
    /Inf/.test(act.view.pos(act.at)) || act.view.kids(act.at, "aux").some((k) => /Inf/.test(act.view.pos(k)));
  return infinitive && act.view === s.view && act.arguments?.passive !== true;
}

/** « n'ont fait aucune victime »: an act told only to say that it did no harm. */
function deniesHarm(act: Reading): boolean {
  return act.effect !== undefined && act.modality === "negated";
}
