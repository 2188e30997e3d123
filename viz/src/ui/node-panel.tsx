/** An actor, a place or an event: what it is, what it is called by whom, and its relations by partner. */
import { edgesAt, familyAt, type Model, NODE_EVENT, NODE_STUB, otherEnd } from "../model/model.ts";
import { nodeKindLabel, plainText } from "../model/names.ts";
import { SHOWN } from "../state/filters.ts";
import { viewAt } from "../model/model.ts";
import { compareNames } from "../i18n/index.ts";
import { Centrality } from "./centrality.tsx";
import { ChainList } from "./chain-list.tsx";
import { EntityDecisions } from "./decide.tsx";
import { EdgeList } from "./edge-list.tsx";
import { EventFields } from "./edge-panel.tsx";
import { selectedChain } from "./graph-keys.ts";
import { Names } from "./names.tsx";
import { nodeActions } from "./node-actions.ts";
import { QuoteList } from "./quote.tsx";
import { useSession } from "./session.ts";
import { NodeSign } from "./signs.tsx";
import { StatementList } from "./statement-list.tsx";
import { useLoaded } from "./use-loaded.ts";

export function NodePanel({ node }: { readonly node: number }) {
  const session = useSession();
  const { store, words } = session;
  const { model } = store;
  const kind = model.nodes.kind[node];
  return (
    <article class="sheet">
      <header class="node-title">
        <NodeSign node={node} />
        <div>
          <h2>
            <bdi>{plainText(session.name(node))}</bdi>
          </h2>
          <p class="muted">
            {nodeKindLabel(model, node, store.language.value, {
              event: words.kindEvent,
              unnamed: words.kindUnnamed,
            })}
            <Country node={node} />
          </p>
        </div>
      </header>
      {model.nodes.proposed[node] === 1 && <p class="muted">{words.proposed}</p>}
      <p class="button-row">
        {nodeActions(session, node).map(({ label, run }) => (
          <button key={label} type="button" class="quiet-text" onClick={run}>
            {label}
          </button>
        ))}
      </p>
      <EgoSlider />
      {kind === NODE_EVENT ? <EventEvidence node={node} /> : <Relations node={node} />}
      {kind !== NODE_EVENT && kind !== NODE_STUB && (
        <>
          <Names node={node} />
          <EntityDecisions node={node} />
        </>
      )}
    </article>
  );
}

function Country({ node }: { readonly node: number }) {
  const session = useSession();
  const country = session.store.model.graph.nodes.country[node];
  if (country === undefined) return null;
  return (
    <>
      {" · "}
      <bdi>{plainText(session.name(country))}</bdi>
    </>
  );
}

function EgoSlider() {
  const { store, words } = useSession();
  const ego = Math.max(1, store.state.value.ego) as 1 | 2 | 3;
  return (
    <label class="slider">
      <span>{words.ego}</span>
      <output>{words.egoValue(ego)}</output>
      <input
        type="range"
        id="ego"
        min={1}
        max={3}
        value={ego}
        aria-valuetext={words.egoValue(ego)}
        onInput={(event) => store.update({ ego: Number(event.currentTarget.value) as 1 | 2 | 3 }, "replace")}
      />
    </label>
  );
}

function EventEvidence({ node }: { readonly node: number }) {
  const session = useSession();
  const { store, words } = session;
  const loaded = useLoaded(async () => {
    const event = await store.evidence.event(node);
    return { event, quotes: await store.evidence.quotes(event?.claims ?? []) };
  }, node);
  const chain = selectedChain(session);
  if (loaded.state === "loading") return <p class="muted">{words.evidenceLoading}</p>;
  if (loaded.state === "failed") return <p role="alert">{words.evidenceFailed(loaded.why)}</p>;
  return (
    <>
      <EventFields event={loaded.value.event} />
      {chain.length > 1 && <ChainList chain={chain} current={node} />}
      <section>
        <h3>
          {words.evidence} <span class="count">{loaded.value.quotes.length}</span>
        </h3>
        <QuoteList quotes={loaded.value.quotes} />
      </section>
      <StatementList event={node} />
    </>
  );
}

function Relations({ node }: { readonly node: number }) {
  const session = useSession();
  const { store, words } = session;
  const { model } = store;
  const visibility = store.visibility.value;
  const { view } = store.state.value;
  const all = [...new Set(edgesAt(model, node))].filter((edge) => viewAt(model, edge) === view);
  const shown = all.filter((edge) => visibility.edge[edge] === SHOWN);
  const compare = compareNames(store.language.value);
  const acts = (edges: readonly number[]) =>
    edges.filter((edge) => familyAt(model, edge) !== "standing").length;
  const partners = [...byPartner(model, node, shown)].sort(
    ([a, x], [b, y]) => acts(y) - acts(x) || y.length - x.length || compare(session.name(a), session.name(b)),
  );
  const several = partners.filter(([, edges]) => edges.length > 1);
  const single = partners.flatMap(([, edges]) => (edges.length === 1 ? edges : []));
  return (
    <>
      <Centrality node={node} />
      <section>
        <h3>{words.byPartner}</h3>
        <p class="muted">{words.relationsOf(all.length, shown.length)}</p>
        {several.map(([partner, edges]) => (
          <details key={partner} class="partner" open={several.length <= 3}>
            <summary>
              <NodeSign node={partner} />
              <bdi>{plainText(session.name(partner))}</bdi>
              <span class="count">{edges.length}</span>
            </summary>
            <EdgeList edges={edges} />
          </details>
        ))}
        {single.length > 0 && (
          <div class={several.length > 0 ? "singles" : undefined}>
            <EdgeList edges={single} />
          </div>
        )}
      </section>
    </>
  );
}

function byPartner(model: Model, node: number, edges: readonly number[]): Map<number, number[]> {
  const partners = new Map<number, number[]>();
  for (const edge of edges) {
    const other = otherEnd(model, edge, node);
    const list = partners.get(other);
    if (list) list.push(edge);
    else partners.set(other, [edge]);
  }
  for (const list of partners.values())
    list.sort((a, b) => (model.edges.start[a] ?? 0) - (model.edges.start[b] ?? 0) || a - b);
  return partners;
}
