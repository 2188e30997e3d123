/** Reads reports from files, folders and standard input. What cannot be read is listed, and the run goes on. */
import { readFileSync, statSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { compareBy, compareText, RiposteError } from "../shared/index.ts";
import { decodeText, MAX_REPORT_BYTES } from "./decode.ts";
import { parseReportFile, REPORT_ENDINGS } from "./parse-file.ts";
import type { ReadResult, SkippedInput, SourceDocument } from "./types.ts";

/** A JSON Lines file holds many reports, so it may be larger than one report. */
const MAX_JSON_LINES_BYTES = 512 * 1024 * 1024;
/** Files read before a signal (Ctrl-C) is let through. */
const FILES_AT_ONCE = 256;

/**
 * Reads every report below the given paths (`-` is standard input). The same report given twice is read once; two
 * reports that claim one id get their folder's name in front.
 * @param paths   files or folders; order does not matter
 * @param stdin   bytes of standard input, asked for only where a path is `-`
 * @throws {RiposteError} `input/missing` where a path does not exist, `input/nothing-to-read` where no report is found
 */
export async function readReports(
  paths: readonly string[],
  stdin: () => Promise<Uint8Array> = async () => new Uint8Array(),
): Promise<ReadResult> {
  const skipped: SkippedInput[] = [];
  const found: { path: string; doc: SourceDocument }[] = [];
  for (const [index, path] of (await listFiles(paths)).entries()) {
    if (index % FILES_AT_ONCE === 0) await setImmediate();
    try {
      const result = parseReportFile(path === "-" ? "stdin.txt" : path, await readText(path, stdin));
      skipped.push(...result.skipped);
      found.push(...result.documents.map((doc) => ({ path, doc })));
    } catch (error) {
      skipped.push(skippedFile(path, error));
    }
  }
  const documents = withUniqueIds(found);
  skipped.sort(compareBy((item) => item.name));
  if (documents.length === 0) {
    const first = skipped[0];
    const why = first ? ` (${first.name}: ${first.reason})` : `; reports end in ${REPORT_ENDINGS.join(", ")}`;
    throw new RiposteError("input/nothing-to-read", `no report found in ${paths.join(", ")}${why}`);
  }
  return { documents, skipped };
}

async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const path of paths) {
    if (path === "-") {
      files.add(path);
      continue;
    }
    const info = await stat(path).catch(() => undefined);
    if (!info) throw new RiposteError("input/missing", `${path}: no such file or folder`);
    if (!info.isDirectory()) files.add(path);
    else for (const file of await listFolder(path)) files.add(file);
  }
  return [...files].sort(compareText);
}

async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter(
      (entry) => entry.isFile() && REPORT_ENDINGS.some((ending) => entry.name.toLowerCase().endsWith(ending)),
    )
    .filter((entry) => !/^(readme|license|licence)\b/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function readText(path: string, stdin: () => Promise<Uint8Array>): Promise<string> {
  if (path === "-") return decodeText(await stdin()).text;
  // At once: waiting costs more than reading where reports are thousands of small files.
  const { size } = statSync(path);
  if (/\.(jsonl|ndjson)$/i.test(path) && size > MAX_REPORT_BYTES && size <= MAX_JSON_LINES_BYTES) {
    return readFileSync(path, "utf8");
  }
  if (size > MAX_REPORT_BYTES) {
    throw new RiposteError(
      "input/too-large",
      `${Math.round(size / 1024 / 1024)} MB; a report may have ${MAX_REPORT_BYTES / 1024 / 1024} MB`,
    );
  }
  return decodeText(readFileSync(path)).text;
}

function skippedFile(path: string, error: unknown): SkippedInput {
  if (error instanceof RiposteError) return { name: path, code: error.code, reason: error.message };
  const reason =
    (error as NodeJS.ErrnoException).code === "EACCES" ? "no permission to read it" : "cannot be read";
  return { name: path, code: "input/unreadable", reason };
}

/** Sorted by id. Equal texts under one id are one report; different ones are told apart by their folder, then a number. */
function withUniqueIds(found: readonly { path: string; doc: SourceDocument }[]): SourceDocument[] {
  const byId = new Map<string, { path: string; doc: SourceDocument }[]>();
  for (const item of found) byId.set(item.doc.id, [...(byId.get(item.doc.id) ?? []), item]);
  const result = new Map<string, SourceDocument>();
  for (const [id, group] of byId) {
    const distinct = [...new Map(group.map((item) => [item.doc.sha256, item])).values()].sort(
      compareBy(
        ({ path }) => path,
        ({ doc }) => doc.sha256,
      ),
    );
    if (distinct.length === 1 && distinct[0]) {
      result.set(id, distinct[0].doc);
      continue;
    }
    for (const { path, doc } of distinct) {
      const folder = path.split(/[\\/]/).at(-2);
      const base = folder && folder !== "." && folder !== ".." ? `${folder}-${id}` : id;
      let unique = base;
      for (let n = 2; result.has(unique) || byId.has(unique); n++) unique = `${base}-${n}`;
      result.set(unique, { ...doc, id: unique });
    }
  }
  return [...result.values()].sort(compareBy((doc) => doc.id));
}
