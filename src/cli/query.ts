import { join } from "node:path";
import type { Command } from "commander";
import { isCase, openCase } from "../case/index.ts";
import { buildGraph } from "../graph/index.ts";
import { neo4jAddress } from "../neo4j/index.ts";
import {
  cachedStore,
  csvLines,
  DEFAULT_LIMITS,
  embeddedEngine,
  neo4jEngine,
  type Parameters,
  parametersOf,
  type QueryAnswer,
  type QueryEngine,
  type QueryValue,
  rowObjects,
  runQuery,
  savedQueries,
  savedQuery,
  tableLines,
} from "../query/index.ts";
import { counted, RiposteError, sha256, stableStringify } from "../shared/index.ts";
import { caseAndOne, DEFAULT_CASE } from "./case-argument.ts";
import type { Output } from "./output.ts";
import { outputOf } from "./program-output.ts";
import { readStdin } from "./stdin.ts";

interface QueryOptions {
  readonly saved?: string;
  readonly list?: boolean;
  readonly param: readonly string[];
  readonly engine: string;
  readonly format: string;
  readonly explain?: boolean;
  readonly limit: string;
  readonly timeout: string;
  readonly memory: string;
  readonly uri?: string;
  readonly user?: string;
  readonly database?: string;
}

const FORMATS: ReadonlySet<string> = new Set(["table", "json", "csv"]);
/** Columns of a table where the output is no terminal. */
const DEFAULT_WIDTH = 120;

/** `riposte query [CASE] CYPHER`: the same text on the embedded engine and on Neo4j. */
export function addQuery(program: Command): void {
  program
    .command("query")
    .description("Asks the graph in Cypher, on an embedded engine or on a Neo4j server.")
    .usage("[options] [CASE] 'MATCH …'")
    .argument("[words...]", "case folder and query; - reads the query from standard input")
    .option("--saved <name>", "run a saved query")
    .option("--list", "name the saved queries")
    .option("--param <name=value...>", "parameters; values are read as JSON where they are JSON", [])
    .option("--engine <name>", "embedded, neo4j", "embedded")
    .option("--format <name>", "table, json, csv", "table")
    .option("--explain", "show the plan, run nothing")
    .option("--limit <rows>", "rows at most", String(DEFAULT_LIMITS.maxRows))
    .option("--timeout <seconds>", "stop a query after", String(DEFAULT_LIMITS.timeoutMs / 1000))
    .option("--memory <megabytes>", "stop a query above", String(DEFAULT_LIMITS.memoryMb))
    .option("--uri <address>", "Neo4j server (or NEO4J_URI; password from NEO4J_PASSWORD)")
    .option("--user <name>", "Neo4j user (or NEO4J_USERNAME)")
    .option("--database <name>", "Neo4j database (or NEO4J_DATABASE)")
    .action(async (words: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<QueryOptions>();
      const output = outputOf(command);
      if (options.list) await listSaved(output);
      else await ask(words, options, output);
    });
}

async function ask(words: readonly string[], options: QueryOptions, output: Output): Promise<void> {
  const { folder, query, parameters } = await question(words, options);
  const limits = {
    maxRows: positive(options.limit, "--limit"),
    timeoutMs: positive(options.timeout, "--timeout") * 1000,
    memoryMb: positive(options.memory, "--memory"),
  };
  if (!FORMATS.has(options.format))
    throw new RiposteError("usage/bad-value", `--format ${options.format}: give ${[...FORMATS].join(", ")}`);
  const engine = await openEngine(folder, options);
  try {
    if (options.explain) output.result(await engine.explain(query, parameters));
    else show(await runQuery(engine, query, parameters, limits), options, output);
  } finally {
    await engine.close();
  }
}

async function question(
  words: readonly string[],
  options: QueryOptions,
): Promise<{ folder: string; query: string; parameters: Parameters }> {
  const given = parameterValues(options.param);
  if (options.saved !== undefined) {
    const saved = await savedQuery(options.saved);
    return { folder: words[0] ?? DEFAULT_CASE, query: saved.query, parameters: parametersOf(saved, given) };
  }
  if (words.length === 1 && isCase(words[0] ?? ""))
    throw new RiposteError(
      "usage/missing-argument",
      "CYPHER is missing: give a query, --saved NAME or --list",
    );
  const [folder, text] = caseAndOne(words, "CYPHER");
  return {
    folder,
    query: text === "-" ? new TextDecoder().decode(await readStdin()) : text,
    parameters: given,
  };
}

async function openEngine(folder: string, options: QueryOptions): Promise<QueryEngine> {
  if (options.engine === "neo4j") return neo4jEngine(neo4jAddress(options));
  if (options.engine !== "embedded")
    throw new RiposteError("usage/bad-value", `--engine ${options.engine}: give embedded or neo4j`);
  const { manifest, records } = await openCase(folder);
  const content = sha256(stableStringify(manifest.files));
  return embeddedEngine(
    await cachedStore(join(folder, "cache", "query"), content, () => buildGraph(records)),
  );
}

function show(answer: QueryAnswer, options: QueryOptions, output: Output): void {
  const format = output.json ? "json" : options.format;
  if (format === "json") output.data(rowObjects(answer));
  else if (format === "csv") for (const line of csvLines(answer)) output.result(line);
  else showTable(answer, output);
  for (const notice of answer.notices) output.notice(`note: ${notice}`);
}

function showTable(answer: QueryAnswer, output: Output): void {
  const { bold, dim } = output.color;
  const width = process.stdout.isTTY ? process.stdout.columns : DEFAULT_WIDTH;
  for (const line of tableLines(answer, width, { header: bold, rule: dim, empty: dim })) output.result(line);
  output.notice(dim(counted(answer.rows.length, "row")));
}

async function listSaved(output: Output): Promise<void> {
  const all = await savedQueries();
  if (output.json) {
    output.data(all);
    return;
  }
  const { bold, dim } = output.color;
  for (const { name, question: asked, parameters } of all) {
    const names = Object.keys(parameters).join(", ");
    output.result(`${bold(name)}${names ? dim(`  (${names})`) : ""}\n  ${asked.fr}\n  ${asked.en}`);
  }
}

function parameterValues(pairs: readonly string[]): Parameters {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new RiposteError("usage/bad-value", `--param ${pair}: give name=value`);
      return [pair.slice(0, at), jsonOrText(pair.slice(at + 1))];
    }),
  );
}

function jsonOrText(text: string): QueryValue {
  try {
    return JSON.parse(text) as QueryValue;
  } catch {
    return text;
  }
}

function positive(text: string, option: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new RiposteError("usage/bad-value", `${option} ${text}: give a number above 0`);
}
