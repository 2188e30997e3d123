import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import { isCollection, isMap, isPair, isSeq, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { type ErrorCode, RiposteError } from "../shared/index.ts";

interface YamlCodes {
  readonly missing: ErrorCode;
  readonly syntax: ErrorCode;
  readonly field: ErrorCode;
}

const PACK_CODES: YamlCodes = { missing: "pack/not-found", syntax: "pack/bad-yaml", field: "pack/bad-field" };

/** What a file holds, and where: for errors that show only once several files are put together. */
export interface LocatedYaml<T> {
  readonly data: T;
  /** `file:line` of the node at `path`, or of its nearest existing ancestor. */
  readonly where: (path: readonly PropertyKey[]) => string;
}

/**
 * Reads one YAML file against a schema.
 * @throws {RiposteError} one line with `file:line` and the path of the wrong field; by default `pack/not-found`,
 *   `pack/bad-yaml` or `pack/bad-field`
 */
export function readYaml<T>(file: string, schema: z.ZodType<T>, codes: YamlCodes = PACK_CODES): T {
  return readYamlLocated(file, schema, codes).data;
}

/** As `readYaml`, keeping the places of the nodes. */
export function readYamlLocated<T>(
  file: string,
  schema: z.ZodType<T>,
  codes: YamlCodes = PACK_CODES,
): LocatedYaml<T> {
  const shown = shownPath(file);
  if (!existsSync(file)) throw new RiposteError(codes.missing, `${shown}: no such file`);
  return parseLocated(readFileSync(file, "utf8"), shown, schema, codes);
}

/** As `readYaml`, on text already read; `shown` is the file name used in messages. */
export function parseYaml<T>(
  text: string,
  shown: string,
  schema: z.ZodType<T>,
  codes: YamlCodes = PACK_CODES,
): T {
  return parseLocated(text, shown, schema, codes).data;
}

/**
 * Values come from a fast parser. Places come from a slower one that keeps the nodes, and only when a place is asked
 * for: a mistake has to be named, or several files disagree.
 */
function parseLocated<T>(
  text: string,
  shown: string,
  schema: z.ZodType<T>,
  codes: YamlCodes,
): LocatedYaml<T> {
  let nodes: Nodes | undefined;
  const where = (path: readonly PropertyKey[]) => {
    nodes ??= parseNodes(text, shown, codes);
    return `${shown}:${nodes.lines.linePos(offsetOf(nodes.document, path)).line}`;
  };
  const result = schema.safeParse(parseValues(text, shown, codes));
  if (result.success) return { data: result.data, where };
  const issue = result.error.issues[0];
  if (!issue) throw new RiposteError(codes.field, `${shown}: does not fit its schema`);
  const unknownKey = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const path = unknownKey === undefined ? issue.path : [...issue.path, unknownKey];
  const field = path.length > 0 ? ` ${path.map(String).join(".")}:` : "";
  throw new RiposteError(codes.field, `${where(path)}:${field} ${issue.message}`);
}

function parseValues(text: string, shown: string, codes: YamlCodes): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA }) ?? null;
  } catch {
    // Whatever the fast parser dislikes, the other one explains better, or can read after all.
    return parseNodes(text, shown, codes).document.toJS();
  }
}

interface Nodes {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

function parseNodes(text: string, shown: string, codes: YamlCodes): Nodes {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors[0];
  if (!broken) return { document, lines };
  const { line } = lines.linePos(broken.pos[0]);
  throw new RiposteError(codes.syntax, `${shown}:${line}: ${firstLine(broken.message)}`);
}

/** Offset of the node at `path`, or of its nearest existing ancestor; 0 for an empty file. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = rangeStart(node);
  for (const key of path) {
    if (!isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === String(key));
      if (!pair) break;
      offset = rangeStart(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = rangeStart(node) ?? offset;
    }
  }
  return offset ?? 0;
}

function rangeStart(node: unknown): number | undefined {
  return (node as { range?: [number, number, number] } | null)?.range?.[0];
}

/** Paths below the working folder are shown relative to it. */
function shownPath(file: string): string {
  const short = relative(process.cwd(), file);
  return short.startsWith("..") ? file : short;
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/ at line \d+, column \d+:?$/, "");
}
