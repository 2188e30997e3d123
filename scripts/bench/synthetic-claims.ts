/** Synthetic reports, read: as many claims as wanted, spread over places, parties and days like a war's reporting. */
import type { SourceDocument } from "../../src/documents/index.ts";
import type { DraftClaim, Extraction, Filler } from "../../src/extraction/index.ts";
import type { PackEntity, PackSet } from "../../src/packs/index.ts";
import { compareBy } from "../../src/shared/index.ts";

const CLAIMS_PER_REPORT = 20;
/** Reports on one day, all reporting on the same few happenings. */
const REPORTS_PER_DAY = 5;
const FIRST_DAY = Date.UTC(2010, 0, 1);
const DAY_MS = 86_400_000;

/** A small linear congruential generator: the same seed gives the same numbers on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A number that looks unlike its neighbours'. */
const scatter = (n: number): number => Math.imul(n + 1, 2_654_435_761) >>> 0;

export interface SyntheticInput {
  readonly documents: readonly SourceDocument[];
  readonly extractions: readonly { readonly document: string; readonly extraction: Extraction }[];
  readonly packs: PackSet;
}

const named = (id: string): PackEntity["names"] => ({ fr: id, en: id });
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

function packOf(): PackSet {
  const plain = { aliases: [], offices: [], pack: "synthetic" } as const;
  const entities: PackEntity[] = [
    ...range(4).map((i) => ({
      id: `country-${i}`,
      type: "Country" as const,
      names: named(`country-${i}`),
      ...plain,
    })),
    ...range(24).map((i) => ({
      id: `group-${i}`,
      type: "ArmedGroup" as const,
      names: named(`group-${i}`),
      country: `country-${i % 4}`,
      ...plain,
    })),
    ...range(400).map((i) => ({
      id: `place-${i}`,
      type: "Place" as const,
      names: named(`place-${i}`),
      latitude: 30 + (i % 20) * 0.4,
      longitude: 35 + Math.floor(i / 20) * 0.4,
      within: `country-${i % 4}`,
      ...plain,
    })),
  ];
  entities.sort(compareBy(({ id }) => id));
  return {
    names: ["synthetic"],
    entities,
    relations: [],
    byId: new Map(entities.map((entity) => [entity.id, entity])),
    hash: "synthetic",
  };
}

/** @param count  claims wanted; the number made is the next multiple of a report's twenty */
export function syntheticInput(count: number, seed = 1): SyntheticInput {
  const random = numbers(seed);
  const documents: SourceDocument[] = [];
  const extractions: { document: string; extraction: Extraction }[] = [];
  const reports = Math.ceil(count / CLAIMS_PER_REPORT);
  for (let report = 0; report < reports; report++) {
    const day = Math.floor(report / REPORTS_PER_DAY);
    const date = new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
    const id = `report-${String(report).padStart(7, "0")}`;
    // Each report tells three of the day's six happenings; so each is told by some, and not by all.
    const happenings = [0, 1, 2].map(() => scatter(day * 6 + random(6)));
    const claims: DraftClaim[] = [];
    let text = "";
    for (let at = 0; at < CLAIMS_PER_REPORT; at++) {
      const happening = happenings[Math.floor((at * happenings.length) / CLAIMS_PER_REPORT)] ?? 0;
      const sentence = `Fait ${happening % 97} rapporté le ${date} par la source ${random(40)}.`;
      const start = text.length;
      text += `${sentence} `;
      const span = { start, end: start + sentence.length, text: sentence };
      const filler = (entity: string): Filler => ({
        mention: { ...span, candidates: [entity] },
        inferred: false,
      });
      const statement = at % 4 === 3;
      claims.push({
        evidence: span,
        type: statement ? "condemn" : "attack",
        ...(statement ? {} : { subtype: happening % 2 === 0 ? ("rocket" as const) : ("airstrike" as const) }),
        roles: statement
          ? { speaker: [filler(`country-${happening % 4}`)] }
          : {
              ...(random(2) === 0 ? { agent: [filler(`group-${happening % 24}`)] } : {}),
              target: [filler(`group-${(happening + 7) % 24}`)],
              ...(random(3) > 0 ? { place: [filler(`place-${happening % 400}`)] } : {}),
            },
        ...(random(3) > 0 ? { time: { start: date, end: date } } : {}),
        instrument: [],
        modality: "reported",
        about: [],
        answers: [],
        rule: "synthetic",
        confidence: 0.8,
        trace: [],
      });
    }
    documents.push({
      id,
      published: date,
      publisher: `outlet-${report % 12}`,
      language: "fr",
      text,
      sha256: id,
    });
    extractions.push({ document: id, extraction: { claims, relations: [], skipped: [] } });
  }
  return { documents, extractions, packs: packOf() };
}
