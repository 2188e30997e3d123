import type { Command } from "commander";
import { openCase } from "../case/index.ts";
import {
  browserStyle,
  csv,
  cypherScript,
  type FileFormat,
  fileSink,
  type GraphSink,
  gexf,
  graphml,
  graphologyJson,
  IMPORT_COMMAND,
  neo4jAdmin,
  neo4jSink,
  type WriteProgress,
  writeToStream,
} from "../export/index.ts";
import { buildGraph, type EventGraph, projectGraph, VIEWS, type ViewName } from "../graph/index.ts";
import { neo4jAddress } from "../neo4j/index.ts";
import { RiposteError } from "../shared/index.ts";
import { DEFAULT_CASE } from "./case-argument.ts";
import { interruptible } from "./interrupt.ts";
import type { Output } from "./output.ts";
import { outputOf } from "./program-output.ts";

interface ExportOptions {
  readonly to: string;
  readonly out?: string;
  readonly view: string;
  readonly minConfidence: string;
  readonly factual?: boolean;
  readonly language: string;
  readonly uri?: string;
  readonly user?: string;
  readonly database?: string;
}

interface Format {
  readonly make: (language: "fr" | "en") => FileFormat;
  /** Where it goes unless told otherwise: a file, or a folder for formats of several files. */
  readonly out: string;
  /** What to do with the result, where that is not plain. */
  readonly hint?: (out: string) => string;
}

const FORMATS: Readonly<Record<string, Format>> = {
  graphology: { make: () => graphologyJson, out: "riposte-graph.json" },
  gexf: { make: (language) => gexf({ language }), out: "riposte-graph.gexf" },
  graphml: { make: (language) => graphml({ language }), out: "riposte-graph.graphml" },
  csv: { make: () => csv, out: "riposte-graph-csv" },
  "neo4j-admin": {
    make: () => neo4jAdmin,
    out: "riposte-neo4j-import",
    hint: (out) =>
      `Load it with the server down, then run ${out}/after-import.cypher:\n  cd ${out} && ${IMPORT_COMMAND}`,
  },
  cypher: {
    make: () => cypherScript,
    out: "riposte-graph.cypher",
    hint: (out) => `Load it: cypher-shell -f ${out}`,
  },
  "neo4j-style": {
    make: () => browserStyle,
    out: "riposte.grass",
    hint: (out) => `Drag ${out} into the window of Neo4j Browser.`,
  },
};
const TARGETS = ["neo4j", ...Object.keys(FORMATS)];

/** `riposte export [CASE] --to FORMAT`: the graph for other programs, as files or in a Neo4j server. */
export function addExport(program: Command): void {
  program
    .command("export")
    .description("Writes the graph of a case for other programs.")
    .argument("[case]", "case folder", DEFAULT_CASE)
    .requiredOption("--to <format>", TARGETS.join(", "))
    .option("--out <path>", "file or folder to write; - for standard output")
    .option("--view <name>", `part of the graph: ${Object.keys(VIEWS).join(", ")}`, "all")
    .option("--min-confidence <number>", "leave out edges below it", "0")
    .option("--factual", "leave out what is planned, attempted, hypothetical or negated")
    .option("--language <code>", "language of captions: fr, en", "fr")
    .option("--uri <address>", "Neo4j server (or NEO4J_URI; password from NEO4J_PASSWORD)")
    .option("--user <name>", "Neo4j user (or NEO4J_USERNAME)")
    .option("--database <name>", "Neo4j database (or NEO4J_DATABASE)")
    .action(async (folder: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExportOptions>();
      const output = outputOf(command);
      const format = formatOf(options.to);
      const graph = selected(buildGraph((await openCase(folder)).records), options);
      if (options.out === "-") await toStandardOutput(graph, options, format);
      else await toSink(graph, options, format, output);
    });
}

/** Undefined: the Neo4j server. */
function formatOf(name: string): Format | undefined {
  if (name === "neo4j") return undefined;
  const format = FORMATS[name];
  if (format) return format;
  throw new RiposteError("usage/bad-value", `--to ${name}: give one of ${TARGETS.join(", ")}`);
}

function selected(graph: EventGraph, options: ExportOptions): EventGraph {
  const minConfidence = Number(options.minConfidence);
  if (!(minConfidence >= 0 && minConfidence <= 1))
    throw new RiposteError(
      "usage/bad-value",
      `--min-confidence ${options.minConfidence}: give a number from 0 to 1`,
    );
  if (!(options.view in VIEWS))
    throw new RiposteError(
      "usage/bad-value",
      `--view ${options.view}: give one of ${Object.keys(VIEWS).join(", ")}`,
    );
  if (options.view === "all" && minConfidence === 0 && !options.factual) return graph;
  return projectGraph(graph, {
    view: options.view as ViewName,
    minConfidence,
    factualOnly: options.factual ?? false,
  });
}

async function toStandardOutput(
  graph: EventGraph,
  options: ExportOptions,
  format: Format | undefined,
): Promise<void> {
  const files = format?.make(languageOf(options))(graph) ?? [];
  const [file] = files;
  if (!file || files.length > 1)
    throw new RiposteError(
      "usage/bad-value",
      `--to ${options.to} writes no single file: give a folder with --out`,
    );
  await writeToStream(process.stdout, file.chunks);
}

async function toSink(
  graph: EventGraph,
  options: ExportOptions,
  format: Format | undefined,
  output: Output,
): Promise<void> {
  const { where, sink } = sinkOf(options, format);
  const summary = await interruptible((signal) =>
    sink.write(graph, { signal, onProgress: (progress) => showProgress(output, progress) }),
  );
  output.clearProgress();
  if (output.json) {
    output.data({ ...summary, to: options.to, out: where });
    return;
  }
  for (const notice of summary.notices) output.notice(notice);
  output.result(`${summary.nodes} nodes and ${summary.edges} edges → ${where}`);
  if (format?.hint) output.notice(format.hint(where));
}

function sinkOf(options: ExportOptions, format: Format | undefined): { where: string; sink: GraphSink } {
  if (format) {
    const where = options.out ?? format.out;
    return { where, sink: fileSink(where, format.make(languageOf(options))) };
  }
  const address = neo4jAddress(options);
  return { where: address.uri, sink: neo4jSink(address) };
}

function languageOf({ language }: ExportOptions): "fr" | "en" {
  if (language === "fr" || language === "en") return language;
  throw new RiposteError("usage/bad-value", `--language ${language}: give fr or en`);
}

function showProgress(output: Output, { phase, done, total, rate, secondsLeft }: WriteProgress): void {
  const speed = rate === undefined ? "" : ` (${Math.round(rate)}/s, ${Math.ceil(secondsLeft ?? 0)} s left)`;
  output.progress(done, total ?? done, `${phase}${speed}`);
}
