/** What every component of one page shares. */
import { batch, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Pins, Stage } from "../graph/stage.ts";
import { MESSAGES, type Messages } from "../i18n/index.ts";
import { nodeName, type UnnamedSides } from "../model/names.ts";
import type { Store } from "../state/store.ts";
import type { DecisionClient } from "./decision-client.ts";

/** What the panel shows in place of the selection. */
export type Insight = "compare" | "tour" | "clock" | "changes";

/** A list of relations under one click, and where it was. */
export interface Choice {
  readonly edges: readonly number[];
  readonly more: boolean;
  readonly x: number;
  readonly y: number;
}

export interface PeekAt {
  readonly edge: number;
  readonly mark: boolean;
  readonly x: number;
  readonly y: number;
}

export interface MenuAt {
  readonly node: number;
  readonly x: number;
  readonly y: number;
}

export class Session {
  readonly store: Store;
  readonly decisions: DecisionClient | undefined;
  /** Slow frames cost detail, and `window.__riposte` is absent, unless a test asks otherwise. */
  readonly probe: boolean;
  readonly stage = signal<Stage | undefined>(undefined);
  readonly choice = signal<Choice | undefined>(undefined);
  readonly menu = signal<MenuAt | undefined>(undefined);
  readonly insight = signal<Insight | undefined>(undefined);
  /** A path's first end, while the reader looks for the other. */
  readonly pathStart = signal<number | undefined>(undefined);
  readonly helpOpen = signal(false);
  /** On narrow screens, which sheet is up. */
  readonly sheet = signal<"filters" | "panel" | undefined>(undefined);
  readonly singleKeys = signal(true);
  /** Places of the layout where the reader has put nodes. */
  readonly pins: Pins = new Map();
  /** Rises when the drawing has to be made anew, because the graphics card lost it. */
  readonly drawing = signal(0);
  readonly graphic = signal<"drawn" | "lost" | "none">("drawn");
  /** The line under the pointer, and whether it is its contested mark that is met. */
  readonly peek = signal<PeekAt | undefined>(undefined);
  /** Whether the latest decision of this page can be taken back. */
  readonly undoable = signal(false);
  private saying: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, decisions: DecisionClient | undefined, probe: boolean) {
    this.store = store;
    this.decisions = decisions;
    this.probe = probe;
    let seen = store.visits.peek();
    store.watch(() => {
      if (store.visits.value === seen) return;
      seen = store.visits.value;
      batch(() => this.leaveInsight());
    });
  }

  private leaveInsight(): void {
    this.closeFloating();
    this.insight.value = undefined;
    this.store.lit.value = undefined;
  }

  get words(): Messages {
    return MESSAGES[this.store.language.value];
  }

  name(node: number): string {
    return nodeName(this.store.model, node, this.store.language.value, this.unnamed);
  }

  get unnamed(): UnnamedSides {
    const { words } = this;
    return [words.unnamed_agent, words.unnamed_target, words.unnamed_speaker];
  }

  /** Shows a line for a while and says it to screen readers. */
  say(text: string): void {
    this.store.notice.value = text;
    clearTimeout(this.saying);
    this.saying = setTimeout(() => {
      this.store.notice.value = "";
    }, 6_000);
  }

  /** A click on an actor, an event or a name in a list: selects it, or ends a path that was begun. */
  openNode(row: number, frame = false): void {
    const start = this.pathStart.peek();
    batch(() => {
      this.closeFloating();
      if (start !== undefined && start !== row) {
        this.pathStart.value = undefined;
        this.store.update({ path: { from: start, to: row }, selection: undefined, tab: "evidence" });
      } else this.store.select({ kind: "node", row });
      this.insight.value = undefined;
      this.sheet.value = "panel";
    });
    if (frame || isNarrow()) this.frameAround([row]);
  }

  openEdge(row: number, frame = false): void {
    batch(() => {
      this.closeFloating();
      this.pathStart.value = undefined;
      this.store.select({ kind: "edge", row });
      this.insight.value = undefined;
      this.sheet.value = "panel";
    });
    const { source, target } = this.store.model.edges;
    if (frame || isNarrow()) this.frameAround([source[row] ?? 0, target[row] ?? 0]);
  }

  /** Brings everything that stands out into the picture, or just these nodes where that is too much. */
  private frameAround(rows: readonly number[]): void {
    const emphasis = this.store.emphasis.peek();
    const near = emphasis && emphasis.nodes.size <= 40 ? [...emphasis.nodes] : rows;
    // On a narrow screen the details come up over the lower part of the graph.
    const covered = isNarrow() ? SHEET_SHARE * innerHeight : 0;
    const stage = this.stage.peek();
    const foot = Math.max(0, covered - (innerHeight - stageBottom()));
    stage?.camera.frame([...new Set([...near, ...rows])], foot);
  }

  clear(): void {
    batch(() => {
      this.closeFloating();
      this.pathStart.value = undefined;
      this.insight.value = undefined;
      this.store.lit.value = undefined;
      this.sheet.value = undefined;
      const { selection, path, lens } = this.store.state.peek();
      if (selection || path || lens)
        this.store.update({ selection: undefined, path: undefined, lens: undefined, ego: 0 });
    });
  }

  closeFloating(): void {
    this.choice.value = undefined;
    this.menu.value = undefined;
    this.peek.value = undefined;
  }
}

/** Share of the page's height that a sheet takes on narrow screens; narrow.css says the same. */
const SHEET_SHARE = 0.62;

const isNarrow = () => matchMedia("(max-width: 900px)").matches;

const stageBottom = () => document.getElementById("graph")?.getBoundingClientRect().bottom ?? innerHeight;

const SessionContext = createContext<Session | undefined>(undefined);

export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("a component stands outside the session");
  return session;
}
