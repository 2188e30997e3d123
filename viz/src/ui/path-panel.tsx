import { shortestPath } from "../insight/paths.ts";
import { plainText } from "../model/names.ts";
import { EdgeList } from "./edge-list.tsx";
import { useSession } from "./session.ts";

/** The shortest way between two nodes, step by step with every relation of each step. */
export function PathPanel({ from, to }: { readonly from: number; readonly to: number }) {
  const session = useSession();
  const { store, words } = session;
  const path = shortestPath(store.model, store.visibility.value, from, to);
  const name = (row: number) => plainText(session.name(row));
  return (
    <article class="sheet">
      <h2>{words.pathTitle(name(from), name(to))}</h2>
      {!path ? (
        <p>{words.pathNone}</p>
      ) : (
        <>
          <p class="muted">{words.pathLength(path.steps.length)}</p>
          <ol class="path-steps">
            {path.steps.map((edges, i) => (
              <li key={edges[0]}>
                <h3>
                  {name(path.nodes[i] ?? from)} <span aria-hidden="true">–</span>{" "}
                  {name(path.nodes[i + 1] ?? to)}
                </h3>
                <EdgeList edges={edges} />
              </li>
            ))}
          </ol>
        </>
      )}
    </article>
  );
}
