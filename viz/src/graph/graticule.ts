/** Parallels and meridians behind the map-like layout, so that a reader knows where on earth a place lies. */
import type { LayoutColumns } from "../../../src/viewer/payload.ts";
import type { Point } from "./curve.ts";

export type Projection = NonNullable<LayoutColumns["projection"]>;

/** Degrees between lines: the first that leaves few enough. */
const STEPS = [0.25, 0.5, 1, 2, 5, 10, 20, 30, 45] as const;
const MOST_LINES = 9;
const RADIANS = Math.PI / 180;

export interface GraticuleLine {
  /** "meridian" runs from top to bottom at `at` = x, "parallel" across at `at` = y; pixels. */
  readonly kind: "meridian" | "parallel";
  readonly at: number;
  /** Degrees, west and south negative. */
  readonly degrees: number;
}

const share = (value: number, from: number, to: number) => (value - from) / (to - from || 1);

/**
 * The lines in sight.
 * @param toLayout  pixels of the stage → layout units
 */
export function graticuleLines(
  projection: Projection,
  toLayout: (at: Point) => Point,
  { width, height }: { readonly width: number; readonly height: number },
): GraticuleLine[] {
  const corner = toLayout({ x: 0, y: 0 });
  const opposite = toLayout({ x: width, y: height });
  const { scale, x, y } = projection;
  const longitude = (layout: number) => (layout - x) / scale / RADIANS;
  const latitude = (layout: number) =>
    (2 * Math.atan(Math.exp((layout - y) / scale)) - Math.PI / 2) / RADIANS;
  const [west, east] = [longitude(corner.x), longitude(opposite.x)];
  const [north, south] = [latitude(corner.y), latitude(opposite.y)];
  const step =
    STEPS.find((size) => Math.max(east - west, north - south) / size <= MOST_LINES) ?? STEPS.at(-1) ?? 45;
  const every = (from: number, to: number) =>
    Array.from({ length: Math.max(0, Math.floor(to / step) - Math.ceil(from / step) + 1) }, (_, i) =>
      Number(((Math.ceil(from / step) + i) * step).toFixed(2)),
    );
  const northing = (degrees: number) => Math.log(Math.tan(Math.PI / 4 + (degrees * RADIANS) / 2)) * scale + y;
  return [
    ...every(west, east).map((degrees) => ({
      kind: "meridian" as const,
      degrees,
      at: share(degrees * RADIANS * scale + x, corner.x, opposite.x) * width,
    })),
    ...every(Math.max(-85, south), Math.min(85, north)).map((degrees) => ({
      kind: "parallel" as const,
      degrees,
      at: share(northing(degrees), corner.y, opposite.y) * height,
    })),
  ];
}

/** "34° N", "20° W". @param compass  letters for north, south, east, west */
export function degreesText({ degrees, kind }: GraticuleLine, compass: string): string {
  const [north = "", south = "", east = "", west = ""] = compass;
  const side = kind === "parallel" ? (degrees < 0 ? south : north) : degrees < 0 ? west : east;
  return `${Math.abs(degrees)}° ${degrees === 0 ? "" : side}`.trim();
}
