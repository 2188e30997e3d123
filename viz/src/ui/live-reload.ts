import type { Session } from "./session.ts";

/** Reloads the page in place when the case was rebuilt; the fragment keeps the view as it was. */
export function followRebuilds(session: Session, version: string): void {
  const source = new EventSource("events");
  source.addEventListener("message", ({ data }: MessageEvent<string>) => {
    if (data === version) return;
    source.close();
    sessionStorage.setItem("rebuilt", "1");
    history.replaceState(null, "", `#${session.store.fragment()}`);
    location.reload();
  });
  if (sessionStorage.getItem("rebuilt") === null) return;
  sessionStorage.removeItem("rebuilt");
  session.say(session.words.rebuilt);
}
