import { ContentCache } from "../case/index.ts";
import type { SourceDocument } from "../documents/index.ts";
import type { Extraction } from "../extraction/index.ts";
import { sha256 } from "../shared/index.ts";
import type { Reader } from "./reader.ts";
import type { CachedReading } from "./types.ts";

/** A reader that remembers, in the case's cache, what it read out of each report. */
export class CachedReader {
  private readonly reader: Reader;
  private readonly cache: ContentCache<CachedReading<Extraction>>;
  private readonly used = new Set<string>();
  private readonly readAnew = new Set<string>();

  constructor(reader: Reader, caseFolder: string) {
    this.reader = reader;
    this.cache = new ContentCache(caseFolder, "extraction");
  }

  async read(doc: SourceDocument, around?: string): Promise<CachedReading<Extraction>> {
    const key = this.keyOf(doc, around);
    this.used.add(key);
    const kept = this.cache.get(key);
    if (kept) return kept;
    const reading = await this.reader.read(doc, around);
    this.readAnew.add(doc.id);
    await this.cache.set(key, reading);
    return reading;
  }

  /** How many of the reports were taken from the cache. */
  hits(documents: readonly SourceDocument[]): number {
    return documents.filter((doc) => !this.readAnew.has(doc.id)).length;
  }

  /** Drops what no report of this build used. */
  forgetOthers(): Promise<void> {
    return this.cache.keepOnly(this.used);
  }

  /** All that a reading depends on: the text, what is known of it, and everything that reads. */
  private keyOf(doc: SourceDocument, around: string | undefined): string {
    const { sha256: text, language, published, publisher, title } = doc;
    const names = this.reader.namesFor(doc);
    return sha256(
      [this.reader.fingerprint, text, language, published, publisher, title, around, names]
        .map((part) => part ?? "")
        .join("\n"),
    );
  }
}
