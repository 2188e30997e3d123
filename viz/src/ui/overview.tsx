/** Nothing selected: what this case is, and where to begin. */
import { allChains } from "../insight/chains.ts";
import { plainText } from "../model/names.ts";
import { SHOWN } from "../state/filters.ts";
import { EdgeList } from "./edge-list.tsx";
import { openEvent } from "./graph-keys.ts";
import { useSession } from "./session.ts";

const ROWS = 4;

export function Overview() {
  const session = useSession();
  const { store, words } = session;
  const { model } = store;
  const { graph } = model;
  const chains = allChains(model).slice(0, ROWS);
  const visibility = store.visibility.value;
  const seen = new Set<number>();
  const contested: number[] = [];
  for (let edge = 0; edge < model.edges.count && contested.length < ROWS; edge++) {
    const event = model.edges.event[edge] ?? -1;
    if (visibility.edge[edge] !== SHOWN || !model.edges.contested[edge] || seen.has(event)) continue;
    seen.add(event);
    contested.push(edge);
  }
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
                  <button type="button" class="row-button" onClick={() => openEvent(session, first, true)}>
                    <span>
                      <bdi>{plainText(session.name(first))}</bdi>
                    </span>
                    <small>{words.chainSteps(chain.length)}</small>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {contested.length > 0 && (
        <section>
          <h3>{words.mostContested}</h3>
          <EdgeList edges={contested} />
        </section>
      )}
    </div>
  );
}
