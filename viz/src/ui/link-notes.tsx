/** What a link asked for and this graph does not have; that it was made on another state of the case. */
import { useState } from "preact/hooks";
import { shortLabel } from "../model/names.ts";
import { Icon } from "./icons.tsx";
import { useSession } from "./session.ts";

export function LinkNotes() {
  const session = useSession();
  const missing = session.store.missing.value;
  const [dismissed, setDismissed] = useState(false);
  const words = session.words;
  const other = session.store.otherGraph.value;
  if ((missing.length === 0 && !other) || dismissed) return null;
  return (
    <aside class="link-notes" aria-label={other ? words.otherGraph : words.missing(missing.length)}>
      {other && <p>{words.otherGraph}</p>}
      {missing.length > 0 && <p>{words.missing(missing.length)}</p>}
      <ul>
        {missing.slice(0, 8).map((id) => (
          <li key={id}>
            <code>{shortLabel(id, 80)}</code>
          </li>
        ))}
      </ul>
      <button type="button" class="quiet" onClick={() => setDismissed(true)}>
        <Icon name="close" />
        <span class="visually-hidden">{words.dismiss}</span>
      </button>
    </aside>
  );
}
