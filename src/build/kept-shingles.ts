import { ContentCache } from "../case/index.ts";
import { type SourceDocument, sampledShingles } from "../documents/index.ts";
import { sha256 } from "../shared/index.ts";
import { codeFingerprint } from "./code-fingerprint.ts";

/** What reports are told to be copies by, in the cache of the case: hashing every five words of all texts takes long. */
export class KeptShingles {
  /** The bytes of the numbers, in base 64. */
  readonly #cache: ContentCache<string>;
  readonly #used = new Set<string>();

  constructor(caseFolder: string) {
    this.#cache = new ContentCache(caseFolder, "shingles");
  }

  /** As `sampledShingles` of the report's text. */
  readonly of = ({ text, sha256: hash }: SourceDocument): Int32Array => {
    const key = sha256(`${codeFingerprint()} ${hash}`);
    this.#used.add(key);
    const kept = this.#cache.get(key);
    if (kept !== undefined) return new Int32Array(Uint8Array.from(Buffer.from(kept, "base64")).buffer);
    const shingles = sampledShingles(text);
    this.#cache.set(
      key,
      Buffer.from(shingles.buffer, shingles.byteOffset, shingles.byteLength).toString("base64"),
    );
    return shingles;
  };

  /** Drops those that were not asked for. */
  forgetOthers(): Promise<void> {
    return this.#cache.keepOnly(this.#used);
  }
}
