/** Decisions on their way to the local server, and what to say once the rebuilt case is shown. */
import type { Decision } from "./decision-client.ts";
import type { Session } from "./session.ts";

/** The page is loaded anew between a decision and its outcome; this key lasts that long. */
const OUTCOME = "riposte-decision";

export type Outcome = "saved" | "undone";

export async function sendDecision(session: Session, decision: Decision): Promise<void> {
  await attempt(session, "saved", async () => {
    await session.decisions?.decide(decision);
    return true;
  });
}

export async function undoDecision(session: Session): Promise<void> {
  await attempt(session, "undone", async () => (await session.decisions?.undo()) ?? false);
}

/** What the decision before this load of the page came to; told once. */
export function takeOutcome(): Outcome | undefined {
  const outcome = sessionStorage.getItem(OUTCOME);
  sessionStorage.removeItem(OUTCOME);
  return outcome === "saved" || outcome === "undone" ? outcome : undefined;
}

async function attempt(session: Session, outcome: Outcome, send: () => Promise<boolean>): Promise<void> {
  const { words } = session;
  session.say(words.decisionSaving);
  sessionStorage.setItem(OUTCOME, outcome);
  try {
    if (await send()) return;
    session.undoable.value = false;
    session.say(words.decisionNone);
  } catch (error) {
    // A page that is being loaded anew has lost its request, not its decision.
    if (error instanceof TypeError) return;
    session.say(words.decisionFailed(error instanceof Error ? error.message : String(error)));
  }
  sessionStorage.removeItem(OUTCOME);
}
