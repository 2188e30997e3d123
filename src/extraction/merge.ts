/** Joins the trigger words of a sentence that tell one happening: « une salve qui s'est abattue … a fait six blessés ». */
import { type ClaimType, familyOf } from "../ontology/index.ts";
import type { FrameRole } from "../packs/index.ts";
import { isIntroducedBy } from "./introduced-by.ts";
import { isInPastPerfect } from "./looking-back.ts";
import { addFillers, drop, fillers, isAct, isAttack, nearestReading, type Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";
import { isWeapon } from "./weapons.ts";

/** Links of the tree over which a trigger describes the one above it, and does not tell a happening of its own. */
const DESCRIBES =
  /^(nsubj|obj|obl|nmod|acl|advcl|amod|appos|nummod|xcomp|iobj|flat|dep|compound|parataxis:obj)(:|$)/;

const MAX_PATH = 8;
const ROLES: readonly FrameRole[] = ["agent", "target", "place", "origin", "destination"];

/** Merges in place; what was absorbed is marked as dropped. */
export function mergeReadings(all: readonly Reading[]): void {
  // What is only weighed takes nothing over from what is told.
  const readings = all.filter((r) => r.doubt === undefined);
  markReprisals(readings);
  markRevenge(readings);
  dropObjectsOfActs(readings);
  joinDescriptions(readings);
  joinEffects(readings);
}

/** « en représailles », « en guise de riposte »: no act of its own but the character of the act beside it. */
function markReprisals(readings: readonly Reading[]): void {
  for (const cue of readings) {
    if (cue.dropped || cue.verbal || cue.type !== "retaliation" || !isAdverbial(cue)) continue;
    const acts = readings.filter((r) => r !== cue && !r.dropped && isAttack(r) && r.effect === undefined);
    const act = nearestReading(acts, cue.at);
    if (!act) continue;
    act.type = "retaliation";
    act.members.push(cue.at);
    act.trace.push(`presented as an answer: « ${cue.view.lower(cue.at)} »`);
    drop(cue, "tells the character of another act");
  }
}

const isAdverbial = ({ view, at }: Reading): boolean => view.isLedBy(at, "manner");

/** « X frappe Y pour venger le raid »: the purpose tells the character of the act, and names the one that it answers. */
function markRevenge(readings: readonly Reading[]): void {
  for (const revenge of readings) {
    const { view, at } = revenge;
    if (
      revenge.dropped ||
      !revenge.verbal ||
      revenge.pattern.frame.type !== "retaliation" ||
      !/Inf/.test(view.pos(at))
    )
      continue;
    const objects = revenge.arguments?.objects ?? [];
    const answered = (r: Reading) => objects.some((o) => view.isUnder(r.at, o));
    for (const r of readings) if (answered(r) && r.modality === "planned") r.modality = "asserted";
    const acts = readings.filter(
      (r) => r !== revenge && !r.dropped && isAttack(r) && r.at < at && !answered(r),
    );
    const act = nearestReading(acts, at);
    if (!act) continue;
    act.type = "retaliation";
    act.trace.push(`presented as an answer: « ${view.lower(at)} »`);
    drop(revenge, "tells the character of another act");
  }
}

/** Acts that end or withhold what their object names. */
const ENDING: ReadonlySet<ClaimType> = new Set(["withdraw", "sanction", "reject"]);

/** « suspendre la coopération »: an event noun that is the object of another act is what that act is done to. */
function dropObjectsOfActs(readings: readonly Reading[]): void {
  for (const noun of readings) {
    if (noun.dropped || noun.verbal || !isAct(noun) || !noun.view.relation(noun.at).startsWith("obj"))
      continue;
    const act = readings.find((r) => r.verbal && ENDING.has(r.type) && r.at === noun.view.head(noun.at));
    if (act) drop(noun, "the object of another act");
  }
}

function joinDescriptions(readings: readonly Reading[]): void {
  const acts = readings.filter((r) => isAct(r) && !r.dropped);
  // « venger le meurtre de X »: the object of avenging is the act that is answered, another happening.
  const answered = new Set(
    readings
      .filter((r) => r.verbal && r.pattern.frame.type === "retaliation")
      .flatMap((r) => [...(r.arguments?.objects ?? [])]),
  );
  const isAnswered = (r: Reading) => [...answered].some((o) => r.view.isUnder(r.at, o));
  for (let changed = true; changed; ) {
    changed = false;
    for (const a of acts) {
      for (const b of acts) {
        if (a === b || a.dropped || b.dropped || familyOf(a.type) !== familyOf(b.type)) continue;
        if (isAnswered(a) !== isAnswered(b) || !tellsTheSame(a, b)) continue;
        const [kept, other] = keeperOf(a, b);
        absorb(kept, other);
        changed = true;
      }
    }
  }
}

/** Whether `b` hangs from `a` as a part of its description, or is a coordinate verb that only adds an effect. */
function tellsTheSame(a: Reading, b: Reading): boolean {
  const { view } = a;
  // « les attaques … et celles perpétrées en Irak »: the pronoun stands for others.
  if (a.pattern === view.index.actPronoun || b.pattern === view.index.actPronoun) return false;
  if (recalls(a, b) || recalls(b, a)) return false;
  return a.members.some((m) =>
    b.members.some((n) => {
      if (m === n) return true;
      if (describes(view, m, n)) return !separated(view, m, n) && !ownHappening(a, b);
      const coordinate = view.relation(n) === "conj" && view.head(n) === m;
      const addsOnly =
        b.effect !== undefined ||
        a.effect !== undefined ||
        (fillers(b, "target").length === 0 && isAttack(b));
      return coordinate && a.at < b.at && addsOnly && isAttack(a);
    }),
  );
}

/** A description with a doer or time of its own, other than those of the act above, is another happening. */
function ownHappening(a: Reading, b: Reading): boolean {
  if (!b.verbal) return false;
  if (b.arguments && fillers(b, "agent").length > 0 && inRelativeOfOther(a, b)) return true;
  if (!a.verbal) return false;
  const mine = fillers(a, "agent");
  const theirs = fillers(b, "agent");
  const clash =
    mine.length > 0 &&
    theirs.length > 0 &&
    !theirs.some((t) => mine.some((m) => m.mention.candidates[0] === t.mention.candidates[0]));
  return clash && b.effect === undefined;
}

/** « La vengeance est tombée à l'heure où le drone avait fauché X »: the verb that carries the first stands in a later tense. */
function recalls({ view, at, members }: Reading, b: Reading): boolean {
  if (!b.verbal || members.includes(b.at) || !isInPastPerfect(view, b.at)) return false;
  const verbs = [...members, view.head(at)].filter((k) => view.isVerb(k) && !b.members.includes(k));
  return verbs.length > 0 && !verbs.some((k) => isInPastPerfect(view, k));
}

/** « à l'heure où le drone avait fauché X »: a relative clause with a doer, on a noun that is neither weapon nor act. */
function inRelativeOfOther({ view, members }: Reading, b: Reading): boolean {
  let at = b.at;
  for (let steps = 0; steps < MAX_PATH && at >= 0 && !members.includes(at); steps++) {
    const up = view.head(at);
    if (view.relation(at) === "acl:relcl" && up >= 0 && !members.includes(up) && !isWeapon(view, up))
      return true;
    at = up;
  }
  return false;
}

function describes(view: SentenceView, above: number, below: number): boolean {
  if (segmentOf(view, above) !== segmentOf(view, below)) return false;
  let at = below;
  for (let steps = 0; steps < MAX_PATH; steps++) {
    if (at === above) return true;
    if (!DESCRIBES.test(view.relation(at))) return false;
    at = view.head(at);
    if (at < 0) return false;
  }
  return false;
}

/** « après l'attaque », « alors que … »: what such words introduce happened apart. */
export function separated(view: SentenceView, a: number, b: number): boolean {
  return [a, b].some((from) => {
    const to = from === a ? b : a;
    let at = from;
    for (let steps = 0; steps < MAX_PATH && at >= 0 && at !== to; steps++) {
      if (isIntroducedBySequence(view, at)) return true;
      at = view.head(at);
    }
    return false;
  });
}

export const isIntroducedBySequence = (view: SentenceView, at: number): boolean =>
  isIntroducedBy(view, at, view.index.sequence);

const tellingWeight = (r: Reading): number =>
  (r.effect === undefined ? 4 : 0) + (r.verbal ? 2 : 0) + (fillers(r, "target").length > 0 ? 1 : 0);

/** A verb that tells the act is kept before a noun, and either before a mere effect. */
function keeperOf(a: Reading, b: Reading): [Reading, Reading] {
  return tellingWeight(b) > tellingWeight(a) ? [b, a] : [a, b];
}

function absorb(kept: Reading, other: Reading): void {
  for (const role of ROLES) {
    const replace =
      role === "target" &&
      kept.effect !== undefined &&
      other.effect === undefined &&
      fillers(other, role).length > 0;
    if (fillers(kept, role).length === 0 || replace) {
      if (replace) kept.roles.delete(role);
      addFillers(kept, role, fillers(other, role));
    }
  }
  if (other.type === "retaliation") kept.type = "retaliation";
  kept.subtype ??= other.subtype;
  kept.kind ??= other.kind;
  if (kept.modality === "asserted") kept.modality = other.modality;
  if (other.effect === undefined) kept.effect = undefined;
  kept.arguments ??= other.arguments;
  kept.members.push(...other.members);
  kept.trace.push(`joined with « ${other.view.lower(other.at)} »`);
  drop(other, "part of the description of another trigger");
}

/** Effects in the same part of the sentence go to the nearest act of it. */
function joinEffects(readings: readonly Reading[]): void {
  for (const effect of readings) {
    if (effect.dropped || effect.effect === undefined || !isAttack(effect)) continue;
    const { view } = effect;
    const acts = readings.filter(
      (r) =>
        r !== effect &&
        !r.dropped &&
        isAttack(r) &&
        segmentOf(view, r.at) === segmentOf(view, effect.at) &&
        !recalls(r, effect) &&
        (!isIntroducedBySequence(view, r.at) || isCircumstanceOf(view, r, effect)) &&
        !isIntroducedBySequence(view, effect.at) &&
        (r.modality === "negated") === (effect.modality === "negated") &&
        !statementBetween(readings, r.at, effect.at),
    );
    const act =
      nearestReading(
        acts.filter((r) => r.effect === undefined),
        effect.at,
      ) ?? nearestReading(acts, effect.at);
    if (act) absorb(act, effect);
  }
}

/** « deux soldats ont été tués lorsque leur convoi a été attaqué »: the clause tells how the effect came about. */
function isCircumstanceOf(view: SentenceView, act: Reading, effect: Reading): boolean {
  if (!act.verbal || !effect.verbal || act.at < effect.at) return false;
  return view.tokens.some(
    (_, k) =>
      k > effect.at &&
      k < act.at &&
      view.match(view.index.circumstance, k) !== undefined &&
      isNextVerb(view, k, act),
  );
}

/** Whether the act's verb, or its auxiliary, is the first finite verb behind the token. */
function isNextVerb(view: SentenceView, from: number, { at }: Reading): boolean {
  for (let k = from + 1; k < at; k++) if (view.isFinite(k) && view.head(k) !== at) return false;
  return true;
}

function statementBetween(readings: readonly Reading[], a: number, b: number): boolean {
  const [from, to] = a < b ? [a, b] : [b, a];
  return readings.some((r) => !isAct(r) && !r.dropped && r.at > from && r.at < to);
}

/** Number of separators (`;`, `:`) before a token: the part of the sentence that it stands in. */
export function segmentOf(view: SentenceView, at: number): number {
  const { separators } = view.index.lexicon.grammar;
  let segment = 0;
  for (let k = 0; k < at; k++) if (separators.includes(view.lower(k))) segment++;
  return segment;
}
