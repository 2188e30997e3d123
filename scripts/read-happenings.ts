/**
 * Annotated reports as Riposte itself reads them: its own action claims, each with the gold event of the gold claim that
 * it meets. Weights that have seen only gold claims trust days and places more than reading gets them right.
 */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildCase } from "../src/build/index.ts";
import type { SourceDocument } from "../src/documents/index.ts";
import { parseGold } from "../src/evaluation/index.ts";
import { Comparison } from "../src/evaluation/match.ts";
import { type Claim, isAction } from "../src/ontology/index.ts";
import { loadPacks } from "../src/packs/index.ts";
import { Gazetteer } from "../src/resolution/gazetteer.ts";
import { compareBy } from "../src/shared/index.ts";

/** The action claims of reports with the gold event of each. */
export interface Happenings {
  readonly gazetteer: Gazetteer;
  readonly reports: readonly {
    readonly document: SourceDocument;
    /** In text order. */
    readonly actions: readonly Claim[];
    readonly eventOf: (claim: Claim) => string;
  }[];
}

/** @param reports  folder of the reports; that of the gold file by default */
export async function readHappenings(
  goldPath: string,
  theatres: readonly string[],
  reports: string = dirname(goldPath),
): Promise<Happenings> {
  const folder = await mkdtemp(join(tmpdir(), "riposte-fit-"));
  try {
    const { records } = await buildCase([reports], { caseFolder: folder, packs: [...theatres] });
    const gold = parseGold(readFileSync(goldPath, "utf8"), goldPath);
    const eventOfGold = new Map(
      (gold.events ?? []).flatMap(({ id, claims }) =>
        (claims as readonly string[]).map((claim) => [claim, id] as const),
      ),
    );
    const events = new Map(
      new Comparison(gold, records).matches.flatMap(({ gold: meant, predicted }) => {
        const event = eventOfGold.get(meant.id);
        return event === undefined ? [] : [[predicted.id, event] as const];
      }),
    );
    const inText = compareBy<Claim>(
      ({ evidence }) => evidence.start,
      ({ evidence }) => evidence.end,
      ({ id }) => id,
    );
    return {
      gazetteer: new Gazetteer(records.entities, loadPacks([...theatres])),
      reports: records.documents.map((document) => ({
        document,
        actions: records.claims
          .filter(({ id, type, document: of }) => of === document.id && isAction(type) && events.has(id))
          .sort(inText),
        eventOf: ({ id }) => events.get(id) ?? id,
      })),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
