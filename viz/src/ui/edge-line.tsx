/** One relation on one line: sign, who, what, whom, when. Everywhere that relations are listed. */
import { edgeLabel, plainText } from "../model/names.ts";
import { formatEdgeDates } from "../i18n/index.ts";
import { EdgeSign } from "./signs.tsx";
import { useSession } from "./session.ts";

export interface EdgeLineProps {
  readonly edge: number;
  readonly onOpen?: () => void;
}

export function EdgeLine({ edge, onOpen }: EdgeLineProps) {
  const session = useSession();
  const { store, words } = session;
  const { model } = store;
  const language = store.language.value;
  const date = formatEdgeDates(model, edge, language);
  return (
    <button type="button" class="edge-line" onClick={onOpen ?? (() => session.openEdge(edge, true))}>
      <EdgeSign edge={edge} />
      <span class="edge-text">
        <span class="edge-ends">
          <bdi>{plainText(session.name(model.edges.source[edge] ?? 0))}</bdi>
          <span aria-hidden="true"> → </span>
          <bdi>{plainText(session.name(model.edges.target[edge] ?? 0))}</bdi>
        </span>
        <small>
          {edgeLabel(model, edge, language)}
          {date && <span class="nowrap"> · {date}</span>}
        </small>
      </span>
      {model.edges.contested[edge] === 1 && (
        <span class="contested-sign" title={words.contested}>
          <span aria-hidden="true">≠</span>
          <span class="visually-hidden">{words.contested}</span>
        </span>
      )}
    </button>
  );
}
