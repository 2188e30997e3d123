/** The one state of the page as a signal, what follows from it, and its ways into the address. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { LayoutColumns, ViewerLayouts, ViewerLinks } from "../../../src/viewer/payload.ts";
import { layoutName } from "../graph/compose.ts";
import { type Emphasis, emphasisOf } from "../graph/emphasis.ts";
import { type Detail, detailFor } from "../graph/level.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Language, Model } from "../model/model.ts";
import type { NameIndex } from "../model/search.ts";
import {
  computeVisibility,
  countLegend,
  type Filters,
  type LegendCounts,
  type Visibility,
} from "./filters.ts";
import { keptRows, withKept } from "./kept.ts";
import { decodeLink, encodeLink, type LinkState, type Theme } from "./url.ts";
import { type EdgeNames, fromLink, toLink, type ViewState } from "./view-state.ts";

/** `push` makes a step that "back" undoes; `replace` does not; `pass` leaves the address alone (a moving brush). */
export type Step = "push" | "replace" | "pass";

/** The parts of `window` that the store needs; tests give their own. */
export interface Address {
  hash(): string;
  write(fragment: string, step: "push" | "replace"): void;
  onChange(listener: () => void): void;
}

export interface System {
  readonly language: Language;
  readonly theme: Signal<Theme>;
  readonly reducedMotion: boolean;
}

const FILTER_FIELDS = [
  "view",
  "hiddenFamilies",
  "hiddenModalities",
  "hiddenKinds",
  "hiddenPublishers",
  "hiddenNodes",
  "period",
  "undated",
  "minConfidence",
  "minSources",
] as const satisfies readonly (keyof Filters)[];

export class Store {
  readonly model: Model;
  readonly evidence: Evidence;
  readonly index: NameIndex;
  readonly system: System;
  readonly state: Signal<ViewState>;
  readonly links = signal<ViewerLinks | undefined>(undefined);
  /** Positions of the views beyond the first, once they have arrived. */
  readonly layouts = signal<ViewerLayouts | undefined>(undefined);
  /** Ids in the link that this graph does not have. */
  readonly missing = signal<readonly string[]>([]);
  /** Whether the link was made on another state of the case. */
  readonly otherGraph = signal(false);
  /** Edges that a list on screen asks to light up, whatever is selected. */
  readonly lit = signal<readonly number[] | undefined>(undefined);
  /** Pairs whose ribbons are drawn out. */
  readonly openPairs = signal<ReadonlySet<string>>(new Set());
  /** Steps of detail that slow frames have cost. */
  readonly dropped = signal(0);
  /** Rises when the reader went to another address: back, forward, or a link within the page. */
  readonly visits = signal(0);
  /** Said once to screen readers and shown for a while. */
  readonly notice = signal<string>("");

  readonly filters: ReadonlySignal<Filters>;
  readonly visibility: ReadonlySignal<Visibility>;
  /** What passes the filters, and what is drawn all the same because the reader asked for it by name. */
  readonly drawn: ReadonlySignal<Visibility>;
  readonly counts: ReadonlySignal<LegendCounts>;
  readonly detail: ReadonlySignal<Detail>;
  readonly emphasis: ReadonlySignal<Emphasis | undefined>;
  readonly theme: ReadonlySignal<Theme>;
  readonly language: ReadonlySignal<Language>;

  private readonly address: Address;
  private edgeRows: ReadonlyMap<string, number> | undefined;
  private written = "";
  private pendingSelection: string | undefined;

  constructor(model: Model, evidence: Evidence, index: NameIndex, system: System, address: Address) {
    this.model = model;
    this.evidence = evidence;
    this.index = index;
    this.system = system;
    this.address = address;
    this.state = signal(this.read());
    this.filters = unchanged(this.state, FILTER_FIELDS);
    this.visibility = computed(() => computeVisibility(model, this.filters.value));
    this.counts = computed(() => countLegend(model, this.filters.value));
    this.detail = computed(() => detailFor(this.visibility.value.edgesBeforePeriod, this.dropped.value));
    const emphasisState = unchanged(this.state, ["view", "selection", "ego", "lens", "path"]);
    this.emphasis = computed(() =>
      emphasisOf(
        model,
        { ...this.state.peek(), ...emphasisState.value },
        this.visibility.value,
        this.lit.value,
      ),
    );
    this.drawn = computed(() => {
      const { selection, view } = emphasisState.value;
      const rows = keptRows(model, selection, this.emphasis.value, this.lit.value);
      return withKept(model, this.visibility.value, view, rows);
    });
    this.theme = computed(() => this.state.value.theme ?? system.theme.value);
    this.language = computed(() => this.state.value.language);
    address.onChange(() => {
      if (address.hash().replace(/^#/, "") === this.written) return;
      batch(() => {
        this.state.value = this.read();
        this.visits.value++;
      });
    });
  }

  update(change: Partial<ViewState>, step: Step = "push"): void {
    this.state.value = { ...this.state.value, ...change };
    if (step !== "pass") this.write(step);
  }

  /** Selecting clears what else was lit; a second click on the same thing keeps it. */
  select(selection: ViewState["selection"], step: Step = "push"): void {
    const now = this.state.value.selection;
    if (now?.kind === selection?.kind && now?.row === selection?.row && !this.state.value.path) return;
    this.update({ selection, path: undefined, ...(selection ? { tab: "evidence" as const } : {}) }, step);
  }

  /** Positions for what is shown now; undefined while they are on their way. */
  layout(): LayoutColumns | undefined {
    const name = layoutName(this.state.value);
    return name === "actors" ? this.model.graph.actors : this.layouts.value?.[name];
  }

  /** Called once the names of edges are there: a link's selected edge can be found now. */
  setLinks(links: ViewerLinks): void {
    this.links.value = links;
    this.index.addAliases(links.aliases);
    if (this.pendingSelection === undefined) return;
    const row = this.names().rowOf(this.pendingSelection);
    if (row !== undefined) this.update({ selection: { kind: "edge", row } }, "pass");
    else this.missing.value = [...this.missing.value, this.pendingSelection];
    this.pendingSelection = undefined;
  }

  /** The fragment of the present state, without `#`. */
  fragment(): string {
    if (this.pendingSelection !== undefined) return this.written;
    return encodeLink(this.link());
  }

  /** The fragment without the mark of this graph: for a page that shows the same view of the next one. */
  lastingFragment(): string {
    const { graph: _graph, ...link } = this.link();
    return encodeLink(link);
  }

  private link(): LinkState {
    return toLink(this.state.value, this.model, this.names(), this.system.language);
  }

  /** Runs `react` now and whenever what it reads changes. @returns a way to stop */
  watch(react: () => void): () => void {
    return effect(react);
  }

  private write(step: "push" | "replace"): void {
    const fragment = this.fragment();
    if (fragment === this.written) return;
    this.written = fragment;
    this.address.write(fragment, step);
  }

  private read(): ViewState {
    this.written = this.address.hash().replace(/^#/, "");
    const link = decodeLink(this.written);
    const waits = link.selection?.kind === "edge" && !this.links.peek();
    this.pendingSelection = waits ? link.selection?.id : undefined;
    const { selection, ...rest } = link;
    const { state, missing } = fromLink(
      waits ? rest : selection ? { ...rest, selection } : rest,
      this.model,
      this.names(),
      this.system.language,
    );
    this.missing.value = missing;
    this.otherGraph.value = link.graph !== undefined && link.graph !== this.model.graph.hash;
    return state;
  }

  private names(): EdgeNames {
    const links = this.links.peek();
    return {
      idOf: (row) => links?.edgeIds[row],
      rowOf: (id) => {
        if (!links) return undefined;
        this.edgeRows ??= new Map(links.edgeIds.map((edge, row) => [edge, row]));
        const row = this.edgeRows.get(id);
        return row;
      },
    };
  }
}

/** Some fields of a state; the same object as long as none of them changes. */
function unchanged<T, K extends keyof T>(
  source: ReadonlySignal<T>,
  fields: readonly K[],
): ReadonlySignal<Pick<T, K>> {
  let last: Pick<T, K> | undefined;
  return computed(() => {
    const now = source.value;
    if (last && fields.every((field) => last?.[field] === now[field])) return last;
    last = Object.fromEntries(fields.map((field) => [field, now[field]])) as Pick<T, K>;
    return last;
  });
}
