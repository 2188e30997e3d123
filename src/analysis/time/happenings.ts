/** The acts of a case that a selection takes, each with its sides and days: what the analyses in time read. */
import { epochDay, eventTitle, isoDay } from "../../graph/index.ts";
import {
  type CaseRecords,
  type ConflictEvent,
  familyOf,
  isAction,
  type Quantity,
} from "../../ontology/index.ts";
import { compareBy } from "../../shared/index.ts";
import { type EdgeSelection, reasonToLeaveOut } from "../projection.ts";

export interface Happening {
  readonly event: ConflictEvent;
  readonly title: { readonly fr: string; readonly en: string };
  /** Entity ids; empty where nobody is named. */
  readonly doers: readonly string[];
  /** Entity ids of the other side, or of the place where no other side is named. */
  readonly others: readonly string[];
  /** Days since 1970-01-01, inclusive; undefined where no report dates the act. */
  readonly firstDay: number | undefined;
  readonly lastDay: number | undefined;
  /** Deaths over all accounts; undefined where none counts them. */
  readonly killed: CountRange | undefined;
}

/** From the lowest to the highest count that any account gives. */
export interface CountRange {
  readonly low: number;
  /** Undefined where an account sets no upper bound (« au moins huit »). */
  readonly high: number | undefined;
  readonly approximate: boolean;
  /** Whether independent sources give incompatible counts. */
  readonly contested: boolean;
}

/**
 * In order of time (undated last), then id. Parts of a larger event are left out where the whole is there, so that
 * one raid on three sites is one act.
 */
export function happeningsOf(records: CaseRecords, selection: EdgeSelection = {}): Happening[] {
  const entities = new Map(records.entities.map((entity) => [entity.id, entity]));
  const taken = records.events.filter(
    (event) =>
      isAction(event.type) &&
      (!selection.types || selection.types.includes(event.type)) &&
      reasonToLeaveOut(
        {
          modality: event.modality,
          confidence: event.confidence,
          ...(event.time && { start: event.time.start, end: event.time.end }),
        },
        selection,
      ) === undefined,
  );
  const ids = new Set(taken.map(({ id }) => id));
  return taken
    .filter((event) => !event.partOf.some((whole) => whole !== event.id && ids.has(whole)))
    .map(
      (event): Happening => ({
        event,
        title: { fr: eventTitle(event, entities, "fr"), en: eventTitle(event, entities, "en") },
        doers: event.agent,
        others: event.target.length > 0 ? event.target : event.place,
        firstDay: epochDay(event.time?.start),
        lastDay: epochDay(event.time?.end),
        killed: countRange(event, "killed"),
      }),
    )
    .sort(
      compareBy(
        ({ firstDay }) => firstDay ?? Number.MAX_SAFE_INTEGER,
        ({ event }) => event.id,
      ),
    );
}

/** Attacks and answers to attacks. */
export const isAttack = ({ event }: Happening): boolean => familyOf(event.type) === familyOf("attack");

function countRange(event: ConflictEvent, name: string): CountRange | undefined {
  const field = event.fields[name];
  const counts = (field?.values ?? []).flatMap(({ value }): Quantity[] =>
    typeof value === "object" ? [value] : [],
  );
  if (counts.length === 0) return undefined;
  const bounded = counts.every(({ max }) => max !== undefined);
  return {
    low: Math.min(...counts.map(({ min }) => min)),
    high: bounded ? Math.max(...counts.map(({ min, max }) => max ?? min)) : undefined,
    approximate: counts.some(({ approximate }) => approximate),
    contested: field?.contested ?? false,
  };
}

/** First and last ISO day of the dated acts; undefined where none is dated. */
export function spanOf(happenings: readonly Happening[]): [from: string, to: string] | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { firstDay, lastDay } of happenings) {
    if (firstDay === undefined) continue;
    first = Math.min(first, firstDay);
    last = Math.max(last, lastDay ?? firstDay);
  }
  return first > last ? undefined : [isoDay(first), isoDay(last)];
}
