/**
 * The day on which a report's account stands. Acts without a time of their own lie on the day of the act that they
 * continue, else on that which their paragraph has given; acts that are only recalled have a day of their own account.
 */
import type { TimeRange } from "../ontology/index.ts";
import { looksBack } from "./looking-back.ts";
import { entityKey, fillers, type Reading } from "./reading.ts";
import type { RegisteredEvent } from "./register.ts";
import type { SentenceView } from "./sentence-view.ts";
import { headingTime, isBroad, ownTime } from "./timing.ts";
import type { Filler } from "./types.ts";

export class AccountDays {
  #paragraph = -1;
  #told: TimeRange | undefined;
  /** The day of what the paragraph looks back on. */
  #recalled: TimeRange | undefined;
  /** Whether the paragraph opens with a date of its own. */
  #headed = false;
  /** Acts that the report only recalls, by position among the drafts. */
  readonly #lookingBack = new Set<number>();

  /** Goes on to the next sentence of the report. */
  enter(view: SentenceView): void {
    const { paragraph } = view.sentence;
    if (paragraph !== this.#paragraph) {
      this.#paragraph = paragraph;
      this.#told = undefined;
      this.#recalled = undefined;
      this.#headed = false;
    }
    const heading = headingTime(view);
    if (heading) this.#told = heading;
    this.#headed ||= heading !== undefined;
  }

  /** @param continued  the earlier act that it speaks of again, if any */
  dayOf(reading: Reading, continued: RegisteredEvent | undefined): TimeRange | undefined {
    const own = ownTime(reading);
    const back = looksBack(reading);
    if (own && reading.view.index.lookingBackWords.has(firstWord(own))) return own;
    if (own && !isBroad(own)) {
      if (back) this.#recalled = own;
      else this.#told = own;
      return own;
    }
    const account = back ? this.#recalled : this.#told;
    return (
      (continued && this.#goesOn(reading, continued, back) ? continued.time : undefined) ?? account ?? own
    );
  }

  /** Remembers of a drafted act whether it is only recalled. */
  note(reading: Reading, draft: number): void {
    if (looksBack(reading)) this.#lookingBack.add(draft);
  }

  /**
   * Whether an act that continues an earlier one lies on its day: not where a heading with a date has opened another
   * account since, nor where only one of the two is recalled and they are plainly two.
   */
  #goesOn(reading: Reading, continued: RegisteredEvent, back: boolean): boolean {
    if (this.#headed && continued.paragraph !== this.#paragraph) return false;
    if (this.#lookingBack.has(continued.draft) === back) return true;
    return reading.type !== "retaliation" && !namesAnother(reading, continued);
  }
}

const keysOf = (all: readonly Filler[]): string[] => all.map(({ mention }) => entityKey(mention));

/** Whether an act names where or whom it hit, and that is nobody and nowhere of the earlier one. */
function namesAnother(reading: Reading, { target, place }: RegisteredEvent): boolean {
  const own = keysOf([...fillers(reading, "target"), ...fillers(reading, "place")]);
  const theirs = keysOf([...target, ...place]);
  return own.length > 0 && theirs.length > 0 && !own.some((key) => theirs.includes(key));
}

/** « depuis dimanche »: such a time opens the period that the act fell into. */
const firstWord = ({ text = "" }: TimeRange): string => text.toLowerCase().split(/\s/u)[0] ?? "";
