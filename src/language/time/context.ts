/** What a time expression is set against. */
import type { DayRange } from "./calendar.ts";

export interface TimeContext {
  /** Publishing day. */
  readonly anchor: number | undefined;
  /** A day near which the report lies, where the publishing day is not known: it gives years. */
  readonly near: number | undefined;
  /** Days that « la veille », « deux jours plus tard » count from: the date last named. */
  readonly reference: DayRange | undefined;
  /** The nearest other date in the same sentence, before or behind. */
  readonly beside: DayRange | undefined;
  /** A future verb stands beside the expression. */
  readonly future: boolean;
}
