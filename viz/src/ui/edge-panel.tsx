/** Why an arrow is there: what it says, what sources disagree on, the words of each report, the chain it is part of. */
import type { EventDetail } from "../../../src/viewer/payload.ts";
import { edgesBetween } from "../insight/paths.ts";
import { familyAt, viewAt } from "../model/model.ts";
import { edgeLabel, plainText, termLabel } from "../model/names.ts";
import type { Quote } from "../model/evidence.ts";
import { formatEdgeDates } from "../i18n/index.ts";
import { ChainList } from "./chain-list.tsx";
import { CiteButton } from "./cite.tsx";
import { Fields } from "./fields.tsx";
import { selectedChain, stepParallel } from "./graph-keys.ts";
import { HiddenNote } from "./hidden-note.tsx";
import { Icon } from "./icons.tsx";
import { QuoteList } from "./quote.tsx";
import { useSession } from "./session.ts";
import { EdgeSign } from "./signs.tsx";
import { StatementList } from "./statement-list.tsx";
import { useLoaded } from "./use-loaded.ts";

interface EdgeEvidence {
  readonly quotes: readonly Quote[];
  /** Of the same event, but not of this arrow. */
  readonly others: readonly Quote[];
  readonly event: EventDetail | undefined;
}

export function EdgePanel({ edge }: { readonly edge: number }) {
  const session = useSession();
  const { store, words } = session;
  const { model } = store;
  const language = store.language.value;
  const event = model.edges.event[edge] ?? -1;
  const loaded = useLoaded<EdgeEvidence>(async () => {
    const [quotes, detail] = await Promise.all([
      store.evidence.quotesOfEdge(edge),
      event < 0 ? undefined : store.evidence.event(event),
    ]);
    const own = new Set(quotes.map(({ row }) => row));
    const others = await store.evidence.quotes(detail?.claims.filter((row) => !own.has(row)) ?? []);
    return { quotes, others, event: detail };
  }, edge);
  const chain = selectedChain(session);
  return (
    <article class="sheet">
      <EdgeTitle edge={edge} />
      <Chips edge={edge} />
      <HiddenNote edge={edge} />
      <Parallels edge={edge} />
      {loaded.state === "loading" && <p class="muted">{words.evidenceLoading}</p>}
      {loaded.state === "failed" && <p role="alert">{words.evidenceFailed(loaded.why)}</p>}
      {loaded.state === "ready" && (
        <>
          {familyAt(model, edge) !== "statement" && <EventFields event={loaded.value.event} />}
          {chain.length > 1 && <ChainList chain={chain} current={event} />}
          <section>
            <h3>
              {words.evidence} <span class="count">{loaded.value.quotes.length}</span>
            </h3>
            {loaded.value.quotes.length === 0 ? (
              <p class="muted">{words.evidenceNone}</p>
            ) : (
              <QuoteList quotes={loaded.value.quotes} />
            )}
          </section>
          {loaded.value.others.length > 0 && (
            <details class="partner">
              <summary>
                <span>{words.sameEvent}</span>
                <span class="count">{loaded.value.others.length}</span>
              </summary>
              <QuoteList quotes={loaded.value.others} />
            </details>
          )}
          {event >= 0 && <StatementList event={event} />}
          {event >= 0 && viewAt(model, edge) === "actors" && (
            <button
              type="button"
              class="link"
              onClick={() =>
                store.update({ view: "events", camera: undefined, selection: { kind: "node", row: event } })
              }
            >
              {words.openEvent}
            </button>
          )}
          {loaded.value.quotes.length > 0 && (
            <CiteButton
              what={`${plainText(session.name(model.edges.source[edge] ?? 0))} → ${plainText(session.name(model.edges.target[edge] ?? 0))} (${edgeLabel(model, edge, language)})`}
              date={formatEdgeDates(model, edge, language) ?? ""}
              quotes={loaded.value.quotes}
            />
          )}
        </>
      )}
    </article>
  );
}

function EdgeTitle({ edge }: { readonly edge: number }) {
  const session = useSession();
  const { store, words } = session;
  const { model } = store;
  const language = store.language.value;
  const end = (row: number) => (
    <button type="button" class="name-link" onClick={() => session.openNode(row, true)}>
      <bdi>{plainText(session.name(row))}</bdi>
    </button>
  );
  return (
    <header class="edge-title">
      <h2>
        {end(model.edges.source[edge] ?? 0)} <span aria-hidden="true">→</span>
        <span class="visually-hidden">, </span> {end(model.edges.target[edge] ?? 0)}
      </h2>
      <p class="lead">
        <EdgeSign edge={edge} /> {capitalized(edgeLabel(model, edge, language))}
      </p>
      <p class="muted">{formatEdgeDates(model, edge, language) ?? words.undatedShort}</p>
    </header>
  );
}

const capitalized = (word: string) => word.charAt(0).toLocaleUpperCase() + word.slice(1);

function Chips({ edge }: { readonly edge: number }) {
  const { store, words } = useSession();
  const { edges, vocabulary } = store.model;
  return (
    <ul class="chips">
      <li>{termLabel(vocabulary.modalities[edges.modality[edge] ?? 0], store.language.value)}</li>
      <li>{words.sourcesCount(edges.weight[edge] ?? 0)}</li>
      {edges.contested[edge] === 1 && <li class="strong">≠ {words.contested}</li>}
      {edges.inferred[edge] === 1 && <li title={words.inferredHelp}>{words.inferred}</li>}
      {(edges.confidence[edge] ?? 100) < 100 && <li>{words.confidence(edges.confidence[edge] ?? 0)}</li>}
    </ul>
  );
}

function Parallels({ edge }: { readonly edge: number }) {
  const session = useSession();
  const { store, words } = session;
  const { edges } = store.model;
  const all = edgesBetween(
    store.model,
    store.visibility.value,
    edges.source[edge] ?? 0,
    edges.target[edge] ?? 0,
  );
  if (all.length < 2) return null;
  return (
    <div class="stepper">
      <button type="button" title={words.previousParallel} onClick={() => stepParallel(session, -1)}>
        <Icon name="previous" />
        <span class="visually-hidden">{words.previousParallel}</span>
      </button>
      <span>{words.parallelOf(all.indexOf(edge) + 1, all.length)}</span>
      <button type="button" title={words.nextParallel} onClick={() => stepParallel(session, 1)}>
        <Icon name="next" />
        <span class="visually-hidden">{words.nextParallel}</span>
      </button>
    </div>
  );
}

/** As a reader asks: who, whom, whether; when, where, with what, with what result. */
const FIELD_ORDER = [
  "agent",
  "target",
  "reality",
  "subtype",
  "time",
  "place",
  "instrument",
  "quantity",
  "killed",
  "wounded",
  "missing",
  "damage",
];

function place(field: string): number {
  const at = FIELD_ORDER.indexOf(field);
  return at < 0 ? FIELD_ORDER.length : at;
}

/** Contested fields first and side by side; the rest, where it says more than the title, below. */
export function EventFields({ event }: { readonly event: EventDetail | undefined }) {
  const { words } = useSession();
  if (!event) return null;
  const fields = [...event.fields].sort((a, b) => place(a.name) - place(b.name));
  const contested = fields.filter((field) => field.contested);
  const titled = new Set(["agent", "target", "subtype", "reality"]);
  const agreed = fields.filter(
    (field) => !field.contested && !titled.has(field.name) && field.values.length > 0,
  );
  return (
    <>
      {contested.length > 0 && (
        <section class="competing">
          <h3>≠ {words.competing}</h3>
          <Fields fields={contested} />
        </section>
      )}
      {agreed.length > 0 && (
        <section>
          <h3>{words.agreed}</h3>
          <Fields fields={agreed} />
        </section>
      )}
    </>
  );
}
