/**
 * The file of trained weights: "RIPSYN" and a version byte, the SHA-256 of the rest, then the rest, compressed with
 * Brotli: a JSON header, then numbers as LEB128 (7 bits a byte, low first), signed ones in zigzag. Each kind of
 * number stands together, which compresses better: keys as differences in rising order, class counts, classes,
 * weights.
 */
import { createHash } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { LANGUAGES, type Language } from "../../ontology/index.ts";
import { RiposteError } from "../../shared/index.ts";
import type { ParserInventory } from "./parser.ts";
import { SparseWeights, type WeightTable } from "./sparse-weights.ts";
import type { TagLexicon } from "./tagger-features.ts";

const MAGIC = Buffer.from("RIPSYN\u0001", "latin1");
const HASH_BYTES = 32;

/** Everything that training gives. The lexicon is sorted by key. */
export interface TrainedSyntax {
  readonly language: Language;
  /** Names of the treebanks, for people; the card has their licences. */
  readonly treebanks: readonly string[];
  readonly tags: readonly string[];
  readonly lexicon: TagLexicon;
  readonly tagger: WeightTable;
  readonly inventory: ParserInventory;
  readonly parser: WeightTable;
}

/** What a model file holds once read. */
export interface StoredSyntax {
  readonly language: Language;
  readonly tags: readonly string[];
  readonly lexicon: TagLexicon;
  readonly tagger: SparseWeights;
  readonly inventory: ParserInventory;
  readonly parser: SparseWeights;
  /** SHA-256 of the compressed content, in hexadecimal. */
  readonly hash: string;
}

interface Header extends Pick<TrainedSyntax, "language" | "treebanks" | "tags" | "inventory"> {
  readonly lexiconSize: number;
}

class NumberWriter {
  readonly #bytes: number[] = [];

  unsigned(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes.push((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 128);
    }
    this.#bytes.push(rest);
  }

  signed(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  weights(table: WeightTable): void {
    this.unsigned(table.keys.length);
    this.unsigned(table.classes.length);
    this.rising(table.keys);
    for (const count of table.counts) this.unsigned(count);
    for (const label of table.classes) this.unsigned(label);
    for (const weight of table.weights) this.signed(weight);
  }

  /** Numbers in rising order, as differences. */
  rising(values: Iterable<number>): void {
    let previous = 0;
    for (const value of values) {
      this.unsigned(value - previous);
      previous = value;
    }
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

class NumberReader {
  readonly #bytes: Uint8Array;
  #position: number;

  constructor(bytes: Uint8Array, position: number) {
    this.#bytes = bytes;
    this.#position = position;
  }

  unsigned(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#bytes[this.#position++];
      if (byte === undefined) throw new RangeError("the file ends too early");
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  #many(count: number, read: () => number): Int32Array {
    const numbers = new Int32Array(count);
    for (let i = 0; i < count; i++) numbers[i] = read();
    return numbers;
  }

  weights(classCount: number): SparseWeights {
    const featureCount = this.unsigned();
    const pairCount = this.unsigned();
    const keys = Int32Array.from(this.rising(featureCount));
    const counts = this.#many(featureCount, () => this.unsigned());
    const classes = this.#many(pairCount, () => this.unsigned());
    const weights = this.#many(pairCount, () => this.signed());
    return new SparseWeights(classCount, { keys, counts, classes, weights });
  }

  rising(count: number): number[] {
    const values: number[] = [];
    let value = 0;
    for (let i = 0; i < count; i++) values.push((value += this.unsigned()));
    return values;
  }
}

/** The bytes of a model file. The same weights give the same bytes under one version of Brotli. */
export function writeModelFile(model: TrainedSyntax): Uint8Array {
  const header: Header = {
    language: model.language,
    treebanks: model.treebanks,
    tags: model.tags,
    inventory: model.inventory,
    lexiconSize: model.lexicon.size,
  };
  const headerBytes = Buffer.from(JSON.stringify(header), "utf8");
  const numbers = new NumberWriter();
  numbers.rising(model.lexicon.keys());
  for (const tagSet of model.lexicon.values()) numbers.unsigned(tagSet);
  numbers.weights(model.tagger);
  numbers.weights(model.parser);
  const length = new NumberWriter();
  length.unsigned(headerBytes.length);
  const content = Buffer.concat([length.bytes, headerBytes, numbers.bytes]);
  const body = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  return Buffer.concat([MAGIC, createHash("sha256").update(body).digest(), body]);
}

/** Reads a model file. Throws `model/bad-format` for anything but a whole, undamaged one. */
export function readModelFile(bytes: Uint8Array): StoredSyntax {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw badFormat("it does not begin as a syntax model of this version");
  }
  const bodyStart = MAGIC.length + HASH_BYTES;
  const body = file.subarray(bodyStart);
  const hash = createHash("sha256").update(body).digest();
  if (!hash.equals(file.subarray(MAGIC.length, bodyStart)))
    throw badFormat("its content does not match its checksum");
  try {
    return { ...readContent(brotliDecompressSync(body)), hash: hash.toString("hex") };
  } catch (error) {
    throw badFormat(error instanceof Error ? error.message : String(error));
  }
}

function readContent(content: Buffer): Omit<StoredSyntax, "hash"> {
  const start = new NumberReader(content, 0);
  const headerLength = start.unsigned();
  const headerStart = headerLength > 0x7f ? (headerLength > 0x3fff ? 3 : 2) : 1;
  const header = JSON.parse(content.toString("utf8", headerStart, headerStart + headerLength)) as Header;
  if (!LANGUAGES.includes(header.language)) throw new RangeError(`it is for an unknown language`);
  const numbers = new NumberReader(content, headerStart + headerLength);
  const lexiconKeys = numbers.rising(header.lexiconSize);
  return {
    language: header.language,
    tags: header.tags,
    lexicon: new Map(lexiconKeys.map((key) => [key, numbers.unsigned()])),
    tagger: numbers.weights(header.tags.length),
    inventory: header.inventory,
    parser: numbers.weights(header.inventory.actions.length),
  };
}

function badFormat(reason: string): RiposteError {
  return new RiposteError(
    "model/bad-format",
    `syntax model: ${reason}; restore graph-data/models or run scripts/train-syntax.ts`,
  );
}
