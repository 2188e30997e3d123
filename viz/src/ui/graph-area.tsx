/** The graph and what floats on it: status, zoom, lists of what was clicked, menus. */
import { useEffect, useRef } from "preact/hooks";
import { NoWebGL, SigmaView } from "../graph/sigma-view.ts";
import type { Picked } from "../graph/hit-test.ts";
import type { Point } from "../graph/curve.ts";
import { Stage } from "../graph/stage.ts";
import type { PointerAt } from "../graph/graph-view.ts";
import type { Box } from "../graph/labels.ts";
import { compareVisibility } from "./compare-view.ts";
import { onGraphKey } from "./graph-keys.ts";
import { StatusLine } from "./graph-status.tsx";
import { Icon } from "./icons.tsx";
import { Minimap } from "./minimap.tsx";
import { NodeMenu } from "./node-menu.tsx";
import { Peek } from "./peek.tsx";
import { Picker } from "./picker.tsx";
import { type Session, useSession } from "./session.ts";
import { plainText } from "../model/names.ts";
import { useRelax } from "./relax.ts";

export function GraphArea() {
  const session = useSession();
  const { store, words } = session;
  const compare = store.state.value.compare;
  const drawing = session.drawing.value;
  return (
    <main class="graph-area" data-compare={compare !== undefined}>
      {compare ? (
        <>
          <Canvas session={session} side="a" label={outlet(session, compare.a)} key={`a ${drawing}`} />
          <Canvas session={session} side="b" label={outlet(session, compare.b)} key={`b ${drawing}`} />
        </>
      ) : (
        <Canvas session={session} key={`whole ${drawing}`} />
      )}
      {session.graphic.value !== "drawn" && (
        <p class="graphic-note" role="alert">
          {session.graphic.value === "none" ? words.noWebgl : words.contextLost}
        </p>
      )}
      <Tools session={session} />
      <StatusLine session={session} />
      {!compare && <Minimap />}
      <Picker />
      <Peek />
      <NodeMenu />
      <PathHint session={session} />
    </main>
  );
}

const outlet = (session: Session, row: number) => plainText(session.store.model.graph.publishers[row] ?? "");

interface CanvasProps {
  readonly session: Session;
  /** One of two graphs side by side. */
  readonly side?: "a" | "b";
  readonly label?: string;
}

function Canvas({ session, side, label }: CanvasProps) {
  const { words } = session;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const stage = openStage(session, element, side);
    if (!stage) return undefined;
    if (side !== "b") session.stage.value = stage;
    else lockCameras(session, stage);
    return () => {
      if (session.stage.peek() === stage) session.stage.value = undefined;
      stage.destroy();
    };
  }, []);
  return (
    <div class="graph-side">
      {label && (
        <p class="side-title">
          <bdi>{label}</bdi>
        </p>
      )}
      <div
        ref={box}
        id={side === "b" ? "graph-b" : "graph"}
        class="graph"
        role="application"
        tabIndex={0}
        aria-label={label ? words.compareSideA(label) : words.graphLabel}
        aria-describedby="graph-help"
        onKeyDown={(event) => onGraphKey(event, session)}
        onBlur={() => session.stage.peek()?.focus(undefined)}
        onContextMenu={(event) => event.preventDefault()}
      />
      {side !== "b" && (
        <p id="graph-help" class="visually-hidden">
          {words.graphHelp}
        </p>
      )}
    </div>
  );
}

function openStage(session: Session, element: HTMLElement, side: "a" | "b" | undefined): Stage | undefined {
  try {
    return new Stage(
      session.store,
      (events) => new SigmaView(element, events),
      {
        picked: (picked, at) => onPicked(session, picked, { ...at, ...onArea(element, at) }),
        hovered: (over) => {
          const now = session.peek.peek();
          const line = over.kind === "line" || over.kind === "mark" ? over : undefined;
          element.dataset["over"] = over.kind;
          if (!line) session.peek.value = undefined;
          else if (now?.edge !== line.edge || now.mark !== (line.kind === "mark"))
            session.peek.value = { edge: line.edge, mark: line.kind === "mark", ...onArea(element, line) };
        },
        context: (state) => {
          session.graphic.value = state === "lost" ? "lost" : "drawn";
          // Sigma keeps its programs; those of a lost context are gone for good, so a new drawing is made.
          if (state === "restored") session.drawing.value++;
          session.say(state === "lost" ? session.words.contextLost : session.words.contextRestored);
        },
      },
      {
        pins: session.pins,
        taken: () => takenBoxes(element),
        watchFrames: !session.probe,
        unnamed: () => session.unnamed,
        compass: () => session.words.compass,
        ...(side && { visibility: (all) => compareVisibility(session.store, all, side) }),
      },
    );
  } catch (error) {
    if (!(error instanceof NoWebGL)) throw error;
    session.graphic.value = "none";
    session.store.update({ tab: "list" }, "pass");
    return undefined;
  }
}

/** A point of one of two stages, seen from the area that both lie in: what floats is placed there. */
function onArea(stage: HTMLElement, { x, y }: Point): Point {
  const side = stage.parentElement;
  return { x: x + (side?.offsetLeft ?? 0), y: y + (side?.offsetTop ?? 0) };
}

/** Where tools, status and overview lie, seen from the stage. */
function takenBoxes(stage: HTMLElement): Box[] {
  const origin = stage.getBoundingClientRect();
  const area = stage.closest(".graph-area");
  return [...(area?.querySelectorAll(".tools, .status p, .minimap, .sheet-buttons") ?? [])].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x - origin.x, y: y - origin.y, width, height };
  });
}

/** Two graphs that show the same place: moving one moves the other. */
function lockCameras(session: Session, second: Stage): void {
  let camera = "";
  session.store.watch(() => {
    const first = session.stage.value;
    const state = session.store.state.value.camera;
    const key = JSON.stringify(state);
    if (key === camera) return;
    camera = key;
    const whole = { x: 0.5, y: 0.5, ratio: 1 };
    first?.view.moveTo(state ?? whole, 0);
    second.view.moveTo(state ?? whole, 0);
  });
}

function onPicked(session: Session, picked: Picked, at: PointerAt): void {
  switch (picked.kind) {
    case "node":
      if (at.menu) {
        session.closeFloating();
        session.menu.value = { node: picked.row, x: at.x, y: at.y };
      } else session.openNode(picked.row);
      return;
    case "edge":
      return session.openEdge(picked.row);
    case "choice":
      session.closeFloating();
      session.choice.value = { edges: picked.edges, more: picked.more, x: at.x, y: at.y };
      return;
    case "nothing":
      if (session.choice.peek() || session.menu.peek()) session.closeFloating();
      else session.clear();
  }
}

function Tools({ session }: { readonly session: Session }) {
  const { words } = session;
  const relax = useRelax(session);
  const stage = session.stage.value;
  const button = (
    icon: Parameters<typeof Icon>[0]["name"],
    label: string,
    run: () => void,
    pressed?: boolean,
  ) => (
    <button type="button" title={label} aria-pressed={pressed} disabled={!stage} onClick={run}>
      <Icon name={icon} />
      <span class="visually-hidden">{label}</span>
    </button>
  );
  return (
    <div class="tools" role="toolbar" aria-label={words.graphLabel}>
      {button("plus", words.zoomIn, () => stage?.camera.zoom(1 / 1.5))}
      {button("minus", words.zoomOut, () => stage?.camera.zoom(1.5))}
      {button("fit", words.fit, () => stage?.camera.frame())}
      {relax.possible &&
        button("relax", relax.running ? words.relaxStop : words.relax, relax.toggle, relax.running)}
    </div>
  );
}

function PathHint({ session }: { readonly session: Session }) {
  const start = session.pathStart.value;
  if (start === undefined) return null;
  const { words } = session;
  return (
    <div class="hint" role="status">
      <span>{words.pathPick(plainText(session.name(start)))}</span>
      <button type="button" class="link" onClick={() => (session.pathStart.value = undefined)}>
        {words.pathCancel}
      </button>
    </div>
  );
}
