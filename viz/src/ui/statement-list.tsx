/** Who claimed, confirmed, denied or condemned an event: statements on it, in time order. */
import { edgesAt } from "../model/model.ts";
import { edgeLabel, plainText, termLabel } from "../model/names.ts";
import { formatEdgeDates } from "../i18n/index.ts";
import { FamilySign } from "./signs.tsx";
import { useSession } from "./session.ts";

export function StatementList({ event }: { readonly event: number }) {
  const session = useSession();
  const { store, words } = session;
  const { model } = store;
  const language = store.language.value;
  const edges = edgesAt(model, event)
    .filter((edge) => model.graph.edgeKinds[model.edges.kind[edge] ?? 0] === "on-event")
    .sort((a, b) => (model.edges.start[a] ?? 0) - (model.edges.start[b] ?? 0));
  if (edges.length === 0) return null;
  return (
    <section>
      <h3>
        {words.statementsOnEvent} <span class="count">{edges.length}</span>
      </h3>
      <ul class="plain">
        {[...edges].map((edge) => {
          const modality = model.vocabulary.modalities[model.edges.modality[edge] ?? 0];
          const date = formatEdgeDates(model, edge, language);
          return (
            <li key={edge}>
              <button type="button" class="edge-line" onClick={() => session.openEdge(edge)}>
                <FamilySign family="statement" modality={modality?.id ?? "asserted"} />
                <span class="edge-text">
                  <bdi>{plainText(session.name(model.edges.source[edge] ?? 0))}</bdi>
                  <small>
                    {edgeLabel(model, edge, language)}
                    {modality && !modality.factual && ` (${termLabel(modality, language)})`}
                    {date && ` · ${date}`}
                  </small>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
