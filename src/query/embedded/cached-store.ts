/** The store of a case in its cache: found by the digest of what it was made from, made where it is missing. */
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type EventGraph, GRAPH_VOCABULARY } from "../../graph/index.ts";
import { sha256, stableStringify, VERSION } from "../../shared/index.ts";
import { buildStore } from "./store.ts";

/** Raised when stores of the same graph are written otherwise. */
const STORE_FORMAT = 1;

/**
 * Path of an up-to-date store below `folder`. An older one is deleted; a reader that has it open keeps its data.
 * @param content  digest of the records that `graph` is made from
 */
export async function cachedStore(folder: string, content: string, graph: () => EventGraph): Promise<string> {
  const key = sha256(stableStringify({ content, STORE_FORMAT, VERSION, vocabulary: GRAPH_VOCABULARY })).slice(
    0,
    16,
  );
  const path = join(folder, `graph-${key}.grafeo`);
  if (existsSync(path)) return path;
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `making-${process.pid}.grafeo`);
  await buildStore(temporary, graph());
  await rename(temporary, path);
  const others = (await readdir(folder)).filter(
    (name) => /^graph-\w+\.grafeo/.test(name) && !name.includes(key),
  );
  await Promise.all(others.map((name) => rm(join(folder, name), { recursive: true, force: true })));
  return path;
}
