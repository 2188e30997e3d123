/** One claim for one happening, source and set of values: repeats, ledes and headings are not counted twice. */
import { familyOf } from "../ontology/index.ts";
import { sameEntity } from "./entities.ts";
import type { OpenDraft } from "./drafting.ts";
import type { DraftClaim, Filler } from "./types.ts";

/** Positions of the drafts that repeat another one, with the position of the one kept. */
export function findDuplicates(drafts: readonly OpenDraft[]): Map<number, number> {
  const repeats = new Map<number, number>();
  const byKind = new Map<string, number[]>();
  drafts.forEach(({ claim }, i) => {
    const key = `${familyOf(claim.type)} ${claim.modality === "negated"}`;
    const earlier = byKind.get(key) ?? [];
    for (const j of earlier.slice(-RECENT)) {
      const other = drafts[j];
      const mine = drafts[i];
      if (!other || !mine || repeats.has(j)) continue;
      if (isRepeat(other, mine)) {
        repeats.set(...(isRicher(mine.claim, other.claim) ? ([j, i] as const) : ([i, j] as const)));
        break;
      }
    }
    byKind.set(key, [...earlier, i]);
  });
  return repeats;
}

/** How many earlier claims of a kind one is compared with: keeps long reports linear. */
const RECENT = 25;

function isRepeat(a: OpenDraft, b: OpenDraft): boolean {
  const x = a.claim;
  const y = b.claim;
  if (x.type !== y.type && familyOf(x.type) !== "attack") return false;
  const sameSentence = a.reading.view.sentence.index === b.reading.view.sentence.index;
  const overlap = x.evidence.start < y.evidence.end && y.evidence.start < x.evidence.end;
  const heading = a.reading.view.sentence.kind === "heading" || b.reading.view.sentence.kind === "heading";
  if (
    sameSentence &&
    overlap &&
    x.rule === y.rule &&
    equalSets(x.roles.speaker, y.roles.speaker) &&
    equalSets(x.roles.target, y.roles.target) &&
    equalSets(x.roles.agent, y.roles.agent)
  )
    return true;
  if (!heading) return false;
  return (
    equalSets(x.roles.source, y.roles.source) &&
    compatible(x.roles.agent, y.roles.agent) &&
    compatible(x.roles.target, y.roles.target) &&
    compatible(x.roles.speaker, y.roles.speaker) &&
    sameKind(x, y)
  );
}

const sameKind = (x: DraftClaim, y: DraftClaim): boolean =>
  x.subtype === y.subtype ||
  x.subtype === "unspecified" ||
  y.subtype === "unspecified" ||
  x.subtype === undefined;

function equalSets(a: readonly Filler[] = [], b: readonly Filler[] = []): boolean {
  return a.length === b.length && a.every((f) => b.some((g) => sameEntity(f.mention, g.mention)));
}

/** Equal, or one of them leaves it open. */
const compatible = (a: readonly Filler[] = [], b: readonly Filler[] = []): boolean =>
  a.length === 0 || b.length === 0 || a.some((f) => b.some((g) => sameEntity(f.mention, g.mention)));

const weight = (c: DraftClaim): number =>
  Object.values(c.roles).flat().length + (c.time ? 1 : 0) + (c.effects ? 1 : 0);
const isRicher = (a: DraftClaim, b: DraftClaim): boolean => weight(a) > weight(b);
