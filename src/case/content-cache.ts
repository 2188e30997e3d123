/** Derived values kept by hash of all that they depend on: rebuilt at will. */
import { readFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A store of JSON values by content key, below `cache/` of a case. */
export class ContentCache<T> {
  private readonly folder: string;

  constructor(caseFolder: string, name: string) {
    this.folder = join(caseFolder, "cache", name);
  }

  /** Undefined where nothing usable is kept: a damaged entry is as good as none. */
  get(key: string): T | undefined {
    try {
      // At once: waiting costs more than reading where entries are thousands of small files.
      return JSON.parse(readFileSync(this.path(key), "utf8")) as T;
    } catch {
      return undefined;
    }
  }

  async set(key: string, value: T): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    // Not flushed: a cache entry lost in a power cut is read anew, and a torn one does not parse.
    const temporary = `${this.path(key)}.${process.pid}.tmp`;
    await writeFile(temporary, JSON.stringify(value));
    await rename(temporary, this.path(key));
  }

  /** Drops every entry but these, so that the cache does not outgrow the case. */
  async keepOnly(keys: ReadonlySet<string>): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    const kept = new Set([...keys].map((key) => `${key}.json`));
    await Promise.all(
      names.filter((name) => !kept.has(name)).map((name) => rm(join(this.folder, name), { force: true })),
    );
  }

  private path(key: string): string {
    return join(this.folder, `${key}.json`);
  }
}
