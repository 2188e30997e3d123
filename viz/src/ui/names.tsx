/** Who calls it what: every name, with the outlets that use it. */
import { plainText } from "../model/names.ts";
import { useSession } from "./session.ts";

export function Names({ node }: { readonly node: number }) {
  const { store, words } = useSession();
  const { graph } = store.model;
  const aliases = store.links.value?.aliases[node] ?? [];
  const used = (store.links.value?.aliasUse ?? []).filter(([row]) => row === node);
  const plain = aliases.filter((name) => !used.some(([, alias]) => alias === name));
  if (aliases.length === 0) return null;
  return (
    <section>
      {used.length > 0 && (
        <>
          <h3>{words.aliases}</h3>
          <dl class="fields">
            {used.map(([, alias, publishers]) => (
              <div key={alias} class="field">
                <dt class="alias">
                  <bdi>{plainText(alias)}</bdi>
                </dt>
                <dd>
                  <small>
                    {publishers.length === graph.publishers.length && publishers.length > 2
                      ? words.allOutlets
                      : publishers.map((row) => plainText(graph.publishers[row] ?? "")).join(", ")}
                  </small>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {plain.length > 0 && (
        <>
          <h3>{words.aliasesPlain}</h3>
          <p class="muted">
            {plain.map((name, i) => (
              <span key={name}>
                {i > 0 && ", "}
                <bdi>{plainText(name)}</bdi>
              </span>
            ))}
          </p>
        </>
      )}
    </section>
  );
}
