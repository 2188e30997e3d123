/** Standing facts told in passing: « John Kirby, porte-parole du Pentagone », « le champ d'al-Omar, dans la province de … ». */
import type { PhraseReader } from "./phrase-reader.ts";
import type { SentenceView } from "./sentence-view.ts";
import type { DraftRelation } from "./types.ts";

export function standingRelations(_views: readonly SentenceView[], _reader: PhraseReader): DraftRelation[] {
  return [];
}
