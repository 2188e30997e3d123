/** The graph as a table, in step with every filter: only the rows in sight are in the page. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { compareNames, formatEdgeDates } from "../i18n/index.ts";
import { edgeLabel, plainText } from "../model/names.ts";
import { pairKey } from "../graph/fan.ts";
import { SHOWN } from "../state/filters.ts";
import { EdgeSign } from "./signs.tsx";
import { type Session, useSession } from "./session.ts";

const ROW = 50;
const OVERSCAN = 8;
/** Rows that held-down arrow keys may run ahead of the focus. */
const FOCUS_LAG = 12;

type Sort = "date" | "pair" | "sources";

export function List() {
  const session = useSession();
  const { store, words } = session;
  const [sort, setSort] = useState<Sort>("pair");
  const visibility = store.visibility.value;
  const language = store.language.value;
  const rows = useMemo(() => sortedEdges(session, sort), [visibility, language, sort]);
  const box = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      setScroll({ top: element.scrollTop, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // Where arrow keys are, which may be ahead of the focus while rows come into the page.
  const cursor = useRef(-1);
  // The row that is to have the focus once it is in the page.
  const awaited = useRef(-1);
  useEffect(() => {
    const row = box.current?.querySelector<HTMLElement>(`[data-index="${awaited.current}"]`);
    if (!row) return;
    awaited.current = -1;
    row.focus();
  });
  const first = Math.max(0, Math.floor(scroll.top / ROW) - OVERSCAN);
  const last = Math.min(rows.length, Math.ceil((scroll.top + scroll.height) / ROW) + OVERSCAN);
  const { selection } = store.state.value;
  return (
    <div class="list">
      <div class="list-head">
        <p id="list-caption">{words.listCaption(rows.length)}</p>
        <label>
          <span>{words.listSort}</span>{" "}
          <select value={sort} onChange={(event) => setSort(event.currentTarget.value as Sort)}>
            <option value="pair">{words.listSortPair}</option>
            <option value="date">{words.listSortDate}</option>
            <option value="sources">{words.listSortSources}</option>
          </select>
        </label>
      </div>
      {rows.length === 0 && <p class="muted sheet">{words.listEmpty}</p>}
      <div
        ref={box}
        id="list"
        class="list-scroll"
        tabIndex={0}
        role="table"
        aria-labelledby="list-caption"
        aria-rowcount={rows.length + 1}
        onFocusIn={(event) => {
          const index = (event.target as HTMLElement).dataset["index"];
          if (index !== undefined && Math.abs(Number(index) - cursor.current) > FOCUS_LAG)
            cursor.current = Number(index);
        }}
        onScroll={(event) =>
          setScroll({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
        }
        onKeyDown={(event) => {
          const next = onListKey(event, box.current, rows.length, cursor.current);
          if (next === undefined) return;
          cursor.current = next;
          awaited.current = document.activeElement === box.current ? next : -1;
        }}
      >
        <div role="rowgroup" class="visually-hidden">
          <div role="row" aria-rowindex={1}>
            {[words.listRelation, words.listDate].map((title) => (
              <span key={title} role="columnheader">
                {title}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" class="list-rows" style={{ height: `${rows.length * ROW}px` }}>
          {rows.slice(first, last).map((edge, i) => (
            <ListRow
              key={edge}
              edge={edge}
              index={first + i}
              opensPair={first + i > 0 && !samePair(session, edge, rows[first + i - 1])}
              selected={selection?.kind === "edge" && selection.row === edge}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function ListRow({
  edge,
  index,
  opensPair,
  selected,
}: {
  readonly edge: number;
  readonly index: number;
  readonly opensPair: boolean;
  readonly selected: boolean;
}) {
  const session = useSession();
  const { store, words } = session;
  const { model } = store;
  const language = store.language.value;
  const date = formatEdgeDates(model, edge, language) ?? "";
  const name = (row: number) => <bdi>{plainText(session.name(row))}</bdi>;
  return (
    <div
      class="list-row"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-opens={opensPair}
      style={{ transform: `translateY(${index * ROW}px)`, height: `${ROW}px` }}
    >
      <span role="cell" class="list-main">
        <EdgeSign edge={edge} />
        <button
          type="button"
          data-edge={edge}
          data-index={index}
          onClick={() => session.openEdge(edge, true)}
        >
          <span class="edge-ends">
            {name(model.edges.source[edge] ?? 0)} <span aria-hidden="true">→</span>{" "}
            {name(model.edges.target[edge] ?? 0)}
          </span>
          <small style={{ paddingInlineEnd: `${date.length}ch` }}>
            {edgeLabel(model, edge, language)}
            {model.edges.contested[edge] === 1 && (
              <>
                <span aria-hidden="true"> · ≠</span>
                <span class="visually-hidden">, {words.contested}</span>
              </>
            )}
          </small>
        </button>
      </span>
      <span role="cell" class="list-date">
        {date}
      </span>
    </div>
  );
}

function samePair({ store }: Session, a: number, b: number | undefined): boolean {
  return b !== undefined && pairKey(store.model, a) === pairKey(store.model, b);
}

function sortedEdges(session: Session, sort: Sort): number[] {
  const { store } = session;
  const { model } = store;
  const { edge } = store.visibility.value;
  const rows: number[] = [];
  edge.forEach((bits, row) => {
    if (bits === SHOWN) rows.push(row);
  });
  const { start, weight, source, target } = model.edges;
  const byDate = (a: number, b: number) => (start[a] ?? 0) - (start[b] ?? 0) || a - b;
  if (sort === "date") return rows.sort(byDate);
  if (sort === "sources") return rows.sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || byDate(a, b));
  const compare = compareNames(store.language.value);
  const names = model.nodes.id.map((_, row) => session.name(row));
  const order = new Map(
    names
      .map((name, row) => ({ name, row }))
      .sort((a, b) => compare(a.name, b.name) || a.row - b.row)
      .map(({ row }, position) => [row, position]),
  );
  const place = (row: number | undefined) => order.get(row ?? 0) ?? 0;
  // Both directions of a pair stand together, under the name that comes first.
  const key = (row: number) => {
    const [a, b] = [place(source[row]), place(target[row])];
    return [Math.min(a, b), Math.max(a, b)] as const;
  };
  return rows.sort((x, y) => {
    const [a, b] = [key(x), key(y)];
    return a[0] - b[0] || a[1] - b[1] || byDate(x, y);
  });
}

/**
 * Arrow keys go from row to row, also to those that are not in the page yet: until they are, the list itself has the
 * focus, so that no key is lost with a row that leaves the page.
 * @returns the row they are on; undefined for any other key
 */
function onListKey(
  event: KeyboardEvent,
  box: HTMLElement | null,
  count: number,
  cursor: number,
): number | undefined {
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
  if (step === undefined || !box || count === 0) return undefined;
  const next = Math.min(count - 1, Math.max(0, cursor + step));
  event.preventDefault();
  const top = next * ROW;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW - box.clientHeight;
  (box.querySelector<HTMLElement>(`[data-index="${next}"]`) ?? box).focus({ preventScroll: true });
  return next;
}
