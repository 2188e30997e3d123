/** Lets the forces run on what is shown, a step a frame; for graphs small enough to follow live. */
import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { useEffect, useState } from "preact/hooks";
import { SHOWN } from "../state/filters.ts";
import type { Session } from "./session.ts";

const NODE_LIMIT = 2_000;
const STEPS = 240;

export interface Relax {
  readonly possible: boolean;
  readonly running: boolean;
  readonly toggle: () => void;
}

export function useRelax(session: Session): Relax {
  const [running, setRunning] = useState(false);
  const { shownNodes } = session.store.visibility.value;
  const { placement, view } = session.store.state.value;
  useEffect(() => {
    if (!running) return undefined;
    const stop = run(session, () => setRunning(false));
    return stop;
  }, [running]);
  useEffect(() => setRunning(false), [view, placement]);
  return {
    possible: shownNodes > 2 && shownNodes <= NODE_LIMIT && placement === "force",
    running,
    toggle: () => setRunning(!running),
  };
}

function run(session: Session, done: () => void): () => void {
  const stage = session.stage.peek();
  if (!stage) return () => undefined;
  const { model } = session.store;
  const { visibility, drawnScene } = stage;
  const graph = new UndirectedGraph<{ x: number; y: number }>();
  for (const row of drawnScene.nodes) {
    if (visibility.degree[row]) graph.addNode(row, { x: drawnScene.x[row] ?? 0, y: drawnScene.y[row] ?? 0 });
  }
  for (const row of drawnScene.edges) {
    if (visibility.edge[row] !== SHOWN) continue;
    const [a, b] = [model.edges.source[row], model.edges.target[row]];
    if (a !== b && !graph.hasEdge(a, b)) graph.addEdge(a, b);
  }
  let frame = 0;
  let steps = 0;
  const settings = {
    linLogMode: true,
    barnesHutOptimize: graph.order > 400,
    gravity: 0.35,
    // The layout's unit is large: forces are scaled to it so that a step is seen and nothing flies apart.
    scalingRatio: 6e4,
    slowDown: 12,
  };
  const step = () => {
    forceAtlas2.assign(graph, { iterations: 1, settings });
    stage.place(new Map(graph.mapNodes((key, at) => [Number(key), { x: at.x, y: at.y }])));
    if (++steps < STEPS) frame = requestAnimationFrame(step);
    else done();
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}
