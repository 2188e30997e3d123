import { type CaseRecords, independentSources, sourceKeysOf } from "../ontology/index.ts";
import { slug } from "../shared/index.ts";

/**
 * The records as they would stand without some publishers: their documents and claims are left out, events keep what
 * other reports say, and events that nobody else tells disappear. Field values without a claim go too.
 * @param publishers  names as in `DocumentRecord.publisher`, compared without case and accents; a report without a
 *   publisher goes by its id
 */
export function withoutSources(records: CaseRecords, publishers: readonly string[]): CaseRecords {
  const out = new Set(publishers.map(slug));
  const gone = new Set(
    records.documents.filter((doc) => out.has(slug(doc.publisher ?? doc.id))).map((doc) => doc.id),
  );
  const claims = records.claims.filter((claim) => !gone.has(claim.document));
  const keysOf = sourceKeysOf(
    records.documents.filter((doc) => !gone.has(doc.id)),
    records.entities,
  );
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  const events = records.events.flatMap((event) => {
    const left = event.claims.flatMap((id) => claimById.get(id) ?? []);
    if (left.length === 0) return [];
    if (left.length === event.claims.length) return [event];
    const named = (role: "agent" | "target" | "place") =>
      event[role].filter((id) => left.some((claim) => claim[role].includes(id)));
    const fields = Object.fromEntries(
      Object.entries(event.fields).flatMap(([name, field]) => {
        const shownValue = field.values[field.shown];
        const values = field.values
          .map((value) => {
            const own = value.claims.flatMap((id) => claimById.get(id) ?? []);
            return { ...value, claims: own.map(({ id }) => id), sources: independentSources(own, keysOf) };
          })
          .filter((value) => value.claims.length > 0);
        if (values.length === 0) return [];
        const shown = Math.max(
          0,
          values.findIndex((value) => value.value === shownValue?.value),
        );
        const { why: _why, ...rest } = field;
        const contested = field.contested && values.length > 1;
        return [[name, { ...(contested ? field : rest), values, shown, contested }]];
      }),
    );
    return [
      {
        ...event,
        claims: left.map((claim) => claim.id),
        agent: named("agent"),
        target: named("target"),
        place: named("place"),
        fields,
        sources: independentSources(left, keysOf),
        documents: event.documents.filter((id) => !gone.has(id)),
        confidence: left.reduce((best, claim) => Math.max(best, claim.confidence), 0),
      },
    ];
  });
  return {
    ...records,
    documents: records.documents.filter((doc) => !gone.has(doc.id)),
    claims,
    events,
    relations: records.relations.filter((relation) => !relation.document || !gone.has(relation.document)),
  };
}
