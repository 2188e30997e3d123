/** Writing text files whole: chunks go to a temporary file beside the target, which replaces it at the end. */
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { RiposteError } from "../shared/index.ts";
import type { GraphSink, GraphSource, WriteOptions, WriteSummary } from "./types.ts";

/** Chunks are gathered to about this many UTF-16 units before they go to disk. */
const FLUSH_AT = 1 << 16;

/** One file of a format: its path below the target (empty: the target itself) and its text, made as it is asked for. */
export interface FileText {
  readonly path: string;
  readonly chunks: Iterable<string>;
}

/** A file format: from a graph to the text of one or more files. */
export type FileFormat = (graph: GraphSource) => readonly FileText[];

/**
 * A sink that writes a format to `target`: a file, or a folder for formats of several files. The files appear
 * together at the end; an error or interruption leaves those that stood there before.
 */
export function fileSink(target: string, format: FileFormat): GraphSink {
  return {
    async write(graph, options = {}) {
      const counted = countRows(graph, options);
      await writeFiles(target, format(counted.graph));
      return counted.summary();
    },
  };
}

/**
 * Writes files that appear together at the end; an error leaves those that stood there before.
 * @throws {RiposteError} `sink/unwritable`
 */
export async function writeFiles(target: string, files: readonly FileText[]): Promise<void> {
  const written: { temporary: string; path: string }[] = [];
  try {
    for (const file of files) {
      const path = file.path === "" ? target : join(target, file.path);
      await mkdir(dirname(path), { recursive: true });
      const temporary = `${path}.${process.pid}.tmp`;
      written.push({ temporary, path });
      await writeChunks(temporary, file.chunks);
    }
    for (const { temporary, path } of written) await rename(temporary, path);
  } catch (error) {
    await Promise.all(written.map(({ temporary }) => rm(temporary, { force: true })));
    throw explained(target, error);
  }
}

/** Writes the chunks of a one-file format to a stream such as stdout, waiting where the reader is slow. */
export async function writeToStream(stream: NodeJS.WritableStream, chunks: Iterable<string>): Promise<void> {
  for (const block of blocksOf(chunks)) {
    if (!stream.write(block)) await new Promise<void>((resolve) => stream.once("drain", () => resolve()));
  }
}

async function writeChunks(path: string, chunks: Iterable<string>): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, "w");
    for (const block of blocksOf(chunks)) await handle.writeFile(block, "utf8");
    await handle.sync();
  } finally {
    await handle?.close();
  }
}

function* blocksOf(chunks: Iterable<string>): Generator<string> {
  let block = "";
  for (const chunk of chunks) {
    block += chunk;
    if (block.length < FLUSH_AT) continue;
    // A surrogate pair that straddles two blocks would be encoded as two broken characters.
    const cut = isHighSurrogate(block.charCodeAt(block.length - 1)) ? block.length - 1 : block.length;
    yield block.slice(0, cut);
    block = block.slice(cut);
  }
  if (block !== "") yield block;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** The same graph, counting rows as the first walk over each iterable passes them and watching the abort signal. */
function countRows(
  graph: GraphSource,
  { signal, onProgress }: WriteOptions,
): { readonly graph: GraphSource; readonly summary: () => WriteSummary } {
  const done = { nodes: 0, edges: 0 };
  function* walk<T>(phase: "nodes" | "edges", rows: Iterable<T>): Generator<T> {
    let row = 0;
    for (const item of rows) {
      if (signal?.aborted) throw new RiposteError("run/interrupted", "export stopped; nothing was changed");
      yield item;
      row++;
      if (row <= done[phase]) continue;
      done[phase] = row;
      if (row % 10_000 === 0) onProgress?.({ phase, done: row });
    }
  }
  return {
    graph: {
      nodes: { [Symbol.iterator]: () => walk("nodes", graph.nodes) },
      edges: { [Symbol.iterator]: () => walk("edges", graph.edges) },
    },
    summary: () => ({ ...done, notices: [] }),
  };
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "no permission to write there",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EISDIR: "a folder stands where a file is needed",
  ENOTDIR: "a file stands where a folder is needed",
  EEXIST: "a file stands where a folder is needed",
  ENOTEMPTY: "a folder stands where a file is needed",
};

/** A file system error as one that says what to do; any other as it is. */
function explained(target: string, error: unknown): unknown {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ""];
  if (!reason) return error;
  return new RiposteError("sink/unwritable", `${target}: ${reason}; choose another place with --out`, {
    cause: error,
  });
}
