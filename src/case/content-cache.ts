/**
 * Derived values kept by hash of all that they depend on: rebuilt at will.
 *
 * Entries are lines, `KEY JSON`, of files that each hold the keys with one first digit. A new entry is appended at once,
 * so that a run cut short keeps what it worked out; entries that nobody uses any more are cut out of their file alone.
 * Thousands of entries are so read by opening a few files. Nothing is flushed: an entry lost in a power cut is worked
 * out anew, and a torn one does not parse.
 */
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

const FILE_NAME = /^[0-9a-f]\.jsonl$/;
const NEWLINE = 0x0a;
const SPACE = 0x20;

/** One file as it was read. */
interface Entries {
  readonly bytes: Buffer;
  /** By key: where its line begins, its JSON begins, and both end. The last line of a key counts. */
  readonly places: ReadonlyMap<string, readonly [line: number, json: number, end: number]>;
  /** Whether there is a line that no key leads to. */
  readonly hasWaste: boolean;
}

/** A store of JSON values by hexadecimal key, below `cache/` of a case. */
export class ContentCache<T> {
  readonly #folder: string;
  readonly #read = new Map<string, Entries>();
  /** Written since the files were read. */
  readonly #added = new Map<string, string>();

  constructor(caseFolder: string, name: string) {
    this.#folder = join(caseFolder, "cache", name);
  }

  /** Whether something is kept under the key; it may yet turn out to be damaged. */
  has(key: string): boolean {
    return this.#added.has(key) || this.#entriesOf(key).places.has(key);
  }

  /** Undefined where nothing usable is kept: a damaged entry is as good as none. */
  get(key: string): T | undefined {
    const json = this.#added.get(key) ?? this.#jsonOf(key);
    if (json === undefined) return undefined;
    try {
      return JSON.parse(json) as T;
    } catch {
      return undefined;
    }
  }

  /** @throws the error of the file system where it cannot be written */
  set(key: string, value: T): void {
    const json = JSON.stringify(value);
    const last = this.#entriesOf(key).bytes.at(-1);
    // A line that a killed run left half written ends here.
    const torn = last !== undefined && last !== NEWLINE;
    mkdirSync(this.#folder, { recursive: true });
    appendFileSync(this.#pathOf(key), `${torn ? "\n" : ""}${key} ${json}\n`);
    this.#added.set(key, json);
  }

  /** Drops every entry but these, so that the cache does not outgrow the case. */
  async keepOnly(keys: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const path = join(this.#folder, name);
      if (FILE_NAME.test(name)) keepLines(path, keys);
      else await rm(path, { recursive: true, force: true });
    }
    this.#read.clear();
    this.#added.clear();
  }

  #jsonOf(key: string): string | undefined {
    const { bytes, places } = this.#entriesOf(key);
    const place = places.get(key);
    return place && bytes.toString("utf8", place[1], place[2]);
  }

  #entriesOf(key: string): Entries {
    const path = this.#pathOf(key);
    let entries = this.#read.get(path);
    if (!entries) this.#read.set(path, (entries = readEntries(path)));
    return entries;
  }

  #pathOf(key: string): string {
    return join(this.#folder, `${key.slice(0, 1)}.jsonl`);
  }
}

function readEntries(path: string): Entries {
  let bytes: Buffer = Buffer.alloc(0);
  try {
    bytes = readFileSync(path);
  } catch {
    // No file yet, or none that can be read: nothing is kept.
  }
  const places = new Map<string, readonly [number, number, number]>();
  let lines = 0;
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    end = bytes.indexOf(NEWLINE, start);
    if (end === -1) end = bytes.length;
    const space = bytes.indexOf(SPACE, start);
    lines++;
    if (space !== -1 && space < end)
      places.set(bytes.toString("latin1", start, space), [start, space + 1, end]);
  }
  return { bytes, places, hasWaste: lines !== places.size || bytes.at(-1) !== NEWLINE };
}

/** Leaves the lines of these keys in a file; one that holds nothing else is not touched. */
function keepLines(path: string, keys: ReadonlySet<string>): void {
  const { bytes, places, hasWaste } = readEntries(path);
  const kept = [...places].filter(([key]) => keys.has(key));
  if (kept.length === places.size && !hasWaste) return;
  const newline = Buffer.from([NEWLINE]);
  const lines = kept.flatMap(([, [line, , end]]) => [bytes.subarray(line, end), newline]);
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, Buffer.concat(lines));
  renameSync(temporary, path);
}
