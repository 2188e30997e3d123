/** Who speaks in quotations, also where they run over sentences. */
import type { Offsets, QuotationSpan } from "../language/index.ts";
import { isAct, type Reading } from "./reading.ts";

/** A quotation shorter than this is a word in scare quotes, not speech. */
const MIN_SPEECH = 24;

/**
 * Gives acts in quotations their speaker where the speech verb stands in another sentence.
 * `readings` are those of the whole document, in text order.
 */
export function attributeQuotations(
  quotations: readonly QuotationSpan[],
  readings: readonly Reading[],
): void {
  const statements = readings.filter((r) => !r.dropped && !isAct(r) && r.pattern.frame.content === true);
  for (const quotation of quotations) {
    if (quotation.depth > 1 || quotation.end - quotation.start < MIN_SPEECH) continue;
    const inside = readings.filter(
      (r) =>
        !r.dropped && isAct(r) && contains(quotation, offset(r)) && !r.statement && r.source.length === 0,
    );
    if (inside.length === 0) continue;
    const speaker = speakerOf(quotation, statements);
    if (!speaker) continue;
    for (const act of inside) {
      act.statement = speaker;
      speaker.content.push(act);
      act.trace.push(`in a quotation of « ${speaker.view.lower(speaker.at)} »`);
    }
  }
}

const offset = (r: Reading): number => r.view.tokens[r.at]?.start ?? 0;
const contains = (span: Offsets, at: number): boolean => span.start <= at && at < span.end;

/** The statement outside the quotation that is nearest to its end, else to its start. */
function speakerOf(quotation: QuotationSpan, statements: readonly Reading[]): Reading | undefined {
  const REACH = 160;
  const after = statements.find((s) => offset(s) >= quotation.end && offset(s) - quotation.end < REACH / 2);
  const before = statements.findLast(
    (s) => offset(s) < quotation.start && quotation.start - offset(s) < REACH,
  );
  return after ?? before;
}
