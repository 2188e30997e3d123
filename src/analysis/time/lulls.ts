import { compareBy } from "../../shared/index.ts";
import { type Happening, isAttack } from "./happenings.ts";

export interface Lull {
  /** Last day with an attack before, and first day with one after (days since 1970-01-01). */
  readonly after: number;
  readonly until: number;
  /** Days without an attack: `until − after − 1`. */
  readonly days: number;
  /** The attacks of the day that ends it. */
  readonly brokenBy: readonly Happening[];
}

/** Attacks reported to span more days than this say nothing about any one day, and neither open nor close a lull. */
const LONGEST_DATED_SPAN = 7;

/**
 * Times without a reported attack, longest first: at least a week, and at least three times the median gap (the
 * longest set aside) between days with attacks. That nothing was reported does not mean that nothing happened.
 */
export function lullsOf(happenings: readonly Happening[]): Lull[] {
  const attacks = happenings.filter(
    (each) => isAttack(each) && (each.lastDay ?? 0) - (each.firstDay ?? 0) <= LONGEST_DATED_SPAN,
  );
  const byDay = new Map<number, Happening[]>();
  const covered = new Set<number>();
  for (const attack of attacks) {
    if (attack.firstDay === undefined) continue;
    byDay.set(attack.firstDay, [...(byDay.get(attack.firstDay) ?? []), attack]);
    for (let day = attack.firstDay; day <= (attack.lastDay ?? attack.firstDay); day++) covered.add(day);
  }
  const days = [...covered].sort((a, b) => a - b);
  const gaps = days.slice(1).map((day, i) => day - (days[i] ?? day) - 1);
  const threshold = Math.max(7, 3 * medianOfOthers(gaps));
  return gaps
    .flatMap((gap, i): Lull[] => {
      const [after, until] = [days[i], days[i + 1]];
      if (gap < threshold || after === undefined || until === undefined) return [];
      return [{ after, until, days: gap, brokenBy: byDay.get(until) ?? [] }];
    })
    .sort(
      compareBy(
        ({ days: length }) => -length,
        ({ until }) => until,
      ),
    );
}

/** Lower median of the gaps without the longest; 0 where there is no other. */
function medianOfOthers(gaps: readonly number[]): number {
  const others = gaps
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b)
    .slice(0, -1);
  return others[Math.floor((others.length - 1) / 2)] ?? 0;
}
