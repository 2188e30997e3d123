/** How gold and prediction are compared: names, evidence and participants. */
import { ACTION_TYPES, MODALITY_TABLE } from "../ontology/index.ts";
import type { Annotation, ScoredClaim, ScoredEntity } from "./gold.ts";

export const SCORED_ROLES = ["agent", "target", "place", "speaker", "source"] as const;
export type ScoredRole = (typeof SCORED_ROLES)[number];
export type Participants = Record<ScoredRole, ReadonlySet<string>>;

const ACTIONS: ReadonlySet<string> = new Set(ACTION_TYPES);
export const isActionType = (type: string): boolean => ACTIONS.has(type);
/** Asserted, reported or alleged; any other word, or none, is not. */
export function isFactualModality(modality: string | undefined): boolean {
  return (MODALITY_TABLE as Record<string, { factual: boolean }>)[modality ?? ""]?.factual ?? false;
}

export const scoredFamily = (type: string): string => (type === "retaliation" ? "attack" : type);

/** Gold and cases write one value, several, or none. */
export function listOf(value: unknown): readonly unknown[] {
  return value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Letters and digits only, without case, accents and articles. */
export function plainText(value: unknown): string {
  return (typeof value === "string" || typeof value === "number" ? String(value) : "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’'‘`ʿʾ-]/g, " ")
    .replace(/\b(al|el|as|ad|le|la|les|l|the|des|du|de|d)\b/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Document id without folder and ending. */
export function documentOf(claim: { readonly [field: string]: unknown }): string {
  const id = claim.doc ?? claim.document;
  return (typeof id === "string" || typeof id === "number" ? String(id) : "")
    .replace(/^.*\//, "")
    .replace(/\.(txt|md|json|html)$/, "");
}

export function evidenceText(value: unknown): string {
  return typeof value === "string" ? value : ((value as { text?: string } | undefined)?.text ?? "");
}

export function wordsOf(text: string): string[] {
  return plainText(text)
    .split(" ")
    .filter((word) => word.length > 1);
}

/** Share of the shorter evidence's words found in the other, in [0, 1]; 0 where one is far too long or a mere word. */
export function evidenceOverlap(a: string, b: string): number {
  const wordsA = wordsOf(a);
  const wordsB = wordsOf(b);
  if (wordsA.length === 0 || wordsB.length === 0) return 0;
  const [shorter, longer] = wordsA.length <= wordsB.length ? [wordsA, wordsB] : [wordsB, wordsA];
  if (longer.length > 4 * shorter.length + 12 || shorter.length < Math.min(3, longer.length)) return 0;
  const bag = new Map<string, number>();
  for (const word of longer) bag.set(word, (bag.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of shorter) {
    const left = bag.get(word) ?? 0;
    if (left === 0) continue;
    shared++;
    bag.set(word, left - 1);
  }
  return shared / shorter.length;
}

/** Share of words in common, in [0, 1]: how tight a quotation is. */
export function evidenceJaccard(a: string, b: string): number {
  const wordsA = new Set(wordsOf(a));
  const wordsB = new Set(wordsOf(b));
  let shared = 0;
  for (const word of wordsA) if (wordsB.has(word)) shared++;
  return shared / (wordsA.size + wordsB.size - shared || 1);
}

/** Maps predicted entity ids to gold ids: equal ids meet, else the gold entity with most names in common. */
export function entityLinker(
  gold: readonly ScoredEntity[],
  predicted: readonly ScoredEntity[],
): (id: string) => string {
  const byName = new Map<string, string>();
  for (const entity of gold) {
    for (const name of [entity.id, entity.name, ...listOf(entity.aliases)]) {
      const key = plainText(name);
      if (key && !byName.has(key)) byName.set(key, entity.id);
    }
  }
  const goldIds = new Set(gold.map((entity) => entity.id));
  const linked = new Map<string, string>();
  for (const entity of predicted) {
    if (goldIds.has(entity.id)) {
      linked.set(entity.id, entity.id);
      continue;
    }
    const hits = new Map<string, number>();
    for (const name of namesOf(entity)) {
      const goldId = byName.get(plainText(name));
      if (goldId) hits.set(goldId, (hits.get(goldId) ?? 0) + 1);
    }
    const best = [...hits].sort((a, b) => b[1] - a[1])[0];
    linked.set(entity.id, best ? best[0] : `?${entity.id}`);
  }
  return (id) => linked.get(id) ?? (goldIds.has(id) ? id : (byName.get(plainText(id)) ?? `?${id}`));
}

function namesOf(entity: ScoredEntity): unknown[] {
  const names = entity.names && typeof entity.names === "object" ? Object.values(entity.names).flat() : [];
  const aliases = listOf(entity.aliases).map((alias) =>
    typeof alias === "string"
      ? alias
      : ((alias as { name?: string; text?: string }).name ?? (alias as { text?: string }).text),
  );
  return [entity.id, entity.name, ...names, ...aliases];
}

/** Ids in a field that holds strings or objects with an id. */
export function idsIn(value: unknown): string[] {
  return listOf(value).map((item) => {
    if (typeof item === "string") return item;
    const { id, entity, event, claim } = item as Record<string, string | undefined>;
    return id ?? entity ?? event ?? claim ?? "";
  });
}

export function participantsOf(claim: ScoredClaim, link: (id: string) => string): Participants {
  const set = (role: ScoredRole) => new Set(idsIn(claim[role]).map(link));
  return {
    agent: set("agent"),
    target: set("target"),
    place: set("place"),
    speaker: set("speaker"),
    source: set("source"),
  };
}

export function union(...sets: readonly ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** Named right: some are right, and no more wrong than right. */
export function meets(gold: ReadonlySet<string>, predicted: ReadonlySet<string>): boolean {
  let right = 0;
  for (const id of predicted) if (gold.has(id)) right++;
  return right > 0 && 2 * right >= predicted.size;
}

/** Accepted stand-ins of each gold entity that has some. */
export function acceptedIds(gold: Annotation): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(gold.entities.filter((e) => e.accept).map((e) => [e.id, new Set(e.accept)]));
}

/** The prediction with every accepted stand-in read as the gold entity that it stands for. */
export function withAccepted(
  gold: Partial<Participants>,
  predicted: Participants,
  accept: ReadonlyMap<string, ReadonlySet<string>>,
): Participants {
  const entries = SCORED_ROLES.map((role) => {
    const wanted = gold[role];
    const given = predicted[role];
    if (!wanted) return [role, given] as const;
    const read = [...given].map((id) =>
      wanted.has(id)
        ? id
        : ([...wanted].find((goldId) => !given.has(goldId) && accept.get(goldId)?.has(id)) ?? id),
    );
    return [role, new Set(read)] as const;
  });
  return Object.fromEntries(entries) as Participants;
}

/** The doer is right when the sets meet or both are empty; the other side may be named as target or place. */
export function edgeRight(gold: Participants, predicted: Participants, type: string): boolean {
  if (!isActionType(type)) {
    return gold.speaker.size > 0 ? meets(gold.speaker, predicted.speaker) : predicted.speaker.size === 0;
  }
  const doer = gold.agent.size > 0 ? meets(gold.agent, predicted.agent) : predicted.agent.size === 0;
  const others = union(gold.target, gold.place);
  return doer && (others.size === 0 || meets(others, union(predicted.target, predicted.place)));
}
