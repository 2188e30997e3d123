import { useEffect, useState } from "preact/hooks";

export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: T }
  | { readonly state: "failed"; readonly why: string };

/** What a promise gives, for as long as `key` stays the same; an answer that comes too late is dropped. */
export function useLoaded<T>(load: () => Promise<T>, key: unknown): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "loading" });
  useEffect(() => {
    let stale = false;
    setLoaded({ state: "loading" });
    load().then(
      (value) => !stale && setLoaded({ state: "ready", value }),
      (error: unknown) =>
        !stale && setLoaded({ state: "failed", why: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      stale = true;
    };
  }, [key]);
  return loaded;
}
