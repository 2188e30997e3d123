/** What the plots share: colours, text, and the frame of a figure. */
import { element, type Markup } from "../render/markup.ts";

export const INK = "#1f2733";
export const FAINT = "#8a8f98";
export const RULE = "#ddd7ca";
export const ACCENT = "#a23b2a";
export const SECOND = "#2f5d7c";

/** Colours of series, told apart by those who see fewer colours too; the last two are for the rest. */
export const SERIES = ["#a23b2a", "#2f5d7c", "#d29a2e", "#5d7f57", "#7d5b8c"] as const;
export const REST = "#a9adb3";
export const NOBODY = "#dcd7cc";
/** Numbers on light shades, on dark pages too. */
export const ON_SHADE = "#2b211b";
/** Cells of a shaded table: without a number, and with a zero. */
export const BLANK = "#ffffff";
export const ZERO = "#f3f0e8";

export interface TextOptions {
  readonly size?: number;
  readonly fill?: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly weight?: number;
  readonly transform?: string;
}

export function text(x: number, y: number, content: string, options: TextOptions = {}): Markup {
  return element(
    "text",
    {
      x: round(x),
      y: round(y),
      "font-size": options.size ?? 12,
      fill: options.fill ?? INK,
      "text-anchor": options.anchor ?? "start",
      "font-weight": options.weight,
      transform: options.transform,
    },
    content,
  );
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1): Markup {
  return element("line", {
    x1: round(x1),
    y1: round(y1),
    x2: round(x2),
    y2: round(y2),
    stroke,
    "stroke-width": width,
    "stroke-linecap": "round",
  });
}

export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  label?: string,
): Markup {
  return element(
    "rect",
    { x: round(x), y: round(y), width: round(width), height: round(height), fill, rx: 1.5 },
    ...(label === undefined ? [] : [element("title", {}, label)]),
  );
}

export function circle(
  x: number,
  y: number,
  radius: number,
  fill: string,
  label?: string,
  opacity = 1,
): Markup {
  return element(
    "circle",
    { cx: round(x), cy: round(y), r: radius, fill, "fill-opacity": opacity === 1 ? undefined : opacity },
    ...(label === undefined ? [] : [element("title", {}, label)]),
  );
}

/** The whole figure, scaled to the width of the page and no larger than drawn. */
export function frame(width: number, height: number, alt: string, children: readonly Markup[]): Markup {
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width: round(width),
      height: round(height),
      role: "img",
      "aria-label": alt,
    },
    children,
  );
}

/** Cuts a label to a number of characters. */
export function clipped(label: string, most: number): string {
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}

/** About `count` round numbers from 0 up to at least `max`. */
export function ticks(max: number, count: number): number[] {
  const rough = Math.max(1, max / count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  const last = Math.ceil(Math.max(1, max) / step);
  return Array.from({ length: last + 1 }, (_, i) => i * step);
}

const round = (value: number): number => Math.round(value * 100) / 100;
