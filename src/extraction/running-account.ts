/** Accounts that run on over sentences without being marked anew. */
import type { Marker } from "./account-markers.ts";
import { isConditional } from "./modality.ts";
import type { PhraseReader } from "./phrase-reader.ts";
import { fillers, isAct, type Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";

/** « X raconte … . Deux soldats auraient péri. »: a conditional without a source of its own goes on with the last account. */
export function goOn(
  view: SentenceView,
  readings: readonly Reading[],
  statements: readonly Reading[],
  markers: readonly Marker[],
  { register }: PhraseReader,
): void {
  const { index: sentence, paragraph } = view.sentence;
  const { account } = register;
  if (account && account.paragraph === paragraph && sentence - account.sentence === 1)
    for (const act of readings) {
      const open = isAct(act) && !act.statement && act.source.length === 0 && act.sourceText === undefined;
      if (!open || act.modality !== "alleged" || !isConditional(view, act.at)) continue;
      act.source = account.source;
      act.trace.push("goes on with the account of the sentence before");
      register.account = { ...account, sentence };
    }
  const speaking = statements.findLast(
    (s) => s.pattern.frame.content === true && fillers(s, "speaker").length > 0,
  );
  const source = speaking ? fillers(speaking, "speaker") : (markers.at(-1)?.source ?? []);
  if (source.length > 0)
    register.account = { source: source.map((f) => ({ ...f, inferred: true })), sentence, paragraph };
}
