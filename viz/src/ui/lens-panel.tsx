import { silences } from "../insight/silence.ts";
import { SHOWN } from "../state/filters.ts";
import type { Lens } from "../state/url.ts";
import { EdgeList } from "./edge-list.tsx";
import { useSession } from "./session.ts";

/** What a lens found, as a list: contested points, or attacks that met with silence. */
export function LensPanel({ lens }: { readonly lens: Lens }) {
  return lens === "contested" ? <Contested /> : <Silences />;
}

function Contested() {
  const { store, words } = useSession();
  const { model } = store;
  const visibility = store.visibility.value;
  const edges: number[] = [];
  for (let edge = 0; edge < model.edges.count; edge++)
    if (visibility.edge[edge] === SHOWN && model.edges.contested[edge]) edges.push(edge);
  return (
    <article class="sheet">
      <h2>{words.contestedTitle}</h2>
      <p class="muted">{words.contestedCount(edges.length)}</p>
      <EdgeList edges={edges} />
    </article>
  );
}

function Silences() {
  const { store, words } = useSession();
  const found = silences(store.model, store.visibility.value);
  const unanswered = found.filter((item) => item.unanswered);
  const alone = found.filter((item) => item.oneSource);
  return (
    <article class="sheet">
      <h2>{words.silenceTitle}</h2>
      <h3>{words.silenceUnanswered(unanswered.length)}</h3>
      <EdgeList edges={unanswered.map(({ edge }) => edge)} />
      <h3>{words.silenceOneSource(alone.length)}</h3>
      <EdgeList edges={alone.map(({ edge }) => edge)} />
    </article>
  );
}
