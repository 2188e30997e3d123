import { watch } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { openCase } from "../case/index.ts";
import { communities, project, Random, undirected } from "../analysis/index.ts";
import { buildGraph, type EventGraph } from "../graph/index.ts";
import { RiposteError } from "../shared/index.ts";
import {
  buildViewerPayload,
  type ExportSelection,
  exportPage,
  type PayloadOptions,
  type RunningViewer,
  serveViewer,
  type ViewerPayload,
} from "../viewer/index.ts";
import { DEFAULT_CASE } from "./case-argument.ts";
import { interruptible } from "./interrupt.ts";
import { outputOf } from "./program-output.ts";
import { caseDecisions } from "./view-decisions.ts";

interface ViewOptions extends ExportSelection {
  readonly port: number;
  readonly export?: string;
  readonly title?: string;
  readonly actor?: readonly string[];
  readonly source?: readonly string[];
}

/** Shown wherever a demonstration corpus is. */
const SYNTHETIC = {
  fr: "Rapports de démonstration écrits pour ce projet ; ne constituent pas une source.",
  en: "Demonstration reports written for this project; not a source.",
} as const;

/** A save of a case touches several files; the viewer waits for the last one. */
const SETTLE_MS = 300;

/** `riposte view [CASE]`: the viewer on loopback, or one file to send with `--export`. */
export function addView(program: Command): void {
  program
    .command("view")
    .description("Shows the graph of a case in the browser, or writes it as one file to send.")
    .argument("[case]", "case folder", DEFAULT_CASE)
    .option("--port <number>", "port on 127.0.0.1; 0 takes any free one", portNumber, 0)
    .option("--title <text>", "title of the page (the case's folder)")
    .option("--export <file>", "write one self-contained HTML file instead of serving")
    .option("--from <day>", "with --export: only from this ISO day on")
    .option("--to <day>", "with --export: only up to this ISO day")
    .option("--actor <id...>", "with --export: only events and statements of these actors")
    .option("--source <name...>", "with --export: only what these outlets report")
    .action(async (folder: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ViewOptions>();
      const output = outputOf(command);
      if (options.export !== undefined) {
        const { records, manifest } = await openCase(folder);
        await write(
          options.export,
          exportPage(records, {
            ...selection(options),
            ...look(folder, options, manifest.synthetic),
            communitiesOf,
          }),
        );
        output.result(options.export);
        return;
      }
      const viewer = await startViewer(folder, options);
      output.result(viewer.url);
      output.notice("Ctrl-C ends it; the page follows when the case is rebuilt.");
      await interruptible(untilStopped);
      await viewer.close();
    });
}

/**
 * Serves a case and follows its rebuilds.
 * @throws {RiposteError} `case/*`, `view/*`
 */
export async function startViewer(
  folder: string,
  options: { readonly port: number; readonly title?: string; readonly probe?: boolean },
): Promise<RunningViewer> {
  const load = async (): Promise<ViewerPayload> => {
    const { records, manifest } = await openCase(folder);
    const graph = buildGraph(records);
    return buildViewerPayload(records, graph, {
      ...look(folder, options, manifest.synthetic),
      communities: communitiesOf(graph),
    });
  };
  const payload = await load();
  const show = async () => viewer.update(await load());
  const viewer = await serveViewer({
    payload,
    port: options.port,
    decisions: caseDecisions(folder, show),
    ...(options.probe && { probe: true }),
  });
  const stop = onRebuild(folder, () => {
    // A case in the middle of a save cannot be opened yet; the next change tries again.
    show().catch(() => undefined);
  });
  return {
    ...viewer,
    async close() {
      stop();
      await viewer.close();
    },
  };
}

function look(folder: string, options: { readonly title?: string }, synthetic: boolean): PayloadOptions {
  return { title: options.title ?? basename(resolve(folder)), ...(synthetic && { notice: SYNTHETIC }) };
}

/** Who acts with or against whom more than with others, whatever is filtered later; 0 is the largest. */
function communitiesOf(graph: EventGraph): ReadonlyMap<string, number> {
  const { nodes, graph: arcs } = project(graph, { name: "actions", minConfidence: 0, certainty: "alleged" });
  if (nodes.length === 0) return new Map();
  const { community } = communities(undirected(arcs), { random: new Random(1) });
  const sizes = new Map<number, number>();
  for (const number of community) sizes.set(number, (sizes.get(number) ?? 0) + 1);
  const bySize = [...sizes.keys()].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || a - b);
  const rank = new Map(bySize.map((number, i) => [number, i]));
  return new Map(nodes.map((node, row) => [node.id, rank.get(community[row] ?? 0) ?? 0]));
}

function selection({ from, to, actor, source }: ViewOptions): ExportSelection {
  return {
    ...(from && { from: isoDay(from, "--from") }),
    ...(to && { to: isoDay(to, "--to") }),
    ...(actor && { actors: actor }),
    ...(source && { sources: source }),
  };
}

function isoDay(text: string, option: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new RiposteError("usage/bad-value", `${option} ${text}: give a day as 2021-06-28`);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError("give a number from 0 to 65535");
}

/** Calls `changed` once after each save of the case. @returns a way to stop */
function onRebuild(folder: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, (_event, file) => {
    if (file !== "manifest.json") return;
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLE_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

async function write(path: string, html: string): Promise<void> {
  try {
    await writeFile(path, html);
  } catch (error) {
    throw new RiposteError("sink/unwritable", `${path}: cannot write there`, { cause: error });
  }
}

/** Settles when the signal is given. */
export function untilStopped(signal: AbortSignal): Promise<void> {
  return new Promise((stopped) => signal.addEventListener("abort", () => stopped(), { once: true }));
}
