/** One file's text → its reports: plain text, Markdown with front matter, or JSON Lines. */
import { CORE_SCHEMA, load } from "js-yaml";
import { parse as parseYaml } from "yaml";
import { RiposteError } from "../shared/index.ts";
import { toDocument } from "./record.ts";
import type { SkippedInput, SourceDocument } from "./types.ts";

/** File endings that are read as reports when a folder is given. */
export const REPORT_ENDINGS = [".txt", ".md", ".markdown", ".jsonl", ".ndjson"] as const;

/** The reports of a file. A record that cannot be read is skipped with its line; the others are kept. */
export function parseReportFile(
  name: string,
  text: string,
): { documents: SourceDocument[]; skipped: SkippedInput[] } {
  const base = name.replace(/^.*[\\/]/, "");
  const stem = base.replace(/\.[^.]+$/, "");
  if (/\.(jsonl|ndjson)$/i.test(base)) return parseJsonLines(name, stem, text);
  return { documents: [parseMarkdown(stem, text)], skipped: [] };
}

/** Front matter between `---` lines at the top, in YAML; the rest is the report. */
function parseMarkdown(stem: string, text: string): SourceDocument {
  const match = text.match(/^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/);
  if (!match) return toDocument({}, text, stem);
  return toDocument(parseFrontMatter(match[1] ?? ""), text.slice(match[0].length), stem);
}

function parseFrontMatter(yaml: string): unknown {
  try {
    return load(yaml, { schema: CORE_SCHEMA });
  } catch {
    // Whatever the fast parser dislikes, the other one explains better, or can read after all.
  }
  try {
    return parseYaml(yaml);
  } catch (error) {
    throw new RiposteError("input/bad-record", `front matter is no YAML (${firstLine(error)})`, {
      cause: error,
    });
  }
}

function parseJsonLines(
  name: string,
  stem: string,
  text: string,
): { documents: SourceDocument[]; skipped: SkippedInput[] } {
  const documents: SourceDocument[] = [];
  const skipped: SkippedInput[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    try {
      documents.push(parseJsonRecord(line, `${stem}-${index + 1}`));
    } catch (error) {
      if (!(error instanceof RiposteError)) throw error;
      skipped.push({ name: `${name}:${index + 1}`, code: error.code, reason: error.message });
    }
  }
  return { documents, skipped };
}

function parseJsonRecord(line: string, fallbackId: string): SourceDocument {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (error) {
    throw new RiposteError("input/bad-record", "the line is no JSON", { cause: error });
  }
  if (record === null || typeof record !== "object" || Array.isArray(record)) {
    throw new RiposteError("input/bad-record", "the line is no JSON object");
  }
  const { text, body, content } = record as Record<string, unknown>;
  const words = [text, body, content].find((value) => typeof value === "string");
  if (typeof words !== "string") throw new RiposteError("input/bad-record", "no field `text`");
  return toDocument(record, words, fallbackId);
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}
