/** What changed since: compares with an earlier exported file, which is read and never run. */
import { useState } from "preact/hooks";
import { type Changes as Found, changesSince, readExport } from "../insight/diff.ts";
import { plainText } from "../model/names.ts";
import { EdgeList } from "./edge-list.tsx";
import { useSession } from "./session.ts";

export function Changes() {
  const session = useSession();
  const { store, words } = session;
  const [found, setFound] = useState<Found | "bad" | undefined>();
  const read = async (file: File | undefined) => {
    if (!file) return;
    const earlier = readExport(await file.text());
    if (!earlier) return setFound("bad");
    const { view } = store.state.peek();
    const changes = changesSince(store.model, await store.evidence.links(), earlier, view);
    setFound(changes);
    store.lit.value = [...changes.added, ...changes.changed];
  };
  return (
    <article class="sheet">
      <h2>{words.changesTitle}</h2>
      <label class="file">
        <span>{words.changesChoose}</span>
        <input
          type="file"
          accept=".html,text/html"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </label>
      {found === "bad" && <p role="alert">{words.changesBad}</p>}
      {found && found !== "bad" && (
        <>
          <p class="muted">{words.changesSince(plainText(found.earlierTitle))}</p>
          <h3>{words.changesAdded(found.added.length)}</h3>
          <EdgeList edges={found.added} />
          <h3>{words.changesChanged(found.changed.length)}</h3>
          <EdgeList edges={found.changed} />
          <p>
            {words.changesRemoved(found.removed)} · {words.changesNodes(found.newNodes.length)}
          </p>
        </>
      )}
    </article>
  );
}
