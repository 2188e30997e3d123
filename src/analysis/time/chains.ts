import { compareBy } from "../../shared/index.ts";
import type { Happening } from "./happenings.ts";
import type { Reply } from "./replies.ts";

/** Acts each of which answers the one before; at least two. */
export type Chain = readonly Happening[];

/**
 * The longest chain of answers that ends in each act which nothing answers, longest first. Where an act answers
 * several, the chain goes on through the one that itself has the longest chain behind it (the earliest by id where
 * they are equal). A circle of answers, which contradictory reports can make, is cut where it would close.
 */
export function chainsOf(replies: readonly Reply[]): Chain[] {
  const answersTo = new Map<Happening, Happening[]>();
  for (const { act, answer } of replies) answersTo.set(answer, [...(answersTo.get(answer) ?? []), act]);
  const answered = new Set(replies.map(({ act }) => act));
  const longest = new Map<Happening, Chain>();
  const chainTo = (end: Happening, above: ReadonlySet<Happening>): Chain => {
    const known = longest.get(end);
    if (known) return known;
    const inside = new Set(above).add(end);
    const before = (answersTo.get(end) ?? [])
      .filter((act) => !inside.has(act))
      .map((act) => chainTo(act, inside))
      .sort(
        compareBy(
          (chain) => -chain.length,
          (chain) => chain.at(-1)?.event.id ?? "",
        ),
      )[0];
    const chain = [...(before ?? []), end];
    longest.set(end, chain);
    return chain;
  };
  const ends = [...answersTo.keys()].filter((answer) => !answered.has(answer));
  return ends
    .map((end) => chainTo(end, new Set()))
    .sort(
      compareBy(
        (chain) => -chain.length,
        (chain) => chain[0]?.firstDay ?? Number.MAX_SAFE_INTEGER,
        (chain) => chain.at(-1)?.event.id ?? "",
      ),
    );
}
