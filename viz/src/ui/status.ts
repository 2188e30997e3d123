import { formatDay } from "../i18n/index.ts";
import type { Session } from "./session.ts";

/** "104 of 163 relations, 10 February to 6 April". */
export function statusLine(session: Session): string {
  const { store, words } = session;
  const { graph } = store.model;
  const { shownEdges, viewEdges } = store.visibility.value;
  if (graph.days === 0) return words.statusUndatedOnly(shownEdges, viewEdges);
  const period = store.filters.value.period ?? { from: 0, to: graph.days - 1 };
  const language = store.language.value;
  return words.status(
    shownEdges,
    viewEdges,
    formatDay(period.from, graph.firstDay, language),
    formatDay(period.to, graph.firstDay, language),
  );
}
