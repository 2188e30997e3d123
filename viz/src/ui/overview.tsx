/** Nothing selected: what this case is, and where to begin. */
import { allChains, eventDay } from "../insight/chains.ts";
import { contestedEvents } from "../insight/contested.ts";
import { formatDay } from "../i18n/index.ts";
import { plainText } from "../model/names.ts";
import { openEvent } from "./graph-keys.ts";
import { useSession } from "./session.ts";

const ROWS = 4;

export function Overview() {
  const { store, words } = useSession();
  const { model } = store;
  const { graph } = model;
  const chains = allChains(model).slice(0, ROWS);
  const contested = contestedEvents(model, store.visibility.value).slice(0, ROWS);
  return (
    <div class="sheet">
      <h2>{words.nothingSelected}</h2>
      <p class="muted">{words.overview(graph.reports, graph.claims, graph.publishers.length)}</p>
      <p>{words.nothingSelectedHelp}</p>
      {chains.length > 0 && (
        <section>
          <h3>{words.longestChains}</h3>
          <ul class="plain">
            {chains.map((chain) => {
              const first = chain[0]?.event ?? 0;
              return (
                <li key={first}>
                  <EventRow event={first} note={words.chainSteps(chain.length)} />
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {contested.length > 0 && (
        <section>
          <h3>{words.mostContested}</h3>
          <ul class="plain">
            {contested.map(({ event, sources }) => (
              <li key={event}>
                <EventRow event={event} note={words.sourcesCount(sources)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** One event with its day, as a button that opens it. */
function EventRow({ event, note }: { readonly event: number; readonly note: string }) {
  const session = useSession();
  const { model } = session.store;
  const day = eventDay(model, event);
  return (
    <button type="button" class="row-button" onClick={() => openEvent(session, event, true)}>
      <span>
        <bdi>{plainText(session.name(event))}</bdi>
        {day !== undefined && (
          <small>{formatDay(day, model.graph.firstDay, session.store.language.value)}</small>
        )}
      </span>
      <small>{note}</small>
    </button>
  );
}
