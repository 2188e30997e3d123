import { ContentCache } from "../case/index.ts";
import type { Memory } from "../resolution/index.ts";
import { inStableOrder, sha256 } from "../shared/index.ts";
import { codeFingerprint } from "./code-fingerprint.ts";

/** What resolution keeps of a case, in the cache of the case. */
export class CaseMemory implements Memory {
  readonly #cache: ContentCache<unknown>;
  readonly #used = new Set<string>();

  constructor(caseFolder: string) {
    this.#cache = new ContentCache(caseFolder, "resolution");
  }

  get(key: string): unknown {
    return this.#cache.get(this.#own(key));
  }

  set(key: string, value: unknown): void {
    // In the order in which records are saved: those that are not made again need not be put in order again.
    this.#cache.set(this.#own(key), inStableOrder(value));
  }

  /** Drops what was neither asked for nor set. */
  forgetOthers(): Promise<void> {
    return this.#cache.keepOnly(this.#used);
  }

  /** What the code of another version kept is not found. */
  #own(key: string): string {
    const own = sha256(`${codeFingerprint()} ${key}`);
    this.#used.add(own);
    return own;
  }
}
