/** Two sources side by side: choose two outlets; the graph splits in two, the lists say what only one tells. */
import { useEffect } from "preact/hooks";
import { compareSources } from "../insight/sources.ts";
import { plainText } from "../model/names.ts";
import { EdgeList } from "./edge-list.tsx";
import { useSession } from "./session.ts";

export function Compare() {
  const session = useSession();
  const { store, words } = session;
  const { publishers } = store.model.graph;
  const { compare } = store.state.value;
  const counts = store.counts.value.publishers;
  useEffect(() => {
    if (compare || publishers.length < 2) return;
    const [a = 0, b = 1] = publishers
      .map((_, row) => row)
      .sort((x, y) => (counts[y] ?? 0) - (counts[x] ?? 0));
    store.update({ compare: { a, b }, selection: undefined, camera: undefined });
  }, []);
  if (publishers.length < 2 || !compare) return <p class="sheet">{words.compareChoose}</p>;
  const shares = compareSources(store.model, store.visibility.value, compare.a, compare.b);
  const choose = (side: "a" | "b") => (
    <select
      aria-label={words.compareChoose}
      value={compare[side]}
      onChange={(event) =>
        store.update({ compare: { ...compare, [side]: Number(event.currentTarget.value) } })
      }
    >
      {publishers.map((name, row) => (
        <option key={row} value={row} disabled={row === compare[side === "a" ? "b" : "a"]}>
          {plainText(name)}
        </option>
      ))}
    </select>
  );
  const name = (side: "a" | "b") => plainText(publishers[compare[side]] ?? "");
  return (
    <article class="sheet">
      <h2>{words.compareTitle}</h2>
      <p class="choose-two">
        {choose("a")} {choose("b")}
      </p>
      <Share title={words.compareOnly(name("a"), shares.a.length)} edges={shares.a} />
      <Share title={words.compareOnly(name("b"), shares.b.length)} edges={shares.b} />
      <Share title={words.compareBoth(shares.both.length)} edges={shares.both} />
      <button
        type="button"
        class="quiet-text"
        onClick={() => {
          session.insight.value = undefined;
          store.update({ compare: undefined });
        }}
      >
        {words.compareStop}
      </button>
    </article>
  );
}

function Share({ title, edges }: { readonly title: string; readonly edges: readonly number[] }) {
  return (
    <details class="partner" open={edges.length <= 12}>
      <summary>
        <bdi>{title}</bdi>
      </summary>
      <EdgeList edges={edges} />
    </details>
  );
}
