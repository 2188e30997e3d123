/**
 * Saved queries: one `.cypher` file each under graph-data/queries, whose name is the query's. A block comment at the
 * top holds YAML: `title` and `question` in French and English, and `parameters` with their meaning and default.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { DEFAULT_MIN_CONFIDENCE } from "../../ontology/index.ts";
import { compareText, packagePath, RiposteError } from "../../shared/index.ts";
import { nearest } from "../cypher/names.ts";
import type { Parameters, QueryValue } from "../types.ts";

const bilingual = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const headerSchema = z.strictObject({
  title: bilingual,
  question: bilingual,
  parameters: z
    .record(
      z.string(),
      bilingual.extend({
        /** `minConfidence` may leave it out: then it is the confidence from which views and counts take a claim. */
        default: z.union([scalar, z.array(scalar)]).optional(),
        /** A value that answers something on the bundled corpus; for parameters that every user must give. */
        example: scalar.optional(),
      }),
    )
    .default({}),
});

export interface SavedQuery extends z.infer<typeof headerSchema> {
  readonly name: string;
  /** The Cypher below the header. */
  readonly query: string;
}

const FOLDER = "graph-data/queries";
const HEADER = /^\/\*([^]*?)\*\/\s*/;

/** All saved queries of a folder, by name. */
export async function savedQueries(folder: string = packagePath(FOLDER)): Promise<SavedQuery[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".cypher")).sort(compareText);
  return Promise.all(files.map((file) => loadQuery(join(folder, file))));
}

/**
 * One saved query by name.
 * @throws {RiposteError} `query/unknown-saved`
 */
export async function savedQuery(name: string, folder?: string): Promise<SavedQuery> {
  const all = await savedQueries(folder);
  const found = all.find((query) => query.name === name);
  if (found) return found;
  const near = nearest(
    name,
    all.map((query) => query.name),
  );
  throw new RiposteError(
    "query/unknown-saved",
    `there is no saved query ${name}${near ? `; did you mean ${near}?` : ""} (riposte query --list names them)`,
  );
}

/**
 * Parameters of a saved query: those given, then its defaults.
 * @throws {RiposteError} `usage/bad-value` for a name it does not have, `usage/missing-argument` for one without value
 */
export function parametersOf(query: SavedQuery, given: Parameters): Parameters {
  for (const name of Object.keys(given)) {
    if (name in query.parameters) continue;
    const names = Object.keys(query.parameters).join(", ") || "none";
    throw new RiposteError("usage/bad-value", `${query.name} has no parameter ${name}; it has ${names}`);
  }
  const values: Record<string, QueryValue> = {};
  for (const [name, { default: standard }] of Object.entries(query.parameters)) {
    const value = given[name] ?? standard ?? (name === "minConfidence" ? DEFAULT_MIN_CONFIDENCE : undefined);
    if (value === undefined)
      throw new RiposteError("usage/missing-argument", `${query.name} needs --param ${name}=VALUE`);
    values[name] = value;
  }
  return values;
}

/** The examples of a saved query: values that every user must give, as they answer something on the bundled corpus. */
export function exampleParameters(query: SavedQuery): Parameters {
  const examples = Object.entries(query.parameters).flatMap(([name, { example }]) =>
    example === undefined ? [] : [[name, example] as const],
  );
  return Object.fromEntries(examples);
}

async function loadQuery(path: string): Promise<SavedQuery> {
  const text = await readFile(path, "utf8");
  const match = HEADER.exec(text);
  if (!match) throw badHeader(path, "no header: begin with /* title: … */");
  let header: unknown;
  try {
    header = parse(match[1] ?? "");
  } catch (error) {
    throw badHeader(path, (error as Error).message.split("\n")[0] ?? "no YAML");
  }
  const result = headerSchema.safeParse(header);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw badHeader(path, `${issue?.path.join(".")}: ${issue?.message}`);
  }
  const name = path.replace(/^.*[\\/]/, "").replace(/\.cypher$/, "");
  return { name, ...result.data, query: text.slice(match[0].length).trim() };
}

function badHeader(path: string, why: string): RiposteError {
  return new RiposteError("pack/bad-field", `${path}:1: ${why}`);
}
