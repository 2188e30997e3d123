/** A case on disk: a folder of JSON Lines files, and the only truth about what reports say. */
import { constants, existsSync } from "node:fs";
import { access, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { CASE_FILES, type CaseRecords, type ConflictEvent } from "../ontology/index.ts";
import { RiposteError, sha256, stableLines, stableStringify } from "../shared/index.ts";
import { finishSave, saveFiles } from "./files.ts";
import { withLock } from "./lock.ts";
import { type Manifest, manifestSchema } from "./manifest.ts";

export interface OpenCase {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly records: CaseRecords;
}

type FileName = keyof typeof CASE_FILES;
const FIELD_OF: Record<FileName, keyof CaseRecords> = {
  "documents.jsonl": "documents",
  "claims.jsonl": "claims",
  "entities.jsonl": "entities",
  "events.jsonl": "events",
  "relations.jsonl": "relations",
  "judgements.jsonl": "judgements",
};
const FILE_NAMES = Object.keys(FIELD_OF) as FileName[];

/** Whether the folder holds a case, whole or interrupted. */
export function isCase(folder: string): boolean {
  return existsSync(join(folder, "manifest.json")) || existsSync(join(folder, ".commit", "manifest.json"));
}

/**
 * Opens a case; finishes a save that was interrupted. Files that were edited by hand are checked line by line.
 * @throws {RiposteError} `case/not-found`, or `case/bad-record` with file and line
 */
export async function openCase(folder: string): Promise<OpenCase> {
  if (!isCase(folder)) {
    const hint = existsSync(folder) ? "no case in this folder" : "no such folder";
    throw new RiposteError(
      "case/not-found",
      `${folder}: ${hint}; make one with \`riposte build REPORTS --case ${folder}\``,
    );
  }
  await finishSave(folder);
  const manifest = parseManifest(folder, await readFile(join(folder, "manifest.json"), "utf8"));
  const records: Record<string, unknown[]> = {};
  for (const name of FILE_NAMES) records[FIELD_OF[name]] = await readRecords(folder, name, manifest);
  return { folder, manifest, records: records as unknown as CaseRecords };
}

/**
 * The events of a case, without reading the rest.
 * @throws {RiposteError} as `openCase`
 */
export async function openEvents(folder: string): Promise<readonly ConflictEvent[]> {
  await finishSave(folder);
  const manifest = parseManifest(folder, await readFile(join(folder, "manifest.json"), "utf8"));
  return (await readRecords(folder, "events.jsonl", manifest)) as ConflictEvent[];
}

/** SHA-256 of the events of a case as they are on disk, much faster to have than they; undefined where there are none. */
export async function eventsDigest(folder: string): Promise<string | undefined> {
  if (!isCase(folder)) return undefined;
  await finishSave(folder);
  const bytes = await readFile(join(folder, "events.jsonl")).catch(() => undefined);
  return bytes && sha256(bytes);
}

/** Rows of one file; none where it is missing. */
async function readRecords(folder: string, name: FileName, { files }: Manifest): Promise<unknown[]> {
  const bytes = await readFile(join(folder, name)).catch(() => Buffer.alloc(0));
  const asWritten = files[name]?.sha256 === sha256(bytes);
  return parseLines(join(folder, name), bytes.toString("utf8"), asWritten ? undefined : CASE_FILES[name]);
}

/** Writes a case whole, or leaves what was there. */
export async function saveCase(
  folder: string,
  records: CaseRecords,
  manifest: Omit<Manifest, "files">,
): Promise<Manifest> {
  await makeCaseFolder(folder);
  return withLock(folder, async () => {
    const files: Record<string, Uint8Array> = {};
    const digests: Manifest["files"] = {};
    for (const name of FILE_NAMES) {
      const rows = records[FIELD_OF[name]];
      const bytes = Buffer.from(stableLines(rows));
      files[name] = bytes;
      digests[name] = { lines: rows.length, sha256: sha256(bytes) };
    }
    const whole: Manifest = { ...manifest, files: digests };
    files["manifest.json"] = Buffer.from(`${JSON.stringify(JSON.parse(stableStringify(whole)), null, 2)}\n`);
    await saveFiles(folder, files);
    return whole;
  });
}

/**
 * Makes the folder of a case where there is none, and checks that it may be written.
 * @throws {RiposteError} `case/unwritable`
 */
export async function makeCaseFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === "EEXIST" || code === "ENOTDIR"
        ? "a file stands where a folder is needed"
        : code === "EACCES" || code === "EROFS"
          ? "no permission to write there"
          : "cannot make the folder";
    throw new RiposteError("case/unwritable", `${folder}: ${reason}`, { cause: error });
  }
}

function parseManifest(folder: string, text: string): Manifest {
  const where = join(folder, "manifest.json");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new RiposteError("case/bad-record", `${where}: no JSON; build the case again`, { cause: error });
  }
  const result = manifestSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new RiposteError(
    "case/bad-record",
    `${where}: ${issue?.path.join(".")}: ${issue?.message}; build the case again`,
  );
}

/** Rows of a JSON Lines file; checked against `schema` where one is given. */
function parseLines(path: string, text: string, schema: z.ZodType | undefined): unknown[] {
  const rows: unknown[] = [];
  let line = 0;
  for (const content of text.split("\n")) {
    line++;
    if (content === "") continue;
    let row: unknown;
    try {
      row = JSON.parse(content);
    } catch (error) {
      throw new RiposteError("case/bad-record", `${path}:${line}: no JSON`, { cause: error });
    }
    const issue = schema?.safeParse(row).error?.issues[0];
    if (issue)
      throw new RiposteError("case/bad-record", `${path}:${line}: ${issue.path.join(".")}: ${issue.message}`);
    rows.push(row);
  }
  return rows;
}
