import type { Quantity } from "../../ontology/index.ts";
import { compareBy } from "../../shared/index.ts";
import type { Happening } from "../time/happenings.ts";

export interface ContestedField {
  readonly happening: Happening;
  /** Name of the field (`killed`, `time`, `agent` …). */
  readonly field: string;
  /** Best supported first. */
  readonly values: readonly {
    readonly value: string | Quantity;
    /** Keys of the independent sources (`sourceLabels`). */
    readonly sources: readonly string[];
    readonly claims: readonly string[];
  }[];
}

/** Fields on which independent sources contradict each other; those with most voices first. */
export function contestedFields(happenings: readonly Happening[]): ContestedField[] {
  return happenings
    .flatMap((happening) =>
      Object.entries(happening.event.fields).flatMap(([field, { contested, values }]): ContestedField[] => {
        if (!contested) return [];
        return [{ happening, field, values }];
      }),
    )
    .sort(
      compareBy(
        ({ values }) => -values.reduce((sum, { claims }) => sum + claims.length, 0),
        ({ happening }) => happening.event.id,
        ({ field }) => field,
      ),
    );
}
