import { takeOutcome } from "./decision-actions.ts";
import type { Session } from "./session.ts";

const REBUILT = "riposte-rebuilt";

/** Reloads the page in place when the case was rebuilt; the fragment keeps the view as it was. */
export function followRebuilds(session: Session, version: string): void {
  const source = new EventSource("events");
  source.addEventListener("message", ({ data }: MessageEvent<string>) => {
    if (data === version) return;
    source.close();
    sessionStorage.setItem(REBUILT, "1");
    history.replaceState(null, "", `#${session.store.lastingFragment()}`);
    location.reload();
  });
  const rebuilt = sessionStorage.getItem(REBUILT) !== null;
  sessionStorage.removeItem(REBUILT);
  const outcome = takeOutcome();
  if (!rebuilt) return;
  // Nobody followed a link: what a rebuild took away needs no excuse.
  session.store.missing.value = [];
  session.undoable.value = outcome === "saved";
  const { words } = session;
  session.say(
    outcome === "saved" ? words.decisionSaved : outcome === "undone" ? words.decisionUndone : words.rebuilt,
  );
}
