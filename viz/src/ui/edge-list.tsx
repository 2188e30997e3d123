import { EdgeLine } from "./edge-line.tsx";
import { useSession } from "./session.ts";

/** Relations one below the other, up to a number that a reader can take in; the list tab has them all. */
export function EdgeList({
  edges,
  limit = 60,
}: {
  readonly edges: readonly number[];
  readonly limit?: number;
}) {
  const { words } = useSession();
  return (
    <>
      <ul class="plain">
        {edges.slice(0, limit).map((edge) => (
          <li key={edge}>
            <EdgeLine edge={edge} />
          </li>
        ))}
      </ul>
      {edges.length > limit && <p class="muted">{words.andMore(edges.length - limit)}</p>}
    </>
  );
}
