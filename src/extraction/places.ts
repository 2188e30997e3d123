/** Where an act took place: locations named in its clause that fill no other role. */
import { type EntityLookup, mentionOf, sameEntity } from "./entities.ts";
import { clauseTokens } from "./clause-span.ts";
import { addFillers, fillers, isAttack, type Reading } from "./reading.ts";
import { ownClauseStart } from "./leading-circumstance.ts";
import { uniqueFillers } from "./phrase-reader.ts";
import type { Filler } from "./types.ts";

/** How far (tokens) from the trigger a location of the sentence may stand where the clause names none. */
const REACH = 16;

/** Fills `place`, and `origin` of attacks, from the locations of the clause. */
export function readPlaces(reading: Reading, entities: EntityLookup): void {
  const { view, at } = reading;
  const inClause = clauseTokens(reading);
  const taken = [...reading.roles.values()].flat();
  const from = ownClauseStart(reading);
  const found: Filler[] = [];
  const collect = (tokens: readonly number[]) => {
    for (const k of tokens) {
      const name = view.name(k);
      if (
        k < from ||
        !name ||
        name.demonym ||
        (/^(nsubj|obj)/.test(view.relation(k)) && !/^(nsubj:pass)/.test(view.relation(k)) && reading.verbal)
      )
        continue;
      const mention = mentionOf(entities, name, "place");
      const type = entities.typeOf(mention);
      const site = type === "Place" || type === "Base" || type === "Facility";
      const state = type === "Country" && view.isLedBy(k, "in") && !view.isLedBy(k, "of");
      if (!site && !state) continue;
      if (taken.some((f) => sameEntity(f.mention, mention) || f.mention.start === name.start)) continue;
      const isOrigin = view.isLedBy(k, "from") && !view.isLedBy(k, "of");
      if (isOrigin && isAttack(reading)) addFillers(reading, "origin", [{ mention, inferred: false }]);
      else found.push({ mention, inferred: false });
    }
  };
  collect(inClause);
  const tells = reading.verbal || reading.effect !== undefined || reading.members.length > 1;
  if (found.length === 0 && fillers(reading, "target").length === 0 && isAttack(reading) && tells)
    collect(view.tokens.map((_, k) => k).filter((k) => Math.abs(k - at) < REACH && !inClause.includes(k)));
  addFillers(reading, "place", uniqueFillers(found).slice(0, 4));
}

/** A town or region that an act was done to is also where it was done. */
export function placeAreas(reading: Reading, entities: EntityLookup): void {
  addFillers(
    reading,
    "place",
    fillers(reading, "target").filter((f) => isArea(f, entities)),
  );
}

/**
 * Of the towns and regions ranked first as targets, only the object of an attack or one led by « contre » is one: any
 * other is where it was, and takes no target's place that the act's own words name.
 * @param verdict  the target before ranking
 */
export function keepStruckAreas(reading: Reading, verdict: readonly Filler[], entities: EntityLookup): void {
  const found = fillers(reading, "target");
  const where = found.filter((f) => isArea(f, entities) && !isStruck(reading, f));
  if (where.length === 0) return;
  const named = verdict.filter((f) => !f.inferred && !isArea(f, entities));
  reading.roles.set(
    "target",
    where.length === found.length ? named : found.filter((f) => !where.includes(f)),
  );
  addFillers(reading, "place", where);
}

const isArea = ({ mention }: Filler, entities: EntityLookup): boolean => entities.typeOf(mention) === "Place";

function isStruck(reading: Reading, { mention }: Filler): boolean {
  if (!isAttack(reading)) return false;
  const { view } = reading;
  const at = view.tokens.findIndex((t) => t.start <= mention.start && mention.start < t.end);
  return at >= 0 && (/^(obj|nsubj:pass)/.test(view.relation(at)) || view.isLedBy(at, "against"));
}
