/** Hovering a ≠ shows what each source says, without selecting anything. */
import { useEffect, useState } from "preact/hooks";
import type { EventDetail } from "../../../src/viewer/payload.ts";
import { Fields } from "./fields.tsx";
import { useSession } from "./session.ts";

export function Peek() {
  const session = useSession();
  const peek = session.peek.value;
  const event = peek ? (session.store.model.edges.event[peek.edge] ?? -1) : -1;
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
  if (!peek || !detail) return null;
  const contested = detail.fields.filter((field) => field.contested);
  if (contested.length === 0) return null;
  return (
    <div class="peek" style={{ left: `${peek.x + 14}px`, top: `${peek.y + 10}px` }}>
      <Fields fields={contested} />
    </div>
  );
}
