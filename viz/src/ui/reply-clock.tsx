/** Reply clock: each answer as a dot on the scale of days, by pair; dots open the answer. */
import { type PairClock, replyClocks } from "../insight/reply-clock.ts";
import { plainText } from "../model/names.ts";
import { openEvent } from "./graph-keys.ts";
import { useSession } from "./session.ts";

const WIDTH = 300;

export function ReplyClock() {
  const session = useSession();
  const { store, words } = session;
  const clocks = replyClocks(store.model);
  const longest = Math.max(1, ...clocks.flatMap(({ replies }) => replies.map(({ days }) => days)));
  return (
    <article class="sheet">
      <h2>{words.clockTitle}</h2>
      <p class="muted">{clocks.length === 0 ? words.clockNone : words.clockHelp}</p>
      {clocks.map((clock) => (
        <Pair key={`${clock.by} ${clock.to}`} clock={clock} longest={longest} />
      ))}
    </article>
  );

  function Pair({ clock, longest: scale }: { readonly clock: PairClock; readonly longest: number }) {
    const label = words.clockPair(plainText(session.name(clock.by)), plainText(session.name(clock.to)));
    // A square root keeps quick answers apart without pushing slow ones off the scale.
    const x = (days: number) => Math.sqrt(days / scale) * (WIDTH - 28);
    return (
      <section class="clock">
        <h3>{label}</h3>
        <p class="muted">
          {words.clockReplies(clock.replies.length)} · {words.clockMedian(clock.median)}
        </p>
        <div class="clock-line" role="group" aria-label={label} style={{ width: `${WIDTH}px` }}>
          {clock.replies.map((reply) => (
            <button
              key={`${reply.event} ${reply.answered}`}
              type="button"
              class="clock-dot"
              style={{ left: `${x(reply.days)}px` }}
              title={`${words.days(reply.days)}: ${plainText(session.name(reply.event))}`}
              onClick={() => openEvent(session, reply.event, true)}
            >
              <span class="visually-hidden">{`${words.days(reply.days)}: ${plainText(session.name(reply.event))}`}</span>
            </button>
          ))}
        </div>
        <p class="clock-scale" style={{ width: `${WIDTH}px` }} aria-hidden="true">
          <span>{words.days(0)}</span>
          <span>{words.days(scale)}</span>
        </p>
      </section>
    );
  }
}
