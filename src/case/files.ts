/**
 * Writing a case so that it is whole or absent.
 *
 * A save is a redo log: every file is written and flushed below `.staging`, the folder is renamed to `.commit` (the
 * one moment that decides), then its files move to their places. Whoever opens a case first finishes a `.commit`
 * that was left behind and throws away a `.staging`: a crash at any point leaves a case that opens.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { RiposteError } from "../shared/index.ts";

const STAGING = ".staging";
const COMMIT = ".commit";

/**
 * Writes files of a case folder together; those that hold these bytes already are left alone. Keys are paths relative
 * to the folder.
 */
export async function saveFiles(folder: string, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await finishSave(folder);
  const changed = Object.entries(files).filter(([name, bytes]) => !holds(join(folder, name), bytes));
  if (changed.length === 0) return;
  const staging = join(folder, STAGING);
  try {
    await mkdir(staging, { recursive: true });
    await Promise.all(changed.map(([name, bytes]) => writeFlushed(join(staging, name), bytes)));
    await rename(staging, join(folder, COMMIT));
  } catch (error) {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    throw unwritable(folder, error);
  }
  await finishSave(folder);
}

function holds(path: string, bytes: Uint8Array): boolean {
  const { size } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return size === bytes.length && readFileSync(path).equals(bytes);
}

/** Completes or discards what an interrupted save left behind. Does nothing in a whole case. */
export async function finishSave(folder: string): Promise<void> {
  await rm(join(folder, STAGING), { recursive: true, force: true });
  const commit = join(folder, COMMIT);
  if (!existsSync(commit)) return;
  const entries = await readdir(commit, { withFileTypes: true, recursive: true });
  for (const entry of entries.filter((item) => item.isFile())) {
    const from = join(entry.parentPath, entry.name);
    const to = join(folder, from.slice(commit.length + 1));
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
  }
  await rm(commit, { recursive: true, force: true });
}

/** Replaces one file whole: temporary file beside it, flush, rename. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFlushed(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw unwritable(path, error);
  }
}

async function writeFlushed(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, "w");
  try {
    await handle.writeFile(content, "utf8");
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function unwritable(path: string, error: unknown): RiposteError {
  const reasons: Record<string, string> = {
    EACCES: "no permission to write there",
    EROFS: "the file system is read-only",
    ENOSPC: "the disk is full",
    ENOTDIR: "a file stands where a folder is needed",
    EEXIST: "a file stands where a folder is needed",
  };
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return new RiposteError("case/unwritable", `${path}: ${reason}`, { cause: error });
}
