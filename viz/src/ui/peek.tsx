/** Hovering a line tells what it says, hovering a ≠ what each source says, without selecting anything. */
import { useEffect, useState } from "preact/hooks";
import type { EventDetail } from "../../../src/viewer/payload.ts";
import { Fields } from "./fields.tsx";
import { edgeLabel, shortLabel } from "../model/names.ts";
import { formatEdgeDates } from "../i18n/index.ts";
import { type PeekAt, useSession } from "./session.ts";

export function Peek() {
  const session = useSession();
  const peek = session.peek.value;
  const event = peek?.mark ? (session.store.model.edges.event[peek.edge] ?? -1) : -1;
  const [detail, setDetail] = useState<EventDetail | undefined>();
  useEffect(() => {
    let stale = false;
    setDetail(undefined);
    if (event >= 0)
      void session.store.evidence.event(event).then(
        (found) => !stale && setDetail(found),
        () => undefined,
      );
    return () => {
      stale = true;
    };
  }, [event]);
  if (!peek) return null;
  const contested = detail?.fields.filter((field) => field.contested) ?? [];
  if (peek.mark && contested.length === 0) return null;
  return (
    <div class="peek" style={placeOf(peek)}>
      {peek.mark ? <Fields fields={contested} /> : <LineTip edge={peek.edge} />}
    </div>
  );
}

/** Below and to the right, unless that is off the stage. */
function placeOf({ x, y }: PeekAt): Readonly<Record<string, string>> {
  const area = document.querySelector(".graph-area")?.getBoundingClientRect();
  const [width, height] = [area?.width ?? 800, area?.height ?? 600];
  return {
    ...(x < width / 2 ? { left: `${x + 14}px` } : { right: `${width - x + 14}px` }),
    ...(y < height / 2 ? { top: `${y + 10}px` } : { bottom: `${height - y + 10}px` }),
  };
}

function LineTip({ edge }: { readonly edge: number }) {
  const session = useSession();
  const { model, language } = session.store;
  const date = formatEdgeDates(model, edge, language.value);
  const name = (row: number | undefined) => <bdi>{shortLabel(session.name(row ?? 0))}</bdi>;
  return (
    <p>
      {name(model.edges.source[edge])} → {name(model.edges.target[edge])}
      <small>
        {edgeLabel(model, edge, language.value)}
        {date && ` · ${date}`}
      </small>
    </p>
  );
}
