/** Keys that act wherever the focus is, except while text is typed. */
import type { Session } from "./session.ts";

/** Listens until the returned function is called. */
export function listenForPageKeys(session: Session): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "z") {
      event.preventDefault();
      history.back();
    } else if (event.key === "Escape") {
      session.clear();
      document.getElementById("graph")?.focus();
    }
  };
  document.addEventListener("keydown", onKeyDown);
  return () => document.removeEventListener("keydown", onKeyDown);
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type === "text";
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
