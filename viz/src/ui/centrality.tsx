import { centrality } from "../insight/central.ts";
import { EdgeList } from "./edge-list.tsx";
import { useSession } from "./session.ts";

/** "Why central?": a sentence, and the relations whose loss would lower the rank. */
export function Centrality({ node }: { readonly node: number }) {
  const { store, words } = useSession();
  const found = centrality(store.model, store.visibility.value, node);
  if (!found) return null;
  return (
    <details class="central" id="central">
      <summary>{words.central}</summary>
      <p>{words.centralSentence(found.rank, found.of, found.partners, found.relations)}</p>
      {found.critical.length === 0 ? (
        <p class="muted">{words.centralFirm}</p>
      ) : (
        <>
          <p>{words.centralDrop(found.critical.length, found.rankWithout)}</p>
          <EdgeList edges={found.critical} />
        </>
      )}
    </details>
  );
}
