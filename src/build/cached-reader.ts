import { ContentCache } from "../case/index.ts";
import type { SourceDocument } from "../documents/index.ts";
import type { Extraction } from "../extraction/index.ts";
import { sha256 } from "../shared/index.ts";
import { codeFingerprint } from "./code-fingerprint.ts";
import { lazily } from "./kept-values.ts";
import type { Reader } from "./reader.ts";
import type { CachedReading } from "./types.ts";

/** What was read out of a report. The extraction is fetched when it is asked for: few of a rebuild are. */
export interface KeptReading extends CachedReading<Extraction> {
  /** Hash of all that the reading depends on. */
  readonly key: string;
}

type Head = Omit<CachedReading<Extraction>, "extraction">;

/** A reader that remembers, in the case's cache, what it read out of each report. */
export class CachedReader {
  readonly #reader: Reader;
  readonly #heads: ContentCache<Head>;
  readonly #extractions: ContentCache<Extraction>;
  readonly #used = new Set<string>();
  readonly #readAnew = new Set<string>();

  constructor(reader: Reader, caseFolder: string) {
    this.#reader = reader;
    this.#heads = new ContentCache(caseFolder, "reading");
    this.#extractions = new ContentCache(caseFolder, "extraction");
  }

  /**
   * @param around  as for `Reader`
   * @throws {RiposteError} `language/unsupported`
   */
  read(doc: SourceDocument, around?: string): KeptReading {
    const key = this.#keyOf(doc, around);
    this.#used.add(key);
    const head = this.#extractions.has(key) ? this.#heads.get(key) : undefined;
    if (!head) return { key, ...this.#readNow(doc, around, key) };
    const fetch = lazily(() => this.#extractions.get(key) ?? this.#readNow(doc, around, key).extraction);
    return {
      key,
      ...head,
      get extraction() {
        return fetch();
      },
    };
  }

  /** How many of the reports were taken from the cache. */
  hits(documents: readonly SourceDocument[]): number {
    return documents.filter((doc) => !this.#readAnew.has(doc.id)).length;
  }

  /** Drops what no report of this build used. */
  async forgetOthers(): Promise<void> {
    await this.#heads.keepOnly(this.#used);
    await this.#extractions.keepOnly(this.#used);
  }

  #readNow(doc: SourceDocument, around: string | undefined, key: string): CachedReading<Extraction> {
    const reading = this.#reader.read(doc, around);
    const { extraction, ...head } = reading;
    this.#readAnew.add(doc.id);
    this.#extractions.set(key, extraction);
    this.#heads.set(key, head);
    return reading;
  }

  /** All that a reading depends on: the text, what is known of it, and everything that reads. */
  #keyOf(doc: SourceDocument, around: string | undefined): string {
    const { sha256: text, language, published, publisher, title } = doc;
    const names = this.#reader.namesFor(doc);
    const { fingerprint } = this.#reader;
    return sha256(
      [codeFingerprint(), fingerprint, text, language, published, publisher, title, around, names]
        .map((part) => part ?? "")
        .join("\n"),
    );
  }
}
