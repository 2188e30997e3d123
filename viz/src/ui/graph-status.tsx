/** What floats at the foot of the graph: what is shown, at which level of detail, and what was just done. */
import { layoutName } from "../graph/compose.ts";
import { undoDecision } from "./decision-actions.ts";
import { Icon } from "./icons.tsx";
import type { Session } from "./session.ts";
import { statusLine } from "./status.ts";

export function StatusLine({ session }: { readonly session: Session }) {
  const { store, words } = session;
  const detail = store.detail.value;
  const dropped = store.dropped.value > 0;
  const placed = placedNodes(session);
  const level =
    detail.level === "full"
      ? undefined
      : dropped
        ? words.levelDropped
        : detail.level === "lines"
          ? words.levelLines
          : words.levelDense;
  return (
    <div class="status" id="status">
      <Toast session={session} />
      <p id="status-line">{statusLine(session)}</p>
      {placed && <p>{words.mapNote(placed.at, placed.of)}</p>}
      {level && (
        <p class="level">
          {level}
          {dropped && (
            <>
              {" "}
              <button type="button" class="link" onClick={() => (store.dropped.value = 0)}>
                {words.levelRestore}
              </button>
            </>
          )}
        </p>
      )}
      <div class="sheet-buttons">
        <button type="button" class="bar" onClick={() => (session.sheet.value = "filters")}>
          <Icon name="filter" />
          {words.filters}
        </button>
        <button type="button" class="bar" onClick={() => (session.sheet.value = "panel")}>
          <Icon name="panel" />
          {words.panel}
        </button>
      </div>
    </div>
  );
}

/** What was just done; a decision stays in sight with its way back. */
function Toast({ session }: { readonly session: Session }) {
  const { words, store } = session;
  const text = store.notice.value;
  const undoable = session.undoable.value;
  if (!undoable) return text ? <p class="toast">{text}</p> : null;
  return (
    <p class="toast">
      {text || words.decisionSaved}{" "}
      <button type="button" class="link" id="undo-decision" onClick={() => void undoDecision(session)}>
        {words.undo}
      </button>{" "}
      <button
        type="button"
        class="toast-close"
        title={words.close}
        onClick={() => (session.undoable.value = false)}
      >
        <Icon name="close" />
        <span class="visually-hidden">{words.close}</span>
      </button>
    </p>
  );
}

/** In the map: how many of the nodes shown have coordinates of their own. */
function placedNodes({ store }: Session): { readonly at: number; readonly of: number } | undefined {
  const projection = layoutName(store.state.value) === "map" ? store.layout()?.projection : undefined;
  if (!projection) return undefined;
  const placed = new Set(projection.placed);
  let [at, of] = [0, 0];
  store.visibility.value.degree.forEach((degree, row) => {
    if (degree === 0) return;
    of++;
    if (placed.has(row)) at++;
  });
  return { at, of };
}
