/** What an attack hits, in the phrase that tells it. */
import { describeStruck } from "./described-parties.ts";
import type { PhraseReader } from "./phrase-reader.ts";
import type { SentenceView } from "./sentence-view.ts";
import type { Filler } from "./types.ts";

/**
 * Whom or what the phrase headed by `head` names, or else the thing that it describes. A town in the description of a
 * thing is only where it stands: « un entrepôt de Tripoli » is the warehouse.
 */
export function readStruck(reader: PhraseReader, view: SentenceView, head: number): readonly Filler[] {
  const named = reader.read(view, head, "target");
  if (named.some((f) => reader.entities.typeOf(f.mention) !== "Place")) return named;
  const described = [head, ...view.kids(head, "conj")]
    .map((h) => describeStruck(view, h))
    .filter((f) => f !== undefined);
  return described.length > 0 ? described : named;
}
