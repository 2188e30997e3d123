import { actionEdges, type Step } from "../insight/chains.ts";
import type { Session } from "./session.ts";

/** Lights the steps so far, the last one in the middle of the picture, without leaving the tour. */
export function openEventInTour(session: Session, chain: readonly Step[], event: number): void {
  const { store } = session;
  const at = chain.findIndex((step) => step.event === event);
  const lit = chain.slice(0, at + 1).flatMap((step) => actionEdges(store.model, step.event));
  if (store.state.peek().view !== "actors") store.update({ view: "actors", camera: undefined }, "replace");
  store.lit.value = lit;
  const { source, target } = store.model.edges;
  const ends = lit.flatMap((edge) => [source[edge] ?? 0, target[edge] ?? 0]);
  if (ends.length > 0) session.stage.peek()?.camera.frame([...new Set(ends)]);
}
