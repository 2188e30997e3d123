/** The records of a case by their ids. */
import type { CaseRecords, Claim, ConflictEvent, Entity } from "../ontology/index.ts";

/** Claims, entities and events of one case, to be looked up. */
export class RecordIndex {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly entities: ReadonlyMap<string, Entity>;
  /** The event of each claim or (former) event id. */
  readonly eventOf: ReadonlyMap<string, ConflictEvent>;

  constructor({ claims, entities, events }: CaseRecords) {
    this.claims = new Map(claims.map((claim) => [claim.id, claim]));
    this.entities = new Map(entities.map((entity) => [entity.id, entity]));
    this.eventOf = new Map(
      events.flatMap((event) =>
        [event.id, ...(event.formerIds ?? []), ...event.claims].map((id) => [id, event] as const),
      ),
    );
  }

  /** The claims of these ids; one that is not there is left out. */
  claimsOf(ids: readonly string[]): Claim[] {
    return ids.flatMap((id) => this.claims.get(id) ?? []);
  }
}
