import type { AddedNames } from "../../packs/index.ts";
import { newId } from "../entities/new-names.ts";
import type { DecisionContent } from "./types.ts";

/**
 * The names that decisions add. They are read like those of a pack, so they have to be known before reports are read.
 * An added entity gets the id that it would have as a name read in reports: links to it stay right.
 */
export function addedNames(decisions: readonly DecisionContent[]): AddedNames {
  return {
    aliases: decisions.flatMap((decision) =>
      decision.decide === "alias" ? [{ entity: decision.entity, name: decision.name }] : [],
    ),
    entities: decisions.flatMap((decision) =>
      decision.decide === "add-entity"
        ? [{ id: newId(decision), type: decision.type, name: decision.name }]
        : [],
    ),
  };
}
