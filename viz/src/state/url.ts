/**
 * The state of the view as the fragment of its address: never sent to a server, works from a file. Defaults are left
 * out, the order is fixed, unknown keys are kept, and a damaged value falls back to its default.
 */
import type { View } from "../model/families.ts";
import { VIEWS } from "../model/families.ts";

export type Theme = "light" | "dark";
export type Lens = "contested" | "silence";
export type Placement = "force" | "map";
export type PanelTab = "evidence" | "list";

export interface Selection {
  readonly kind: "node" | "edge";
  readonly id: string;
}

/** What a link carries. Ids are strings that outlive a rebuild; rows never leave the page. */
export interface LinkState {
  readonly graph?: string;
  readonly view: View;
  readonly placement: Placement;
  /** ISO days. */
  readonly period?: { readonly from: string; readonly to: string };
  readonly undated: boolean;
  /** Differences from what is shown by default: `-name` hidden, `+name` shown. */
  readonly relations: readonly string[];
  readonly certainty: readonly string[];
  readonly kinds: readonly string[];
  readonly publishers: readonly string[];
  readonly hidden: readonly string[];
  /** Per cent; absent for the payload's default. */
  readonly minConfidence?: number;
  readonly minSources: number;
  readonly selection?: Selection;
  readonly ego: 0 | 1 | 2 | 3;
  readonly lens?: Lens;
  readonly path?: { readonly from: string; readonly to: string };
  readonly compare?: { readonly a: string; readonly b: string };
  readonly camera?: { readonly x: number; readonly y: number; readonly ratio: number };
  readonly communities: boolean;
  readonly tab: PanelTab;
  readonly language?: "fr" | "en";
  readonly theme?: Theme;
  /** Keys of a later version, as they stood. */
  readonly unknown: readonly (readonly [string, string])[];
}

export const DEFAULT_LINK: LinkState = {
  view: "actors",
  placement: "force",
  undated: true,
  relations: [],
  certainty: [],
  kinds: [],
  publishers: [],
  hidden: [],
  minSources: 1,
  ego: 0,
  communities: false,
  tab: "evidence",
  unknown: [],
};

const VERSION = "1";
const LIST_KEYS = [
  ["r", "relations"],
  ["c", "certainty"],
  ["k", "kinds"],
  ["src", "publishers"],
  ["hide", "hidden"],
] as const;

/** @returns the fragment without `#`; empty for the default state */
export function encodeLink(state: LinkState): string {
  const parts: [string, string][] = [];
  const add = (key: string, value: string | undefined) => {
    if (value !== undefined && value !== "") parts.push([key, value]);
  };
  add("view", state.view === "actors" ? undefined : state.view);
  add("lay", state.placement === "force" ? undefined : state.placement);
  add("t", state.period && `${state.period.from}..${state.period.to}`);
  add("u", state.undated ? undefined : "0");
  for (const [key, field] of LIST_KEYS) add(key, state[field].map(escapeItem).join(","));
  add("min", state.minConfidence?.toString());
  add("n", state.minSources === 1 ? undefined : String(state.minSources));
  add("sel", state.selection && `${state.selection.kind === "edge" ? "e" : "n"}:${state.selection.id}`);
  add("ego", state.ego === 0 ? undefined : String(state.ego));
  add("lens", state.lens);
  add("path", state.path && [state.path.from, state.path.to].map(escapeItem).join(","));
  add("cmp", state.compare && [state.compare.a, state.compare.b].map(escapeItem).join(","));
  add("cam", state.camera && [state.camera.x, state.camera.y, state.camera.ratio].map(short).join(","));
  add("com", state.communities ? "1" : undefined);
  add("tab", state.tab === "evidence" ? undefined : state.tab);
  add("lang", state.language);
  add("th", state.theme === undefined ? undefined : state.theme === "dark" ? "dark" : "light");
  for (const [key, value] of state.unknown) add(key, value);
  if (parts.length === 0) return "";
  const head: [string, string][] = [["v", VERSION]];
  if (state.graph) head.push(["g", state.graph]);
  return [...head, ...parts].map(([key, value]) => `${key}=${escapeValue(value)}`).join("&");
}

const KNOWN = new Set(
  "v g view lay t u r c k src hide min n sel ego lens path cmp cam com tab lang th".split(" "),
);

export function decodeLink(fragment: string): LinkState {
  const values = new Map<string, string>();
  const unknown: [string, string][] = [];
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const at = part.indexOf("=");
    if (at <= 0) continue;
    const key = part.slice(0, at);
    const value = unescape(part.slice(at + 1));
    if (KNOWN.has(key)) values.set(key, value);
    else unknown.push([key, value]);
  }
  const get = (key: string) => values.get(key);
  const list = (key: string) => splitItems(get(key) ?? "");
  const pair = (key: string) => {
    const [a, b] = list(key);
    return a !== undefined && b !== undefined ? ([a, b] as const) : undefined;
  };
  const period = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(get("t") ?? "");
  const selection = /^([en]):(.+)$/s.exec(get("sel") ?? "");
  const camera = (get("cam") ?? "").split(",").map(Number);
  const [path, compare] = [pair("path"), pair("cmp")];
  const view = VIEWS.find((name) => name === get("view"));
  const min = Number(get("min"));
  return {
    ...DEFAULT_LINK,
    ...(get("g") && { graph: get("g") as string }),
    ...(view && { view }),
    placement: get("lay") === "map" ? "map" : "force",
    ...(period?.[1] && period[2] && period[1] <= period[2] && { period: { from: period[1], to: period[2] } }),
    undated: get("u") !== "0",
    relations: list("r"),
    certainty: list("c"),
    kinds: list("k"),
    publishers: list("src"),
    hidden: list("hide"),
    ...(get("min") && Number.isFinite(min) && { minConfidence: Math.min(100, Math.max(0, Math.round(min))) }),
    minSources: Math.min(9, Math.max(1, Math.round(Number(get("n")) || 1))),
    ...(selection?.[2] && { selection: { kind: selection[1] === "e" ? "edge" : "node", id: selection[2] } }),
    ego: egoDepth(get("ego")),
    ...((get("lens") === "contested" || get("lens") === "silence") && { lens: get("lens") as Lens }),
    ...(path && { path: { from: path[0], to: path[1] } }),
    ...(compare && { compare: { a: compare[0], b: compare[1] } }),
    ...(camera.length === 3 &&
      camera.every(Number.isFinite) &&
      camera[2] !== 0 && { camera: cameraOf(camera) }),
    communities: get("com") === "1",
    tab: get("tab") === "list" ? "list" : "evidence",
    ...((get("lang") === "fr" || get("lang") === "en") && { language: get("lang") as "fr" | "en" }),
    ...((get("th") === "dark" || get("th") === "light") && { theme: get("th") as Theme }),
    unknown,
  };
}

function egoDepth(text: string | undefined): 0 | 1 | 2 | 3 {
  return text === "1" ? 1 : text === "2" ? 2 : text === "3" ? 3 : 0;
}

function cameraOf([x = 0.5, y = 0.5, ratio = 1]: readonly number[]) {
  return { x, y, ratio: Math.min(20, Math.max(0.005, Math.abs(ratio))) };
}

const short = (value: number) => String(Number(value.toFixed(4)));

/** Commas part the items of a list; those within an item are doubled-escaped. */
const escapeItem = (item: string) => item.replace(/[%,]/g, (c) => (c === "%" ? "%25" : "%2C"));

function splitItems(text: string): string[] {
  return text
    .split(",")
    .filter((item) => item !== "")
    .map((item) => item.replace(/%2C/g, ",").replace(/%25/g, "%"));
}

/** Readable in the address bar: only what would break the fragment is escaped. */
function escapeValue(value: string): string {
  return encodeURIComponent(value).replace(/%(2C|3A|2F|7C|2B|3B|40|7E)/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function unescape(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
