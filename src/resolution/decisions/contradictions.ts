/** Decisions on one claim or entity that cannot all hold, or that say the same twice; each with both places. */
import { stableStringify } from "../../shared/index.ts";
import type { Notice } from "../types.ts";
import type { Decision } from "./types.ts";

/** What a decision settles, where a second one on the same subject repeats or contradicts it. */
function settles(
  decision: Decision,
  subjectOf: (id: string) => string,
): { subject: string; what: string } | undefined {
  switch (decision.decide) {
    case "retype":
      return { subject: subjectOf(decision.claim), what: "type" };
    case "retype-entity":
      return { subject: subjectOf(decision.entity), what: "type" };
    case "rename":
      return { subject: subjectOf(decision.entity), what: "name" };
    case "reject":
      return { subject: subjectOf(decision.claim), what: "standing" };
    case "confirm":
      return { subject: subjectOf(decision.id), what: "standing" };
    case "merge":
    case "keep-apart":
    case "alias":
    case "add-entity":
    default:
      return undefined;
  }
}

const placeOf = ({ place }: Decision): string => place ?? "decision";
const contentOf = ({ place: _place, note: _note, ...content }: Decision): string => stableStringify(content);

/** Repeated and contradicting decisions in the order given. A rejection beats all else; otherwise the later one holds. */
export function contradictions(decisions: readonly Decision[], subjectOf: (id: string) => string): Notice[] {
  const rejected = new Map<string, Decision>();
  for (const decision of decisions)
    if (decision.decide === "reject") rejected.set(subjectOf(decision.claim), decision);
  const first = new Map<string, Decision>();
  const notices: Notice[] = [];
  for (const decision of decisions) {
    const settled = settles(decision, subjectOf);
    if (!settled) continue;
    const { subject, what } = settled;
    const rejection = rejected.get(subject);
    const earlier = first.get(`${what} ${subject}`);
    first.set(`${what} ${subject}`, decision);
    if (rejection && decision.decide !== "reject")
      notices.push({
        code: "decision/conflict",
        message: `${placeOf(decision)}: ${decision.decide} of ${subject} has no effect: ${placeOf(rejection)} rejects it; delete one of the two`,
      });
    else if (earlier && contentOf(earlier) === contentOf(decision))
      notices.push({
        code: "decision/repeated",
        message: `${placeOf(decision)}: ${decision.decide} of ${subject} says what ${placeOf(earlier)} says already; delete one of the two`,
      });
    else if (earlier)
      notices.push({
        code: "decision/conflict",
        message: `${placeOf(decision)}: ${decision.decide} of ${subject} contradicts ${placeOf(earlier)}; the later one holds: delete the other`,
      });
  }
  return notices;
}
