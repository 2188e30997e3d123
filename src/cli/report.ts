import type { Command } from "commander";
import type {
  AnalysisOptions,
  CaseAnalysis,
  Certainty,
  ProjectionName,
  ReportDocument,
  Weight,
} from "../analysis/index.ts";
import { openCase } from "../case/index.ts";
import { type FileText, writeFiles, writeToStream } from "../export/index.ts";
import type { DataScience } from "../gds/index.ts";
import { neo4jAddress } from "../neo4j/index.ts";
import type { CaseRecords, ClaimType, Language } from "../ontology/index.ts";
import { RiposteError } from "../shared/index.ts";
import { DEFAULT_CASE } from "./case-argument.ts";
import type { Output } from "./output.ts";
import { outputOf } from "./program-output.ts";

interface ReportCommandOptions {
  readonly format?: string;
  readonly out?: string;
  readonly table: string;
  readonly title?: string;
  readonly language: string;
  readonly projection: string;
  readonly types?: string;
  readonly certainty: string;
  readonly weight: string;
  readonly minConfidence?: string;
  readonly from?: string;
  readonly to?: string;
  readonly without?: readonly string[];
  readonly compareFrom?: string;
  readonly compareTo?: string;
  readonly compare?: string;
  readonly seed: string;
  readonly engine: string;
  readonly uri?: string;
  readonly user?: string;
  readonly database?: string;
  readonly json?: boolean;
}

const FORMATS = ["html", "md", "csv", "json"] as const;
type Format = (typeof FORMATS)[number];

/** Where a format goes unless told otherwise; undefined: standard output. */
const DEFAULT_OUT: Readonly<Partial<Record<Format, string>>> = { html: "riposte-report.html" };

/** `riposte report [CASE]`: who matters, who answers whom, what it rests on, and how sources differ. */
export function addReport(program: Command): void {
  program
    .command("report")
    .description("Writes a report on a case: centrality, escalation, what it rests on, sources compared.")
    .argument("[case]", "case folder", DEFAULT_CASE)
    .option("--format <name>", `${FORMATS.join(", ")} (default: html)`)
    .option("--out <path>", "file to write (for csv: a folder, one file a table); - for standard output")
    .option("--table <name>", "the table that csv gives on standard output", "actors")
    .option("--title <text>", "title of the report")
    .option("--language <code>", "language of the report: fr, en", "fr")
    .option(
      "--projection <name>",
      "what is counted: attacks, retaliations, statements, actions, sources",
      "actions",
    )
    .option("--types <names>", "claim types to keep, comma-separated")
    .option(
      "--certainty <level>",
      "asserted, reported, alleged or any: each takes those before it too",
      "alleged",
    )
    .option("--weight <unit>", "count events, or their independent sources", "events")
    .option("--min-confidence <number>", "leave out what is less sure")
    .option("--from <day>", "first day, as 2020-01-31")
    .option("--to <day>", "last day")
    .option("--without <outlets...>", "leave out these outlets' reports")
    .option("--compare-from <day>", "compare with the period that starts then")
    .option("--compare-to <day>", "compare with the period that ends then")
    .option("--compare <case>", "compare with another case")
    .option("--seed <number>", "seed of samples and groups", "1")
    .option(
      "--engine <name>",
      "what computes the measures: own, gds (a Neo4j with Graph Data Science)",
      "own",
    )
    .option("--uri <address>", "Neo4j server (or NEO4J_URI; password from NEO4J_PASSWORD)")
    .option("--user <name>", "Neo4j user (or NEO4J_USERNAME)")
    .option("--database <name>", "Neo4j database (or NEO4J_DATABASE)")
    .action(async (folder: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ReportCommandOptions>();
      const format = formatOf(options);
      await deliver(await makeReport(folder, options), format, options, outputOf(command));
    });
}

async function makeReport(folder: string, options: ReportCommandOptions): Promise<ReportDocument> {
  const language = languageOf(options.language);
  const settings = settingsOf(options);
  const { records, manifest } = await openCase(folder);
  const other = comparedSettings(options, settings);
  const engine = await openEngine(options);
  try {
    const comparison = other && {
      analysis: await analyze(
        options.compare ? (await openCase(options.compare)).records : records,
        other,
        engine,
      ),
      label: [options.compare, periodLabel(other, language)].filter(Boolean).join(", "),
      ownLabel: [options.compare && folder, periodLabel(settings, language)].filter(Boolean).join(", "),
    };
    const { composeReport } = await analysisStage();
    return composeReport(await analyze(records, settings, engine), {
      language,
      synthetic: manifest.synthetic,
      ...(options.title && { title: options.title }),
      ...(comparison && { comparison }),
    });
  } finally {
    await engine?.close();
  }
}

/** Loaded when it is needed: no other command needs the measures. */
const analysisStage = () => import("../analysis/index.ts");

/** Undefined: the measures are computed here. */
async function openEngine(options: ReportCommandOptions): Promise<DataScience | undefined> {
  if (options.engine === "own") return undefined;
  if (options.engine !== "gds")
    throw new RiposteError("usage/bad-value", `--engine ${options.engine}: give own or gds`);
  const { openDataScience } = await import("../gds/index.ts");
  return openDataScience(neo4jAddress(options));
}

async function analyze(
  records: CaseRecords,
  settings: AnalysisOptions,
  engine: DataScience | undefined,
): Promise<CaseAnalysis> {
  const { analyzeCase, projectCase } = await analysisStage();
  if (!engine) return analyzeCase(records, settings);
  const given = await engine.measure(projectCase(records, settings).projection.graph, settings);
  return analyzeCase(records, { ...settings, given });
}

/** The same choices for the case or period to compare with; undefined where none is asked for. */
function comparedSettings(
  { compare, compareFrom, compareTo }: ReportCommandOptions,
  settings: AnalysisOptions,
): AnalysisOptions | undefined {
  if (compareFrom === undefined && compareTo === undefined)
    return compare === undefined ? undefined : settings;
  const { from: _from, to: _to, ...same } = settings;
  return { ...same, ...(compareFrom && { from: compareFrom }), ...(compareTo && { to: compareTo }) };
}

function periodLabel({ from, to }: AnalysisOptions, language: Language): string {
  if (from && to) return `${from} – ${to}`;
  if (from) return language === "fr" ? `depuis ${from}` : `since ${from}`;
  if (to) return language === "fr" ? `jusqu’à ${to}` : `until ${to}`;
  return language === "fr" ? "toute la période" : "the whole period";
}

/** Names are checked where they are used; numbers here. */
function settingsOf(options: ReportCommandOptions): AnalysisOptions {
  return {
    name: options.projection as ProjectionName,
    certainty: options.certainty as Certainty,
    weight: options.weight as Weight,
    seed: numberOf("--seed", options.seed),
    ...(options.types && { types: options.types.split(",").map((type) => type.trim() as ClaimType) }),
    ...(options.minConfidence && { minConfidence: numberOf("--min-confidence", options.minConfidence) }),
    ...(options.from && { from: options.from }),
    ...(options.to && { to: options.to }),
    ...(options.without && { without: options.without }),
  };
}

function numberOf(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw new RiposteError("usage/bad-value", `${option} ${text}: give a number`);
}

function languageOf(code: string): Language {
  if (code === "fr" || code === "en") return code;
  throw new RiposteError("usage/bad-value", `--language ${code}: give fr or en`);
}

function formatOf({ format, json }: ReportCommandOptions): Format {
  const name = format ?? (json ? "json" : "html");
  const known = FORMATS.find((each) => each === name);
  if (known) return known;
  throw new RiposteError("usage/bad-value", `--format ${name}: give one of ${FORMATS.join(", ")}`);
}

async function deliver(
  report: ReportDocument,
  format: Format,
  options: ReportCommandOptions,
  output: Output,
): Promise<void> {
  const out = options.out ?? DEFAULT_OUT[format] ?? "-";
  const files = await filesOf(report, format, out === "-" ? options.table : undefined);
  if (out === "-") {
    for (const { chunks } of files) await writeToStream(process.stdout, chunks);
    return;
  }
  await writeFiles(out, files);
  for (const notice of report.notices) output.notice(notice);
  output.notice(`${report.title} → ${out}`);
}

const whole = (text: string): FileText[] => [{ path: "", chunks: [text] }];

/** The files of a format; for `csv` one for each table, or the one table that is asked for. */
async function filesOf(
  report: ReportDocument,
  format: Format,
  table: string | undefined,
): Promise<FileText[]> {
  const { toCsv, toHtml, toJson, toMarkdown } = await analysisStage();
  if (format === "html") return whole(toHtml(report));
  if (format === "md") return whole(toMarkdown(report));
  if (format === "json") return whole(`${JSON.stringify(toJson(report), null, 2)}\n`);
  const tables = toCsv(report);
  if (table === undefined) return [...tables].map(([id, text]) => ({ path: `${id}.csv`, chunks: [text] }));
  const text = tables.get(table);
  if (text !== undefined) return whole(text);
  throw new RiposteError(
    "usage/bad-value",
    `--table ${table}: this report has ${[...tables.keys()].join(", ")}`,
  );
}
