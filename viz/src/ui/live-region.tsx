/** One polite region says what changed, half a second after it did, so that a moving brush does not stutter. */
import { useEffect, useState } from "preact/hooks";
import { statusLine } from "./status.ts";
import { useSession } from "./session.ts";

const DELAY_MS = 500;

export function LiveRegion() {
  const session = useSession();
  const text = session.store.notice.value || statusLine(session);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), DELAY_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="visually-hidden" role="status" aria-live="polite" id="live">
      {said}
    </p>
  );
}
