/** Acts and the acts that answer them: delays, and whether the answer is harder than what it answers. */
import type { ConflictEvent, ResponseLink } from "../../ontology/index.ts";
import { compareBy } from "../../shared/index.ts";
import { goldsteinScale } from "./hostility.ts";
import type { CountRange, Happening } from "./happenings.ts";

/**
 * The answer against the act, first by kind (Goldstein scale), then by deaths: more or fewer by every account of both;
 * `unclear` where kinds are equal and deaths are not counted on either side, or accounts overlap.
 */
export type Step = "higher" | "equal" | "lower" | "unclear";

export interface Reply {
  readonly act: Happening;
  readonly answer: Happening;
  readonly link: ResponseLink;
  /** Days from the act's first day to the answer's; undefined where either is undated. */
  readonly delay: number | undefined;
  /** False where either act spans several days, so that the delay is one of several possible. */
  readonly exactDelay: boolean;
  readonly step: Step;
}

export interface DelaySummary {
  readonly count: number;
  readonly median: number;
  readonly shortest: number;
  readonly longest: number;
}

/** Links among the given acts, in order of the answer's day. Links to acts that are not among them are left out. */
export function repliesOf(happenings: readonly Happening[]): Reply[] {
  const byId = new Map<string, Happening>();
  for (const each of happenings) for (const id of idsOf(each.event)) byId.set(id, each);
  return happenings
    .flatMap((answer) => {
      const seen = new Set<string>();
      return answer.event.responseTo.flatMap((link): Reply[] => {
        const act = byId.get(link.id);
        if (!act || act === answer || seen.has(act.event.id)) return [];
        seen.add(act.event.id);
        return [replyOf(act, answer, link)];
      });
    })
    .sort(
      compareBy(
        ({ answer }) => answer.firstDay ?? Number.MAX_SAFE_INTEGER,
        ({ answer }) => answer.event.id,
        ({ act }) => act.event.id,
      ),
    );
}

const idsOf = (event: ConflictEvent): string[] => [event.id, ...(event.formerIds ?? []), ...event.claims];

function replyOf(act: Happening, answer: Happening, link: ResponseLink): Reply {
  const dated = act.firstDay !== undefined && answer.firstDay !== undefined;
  return {
    act,
    answer,
    link,
    delay: dated ? (answer.firstDay ?? 0) - (act.firstDay ?? 0) : undefined,
    exactDelay: dated && act.firstDay === act.lastDay && answer.firstDay === answer.lastDay,
    step: stepBetween(act, answer),
  };
}

function stepBetween(act: Happening, answer: Happening): Step {
  const before = goldsteinScale(act.event.type);
  const after = goldsteinScale(answer.event.type);
  if (before === undefined || after === undefined) return "unclear";
  if (before !== after) return after < before ? "higher" : "lower";
  const [a, b] = [act.killed, answer.killed];
  if (!a || !b) return "unclear";
  if (surelyMore(b, a)) return "higher";
  if (surelyMore(a, b)) return "lower";
  const exact = a.low === a.high && b.low === b.high;
  return exact && a.low === b.low ? "equal" : "unclear";
}

/** Whether the lowest count of one is above the highest of the other. */
const surelyMore = (a: CountRange, b: CountRange): boolean => b.high !== undefined && a.low > b.high;

/** Undefined where no reply has a delay of zero days or more. */
export function summarizeDelays(replies: readonly Reply[]): DelaySummary | undefined {
  const days = replies.flatMap(({ delay }) => (delay !== undefined && delay >= 0 ? [delay] : []));
  days.sort((a, b) => a - b);
  const middle = Math.floor(days.length / 2);
  const [upper, lower] = [days[middle], days[days.length % 2 === 0 ? middle - 1 : middle]];
  if (upper === undefined || lower === undefined) return undefined;
  return {
    count: days.length,
    median: (upper + lower) / 2,
    shortest: days[0] ?? upper,
    longest: days.at(-1) ?? upper,
  };
}

export interface PairDelays extends DelaySummary {
  /** Who answers; undefined where nobody is named. */
  readonly answering: string | undefined;
  readonly answered: string | undefined;
}

/** Delays by who answers whom; most replies first. */
export function delaysByPair(replies: readonly Reply[]): PairDelays[] {
  const groups = new Map<
    string,
    { answering: string | undefined; answered: string | undefined; replies: Reply[] }
  >();
  for (const reply of replies) {
    for (const answering of orNobody(reply.answer.doers)) {
      for (const answered of orNobody(reply.act.doers)) {
        const key = `${answering ?? ""}\t${answered ?? ""}`;
        const group = groups.get(key) ?? { answering, answered, replies: [] };
        group.replies.push(reply);
        groups.set(key, group);
      }
    }
  }
  return [...groups.values()]
    .flatMap(({ answering, answered, replies: own }) => {
      const summary = summarizeDelays(own);
      return summary ? [{ answering, answered, ...summary }] : [];
    })
    .sort(
      compareBy(
        ({ count }) => -count,
        ({ answering }) => answering ?? "",
        ({ answered }) => answered ?? "",
      ),
    );
}

const orNobody = (ids: readonly string[]): readonly (string | undefined)[] =>
  ids.length > 0 ? ids : [undefined];
