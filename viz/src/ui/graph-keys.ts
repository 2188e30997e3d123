/** Keys while the graph has the focus; what they do is listed in the help. */
import { chainOf } from "../insight/chains.ts";
import { edgesBetween } from "../insight/paths.ts";
import { edgesAt } from "../model/model.ts";
import { SHOWN } from "../state/filters.ts";
import type { Session } from "./session.ts";

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The node under the virtual focus, by session; it outlives the selection so that walking goes on. */
const standing = new WeakMap<Session, number>();

export function onGraphKey(event: KeyboardEvent, session: Session): void {
  if (event.defaultPrevented || event.altKey || event.metaKey || event.ctrlKey) return;
  if (act(event, session)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

function act(event: KeyboardEvent, session: Session): boolean {
  const stage = session.stage.peek();
  const arrow = ARROWS[event.key];
  if (arrow && stage) {
    const [dx, dy] = arrow;
    if (event.shiftKey) stage.camera.pan(dx * 0.1, -dy * 0.1);
    else walk(session, dx, dy);
    return true;
  }
  switch (event.key) {
    case "Enter":
      return openFocused(session);
    case "Escape":
      session.clear();
      stage?.focus(undefined);
      standing.delete(session);
      return true;
    case "F10":
      return event.shiftKey && openMenu(session);
    case "ContextMenu":
      return openMenu(session);
    default:
      return session.singleKeys.peek() && actOnLetter(event.key, session);
  }
}

function actOnLetter(key: string, session: Session): boolean {
  const stage = session.stage.peek();
  const { store } = session;
  switch (key) {
    case "/":
      document.getElementById("search")?.focus();
      return true;
    case "?":
      session.helpOpen.value = true;
      return true;
    case "+":
    case "=":
      stage?.camera.zoom(1 / 1.4);
      return true;
    case "-":
      stage?.camera.zoom(1.4);
      return true;
    case "0":
      stage?.camera.frame();
      return true;
    case "1":
    case "2":
    case "3":
      store.update({ ego: Number(key) as 1 | 2 | 3 });
      return true;
    case "[":
      return stepParallel(session, -1);
    case "]":
      return stepParallel(session, 1);
    case ",":
      return stepChain(session, -1);
    case ".":
      return stepChain(session, 1);
    case "l":
    case "L": {
      const contested = store.state.peek().lens === "contested";
      store.update({ lens: contested ? undefined : "contested", selection: undefined, path: undefined });
      return true;
    }
    case "m":
    case "M":
      return openMenu(session);
    case "p":
    case "P":
      document.getElementById("play-time")?.click();
      return true;
    default:
      return false;
  }
}

function focusedNode(session: Session): number | undefined {
  const { selection } = session.store.state.peek();
  return standing.get(session) ?? (selection?.kind === "node" ? selection.row : undefined);
}

function walk(session: Session, dx: number, dy: number): void {
  const stage = session.stage.peek();
  const next = stage?.neighbourTowards(focusedNode(session), dx, dy);
  if (next === undefined || !stage) return;
  standing.set(session, next);
  stage.focus(next);
  session.say(session.name(next));
}

function openFocused(session: Session): boolean {
  const node = standing.get(session);
  if (node === undefined) return false;
  session.openNode(node);
  return true;
}

function openMenu(session: Session): boolean {
  const node = focusedNode(session);
  const stage = session.stage.peek();
  if (node === undefined || !stage) return false;
  session.menu.value = { node, ...stage.view.at(node) };
  return true;
}

/** Relations of the same two nodes, one after another; from a selected node, its own relations. */
export function stepParallel(session: Session, step: 1 | -1): boolean {
  const { store } = session;
  const { model } = store;
  const { selection } = store.state.peek();
  if (!selection) return false;
  const visibility = store.visibility.peek();
  const edges =
    selection.kind === "edge"
      ? edgesBetween(
          model,
          visibility,
          model.edges.source[selection.row] ?? 0,
          model.edges.target[selection.row] ?? 0,
        )
      : [...new Set(edgesAt(model, selection.row))].filter((edge) => visibility.edge[edge] === SHOWN);
  if (edges.length === 0) return false;
  const here = selection.kind === "edge" ? edges.indexOf(selection.row) : step === 1 ? -1 : 0;
  const next = edges[(here + step + edges.length) % edges.length];
  if (next === undefined) return false;
  session.openEdge(next);
  return true;
}

/** The chain through the selected event or act, if there is one. */
export function selectedChain(session: Session) {
  const { store } = session;
  const { selection } = store.state.value;
  if (!selection) return [];
  const event = selection.kind === "edge" ? (store.model.edges.event[selection.row] ?? -1) : selection.row;
  return event < 0 || store.model.nodes.kind[event] !== 2 ? [] : chainOf(store.model, event);
}

export function stepChain(session: Session, step: 1 | -1): boolean {
  const { store } = session;
  const chain = selectedChain(session);
  const { selection } = store.state.peek();
  const event = selection?.kind === "edge" ? store.model.edges.event[selection.row] : selection?.row;
  const here = chain.findIndex((item) => item.event === event);
  const next = chain[here + step];
  if (here < 0 || !next) return false;
  openEvent(session, next.event);
  return true;
}

/** Selects an event: its first arrow in the actors' view, its node elsewhere. */
export function openEvent(session: Session, event: number, frame = false): void {
  const { store } = session;
  if (store.state.peek().view === "actors") {
    const visibility = store.visibility.peek();
    const { edges } = store.model;
    let fallback: number | undefined;
    for (let row = 0; row < edges.count; row++) {
      if (edges.event[row] !== event || store.model.graph.edgeKinds[edges.kind[row] ?? 0] !== "action")
        continue;
      if (visibility.edge[row] === SHOWN) return session.openEdge(row, frame);
      fallback ??= row;
    }
    if (fallback !== undefined) return session.openEdge(fallback, frame);
    store.update({ view: "events", camera: undefined }, "pass");
  }
  session.openNode(event, frame);
}
