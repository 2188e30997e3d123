/** Draft claims become claims: ids that survive rebuilds, entity ids in place of mentions. */
import type { DraftClaim, Extraction, Filler, Mention } from "../extraction/index.ts";
import { type Claim, type ClaimMention, type ResponseLink, ROLES, type Role } from "../ontology/index.ts";
import { compareBy, compareText, stableStringify } from "../shared/index.ts";

/** Gives a mention its entity id; undefined where nothing fits. */
export type Linker = (mention: Mention, role: Role) => string | undefined;

/** What was read out of a report, by the report's id. */
export interface ReadReport {
  readonly document: string;
  readonly extraction: Extraction;
}

interface Placed {
  readonly draft: DraftClaim;
  readonly at: number;
}

/**
 * Ids are `document:start-end:type`, with `:2`, `:3` … where several claims share it, ordered by source, then
 * roles, then the rest of what they say: so that they depend on what was read, never on the order of reading.
 */
export function claimIds(document: string, drafts: readonly DraftClaim[]): string[] {
  const ids: string[] = drafts.map(() => "");
  const groups = new Map<string, Placed[]>();
  for (const [at, draft] of drafts.entries()) {
    const key = `${document}:${draft.evidence.start}-${draft.evidence.end}:${draft.type}`;
    const group = groups.get(key);
    if (group) group.push({ draft, at });
    else groups.set(key, [{ draft, at }]);
    ids[at] = key;
  }
  for (const [key, placed] of groups) {
    if (placed.length === 1) continue;
    const sourceOf = ({ draft }: Placed): string =>
      [...(draft.roles.source ?? []).map(({ mention }) => mention.text), draft.sourceText ?? ""].join("\n");
    const contentOf = ({ draft }: Placed): string =>
      stableStringify({ ...draft, about: [], answers: [], trace: [] });
    placed.sort(
      compareBy(
        sourceOf,
        ({ draft }) => stableStringify(draft.roles),
        contentOf,
        ({ at }) => at,
      ),
    );
    for (const [n, { at }] of placed.entries()) ids[at] = n === 0 ? key : `${key}:${n + 1}`;
  }
  return ids;
}

const byPlace = compareBy<ClaimMention>(
  ({ start }) => start,
  ({ end }) => end,
  ({ role }) => role,
  ({ entity }) => entity,
);

export interface DocumentClaims {
  /** In text order. */
  readonly claims: readonly Claim[];
  /** Cues that present a claim as an answer to an act that the text does not name, by claim id. */
  readonly openCues: ReadonlyMap<string, readonly Omit<ResponseLink, "id">[]>;
}

/** The claims of one document in text order. `answers` cues that name no act stay on the claim as open cues. */
export function claimsOf(
  { document, extraction }: ReadReport,
  link: Linker,
  extractor: { readonly name: string; readonly version: string },
): DocumentClaims {
  const ids = claimIds(document, extraction.claims);
  const openCues = new Map<string, Omit<ResponseLink, "id">[]>();
  const claims = extraction.claims.map((draft, at): Claim => {
    const id = ids[at] as string;
    const mentions: ClaimMention[] = [];
    const fill = (role: Role): string[] => {
      const found: string[] = [];
      for (const filler of draft.roles[role] ?? []) {
        const entity = link(filler.mention, role);
        if (entity === undefined) continue;
        if (!found.includes(entity)) found.push(entity);
        mentions.push(mentionOf(role, entity, filler));
      }
      return found;
    };
    const responseTo: ResponseLink[] = [];
    for (const { cue, to } of draft.answers) {
      const said = { cue: cue.text, evidence: cue, claim: id };
      if (to === undefined) openCues.set(id, [...(openCues.get(id) ?? []), said]);
      else responseTo.push({ id: ids[to] as string, ...said });
    }
    return {
      id,
      document,
      evidence: draft.evidence,
      type: draft.type,
      ...(draft.subtype ? { subtype: draft.subtype } : {}),
      agent: fill("agent"),
      target: fill("target"),
      place: fill("place"),
      source: fill("source"),
      speaker: fill("speaker"),
      origin: fill("origin"),
      destination: fill("destination"),
      ...(draft.sourceText ? { sourceText: draft.sourceText } : {}),
      ...(draft.speakerText ? { speakerText: draft.speakerText } : {}),
      ...(draft.time ? { time: draft.time } : {}),
      instrument: [...draft.instrument],
      ...(draft.quantity ? { quantity: draft.quantity } : {}),
      ...(draft.effects ? { effects: draft.effects } : {}),
      modality: draft.modality,
      inferred: ROLES.filter((role) => draft.roles[role]?.some(({ inferred }) => inferred)),
      about: draft.about.map((index) => ids[index] as string).sort(compareText),
      responseTo,
      mentions: mentions.sort(byPlace),
      extractor: { ...extractor, rule: draft.rule },
      confidence: draft.confidence,
    };
  });
  return { claims: claims.sort(inTextOrder), openCues };
}

/** Document, then place in the text, then id. */
export const inTextOrder = compareBy<Claim>(
  (claim) => claim.document,
  (claim) => claim.evidence.start,
  (claim) => claim.evidence.end,
  (claim) => claim.id,
);

function mentionOf(role: Role, entity: string, { mention, inferred }: Filler): ClaimMention {
  return { role, entity, start: mention.start, end: mention.end, ...(inferred ? { inferred } : {}) };
}
