/** What the layer on top of the graph is drawn from. */
import type { Model } from "../model/model.ts";
import type { Visibility } from "../state/filters.ts";
import type { Emphasis } from "./emphasis.ts";
import type { Strand } from "./fan.ts";
import type { Box } from "./labels.ts";
import type { Detail } from "./level.ts";
import type { ThemeColors } from "./palette.ts";
import type { Scene } from "./scene.ts";

export interface OverlayInput {
  readonly model: Model;
  readonly scene: Scene;
  readonly strands: readonly Strand[];
  readonly visibility: Visibility;
  readonly emphasis: Emphasis | undefined;
  readonly detail: Detail;
  /** How much smaller than usual everything is drawn. */
  readonly small: number;
  readonly colors: ThemeColors;
  readonly nameOf: (row: number) => string;
  readonly selectedNode: number | undefined;
  readonly selectedEdge: number | undefined;
  readonly hovered: number | undefined;
  /** Boxes that something else lies over. */
  readonly taken: readonly Box[];
  /** Nodes, those first that deserve a name most. */
  readonly order: readonly number[];
  /** Node with the keyboard's virtual focus. */
  readonly focused: number | undefined;
  readonly pinned: ReadonlySet<number>;
}

/** A node in sight, in CSS pixels of the stage. */
export interface ScreenDisc {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export const isDim = (input: OverlayInput, row: number) =>
  input.emphasis !== undefined && !input.emphasis.nodes.has(row) && input.selectedNode !== row;

export const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** Names considered at most in one frame; the important come first. */
export const CANDIDATES = 400;
