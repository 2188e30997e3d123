/** Makes the events of a case from groups of claims, and links them to each other. */
import type { SourceDocument } from "../../documents/index.ts";
import {
  type Claim,
  type ConflictEvent,
  isAction,
  isFactual,
  type ResponseLink,
} from "../../ontology/index.ts";
import { compareBy, sortedUnique } from "../../shared/index.ts";
import { dayNumber } from "../days.ts";
import type { SourceKeys } from "../../ontology/index.ts";
import type { Gazetteer } from "../gazetteer.ts";
import { withPossibleReplies } from "../links/possible.ts";
import { sequenceReplies } from "../links/sequence.ts";
import type { Recall } from "../recall.ts";
import type { ResolutionSettings } from "../settings.ts";
import type { Notice, PreviousEvent } from "../types.ts";
import { partsOf } from "./parts.ts";
import { eventIdOf, eventOf } from "./record.ts";
import { seriesOf } from "./series.ts";

export interface AssembleInput {
  /** Claims of each event in report order; never empty. */
  readonly groups: readonly (readonly Claim[])[];
  /** All claims, with their links. */
  readonly claims: readonly Claim[];
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly keysOf: SourceKeys;
  readonly gazetteer: Gazetteer;
  readonly previous: readonly PreviousEvent[];
  readonly settings: ResolutionSettings;
  /** Knows events that were made before. */
  readonly recall: Pick<Recall, "eventOf">;
}

/** Events by the day they start (undated last), then id; and what is odd about them. */
export function assembleEvents(input: AssembleInput): { events: ConflictEvent[]; notices: Notice[] } {
  const { groups, claims, keysOf, gazetteer, settings } = input;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const eventIdOfClaim = new Map(
    groups.flatMap((group) => group.map(({ id }) => [id, eventIdOf(group[0] as Claim)] as const)),
  );
  const statementsOn = new Map<string, Claim[]>();
  for (const statement of claims) {
    if (isAction(statement.type)) continue;
    for (const event of new Set(statement.about.flatMap((id) => eventIdOfClaim.get(id) ?? []))) {
      const known = statementsOn.get(event);
      if (known) known.push(statement);
      else statementsOn.set(event, [statement]);
    }
  }
  const told = groups.map((group) => {
    const own = group.flatMap(({ id }) => byId.get(id) ?? []) as [Claim, ...Claim[]];
    const statements = statementsOn.get(eventIdOf(own[0])) ?? [];
    const event = input.recall.eventOf(own, statements, keysOf, () =>
      eventOf(own, statements, keysOf, gazetteer),
    );
    return { ...event, responseTo: statedReplies(own, event.id, eventIdOfClaim) };
  });
  const stated = withPossibleReplies(told);
  const inferred = sequenceReplies(stated, gazetteer, settings.sequenceDays);
  const parts = partsOf(stated, gazetteer);
  const series = seriesOf(stated, gazetteer);
  const former = formerIds(stated, input.previous);
  const events = stated
    .map((event): ConflictEvent => {
      const sequence = inferred.get(event.id);
      const ids = former.get(event.id);
      const before = series.get(event.id);
      return {
        ...event,
        responseTo: sequence ? [sequence] : event.responseTo,
        partOf: parts.get(event.id) ?? [],
        ...(before ? { sameSeries: before } : {}),
        ...(ids ? { formerIds: ids } : {}),
      };
    })
    .map((event) => ({ event, day: dayNumber(event.time?.start) ?? Number.POSITIVE_INFINITY }))
    .sort(
      compareBy(
        ({ day }) => day,
        ({ event }) => event.id,
      ),
    )
    .map(({ event }) => event);
  return { events, notices: datedAfterReport(events, input.documents) };
}

/** Links of the claims of an event, lifted to events: one a pair, the most certain. */
function statedReplies(
  claims: readonly Claim[],
  own: string,
  eventIdOfClaim: ReadonlyMap<string, string>,
): ResponseLink[] {
  const best = new Map<string, ResponseLink>();
  for (const { responseTo } of claims)
    for (const link of responseTo) {
      const id = eventIdOfClaim.get(link.id);
      if (id === undefined || id === own) continue;
      const known = best.get(id);
      if (known === undefined || (link.confidence ?? 1) > (known.confidence ?? 1))
        best.set(id, { ...link, id });
    }
  return [...best.values()].sort(compareBy(({ id }) => id));
}

/** Ids of the build before that now lead elsewhere, by the event that holds most of their claims. */
function formerIds(
  events: readonly ConflictEvent[],
  previous: readonly PreviousEvent[],
): Map<string, string[]> {
  const current = new Set(events.map(({ id }) => id));
  const holder = new Map(events.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)));
  const former = new Map<string, string[]>();
  for (const event of previous) {
    const votes = new Map<string, number>();
    for (const claim of event.claims) {
      const id = holder.get(claim);
      if (id !== undefined) votes.set(id, (votes.get(id) ?? 0) + 1);
    }
    const [most] = [...votes].sort(
      compareBy(
        ([, n]) => -n,
        ([id]) => id,
      ),
    );
    if (most === undefined) continue;
    const [heir] = most;
    const old = [event.id, ...(event.formerIds ?? [])].filter((id) => id !== heir && !current.has(id));
    if (old.length > 0) former.set(heir, sortedUnique([...(former.get(heir) ?? []), ...old]));
  }
  return former;
}

/** A happening told as a fact cannot lie after the report that tells it: a date was misread. */
function datedAfterReport(
  events: readonly ConflictEvent[],
  documents: ReadonlyMap<string, SourceDocument>,
): Notice[] {
  return events.flatMap(({ id, time, modality, documents: reports }) => {
    const start = dayNumber(time?.start);
    if (start === undefined || !isFactual(modality)) return [];
    const published = reports.map((report) => dayNumber(documents.get(report)?.published));
    if (!published.every((day) => day !== undefined && start > day + 1)) return [];
    const message = `${reports.join(", ")}: event ${id} is dated ${time?.start}, after every report of it; check the date in the text or the report's publishing date`;
    return [{ code: "resolution/dated-after-report" as const, message }];
  });
}
