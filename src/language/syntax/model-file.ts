/**
 * The file of trained weights: "RIPSYN" and a version byte, the SHA-256 of the rest, then the rest, compressed with
 * Brotli: a JSON header, the lexicon, and the tables of tagger and parser. Numbers of one kind stand together, which
 * compresses better and lets most of them be used as they lie.
 */
import { createHash } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { LANGUAGES, type Language } from "../../ontology/index.ts";
import { RiposteError } from "../../shared/index.ts";
import { ByteReader, ByteWriter } from "./byte-stream.ts";
import type { ParserInventory } from "./parser.ts";
import { SparseWeights, type WeightTable } from "./sparse-weights.ts";
import type { TagLexicon } from "./tagger-features.ts";

const MAGIC = Buffer.from("RIPSYN\u0002", "latin1");
const HASH_BYTES = 32;

export interface StoredParser<Weights> {
  readonly inventory: ParserInventory;
  readonly weights: Weights;
}

/** Everything that training gives. The lexicon is sorted by key. */
export interface TrainedSyntax {
  readonly language: Language;
  /** Names of the treebanks, for people; the card has their licences. */
  readonly treebanks: readonly string[];
  readonly tags: readonly string[];
  readonly lexicon: TagLexicon;
  readonly tagger: WeightTable;
  /** Of the parser from the sentence's end, and of the guided one from its beginning. */
  readonly backward: StoredParser<WeightTable>;
  readonly forward: StoredParser<WeightTable>;
}

/** What a model file holds once read. */
export interface StoredSyntax {
  readonly language: Language;
  readonly tags: readonly string[];
  readonly lexicon: TagLexicon;
  readonly tagger: SparseWeights;
  readonly backward: StoredParser<SparseWeights>;
  readonly forward: StoredParser<SparseWeights>;
  /** SHA-256 of the compressed content, in hexadecimal. */
  readonly hash: string;
}

interface Header extends Pick<TrainedSyntax, "language" | "treebanks" | "tags"> {
  readonly backward: ParserInventory;
  readonly forward: ParserInventory;
  readonly lexiconSize: number;
}

/** The bytes of a model file. The same weights give the same bytes under one version of Brotli. */
export function writeModelFile(model: TrainedSyntax): Uint8Array {
  const header: Header = {
    language: model.language,
    treebanks: model.treebanks,
    tags: model.tags,
    backward: model.backward.inventory,
    forward: model.forward.inventory,
    lexiconSize: model.lexicon.size,
  };
  const headerBytes = Buffer.from(JSON.stringify(header), "utf8");
  const writer = new ByteWriter();
  writer.number(headerBytes.length);
  writer.bytes(headerBytes);
  writer.rising(model.lexicon.keys());
  for (const tagSet of model.lexicon.values()) writer.number(tagSet);
  writeTable(writer, model.tagger);
  writeTable(writer, model.backward.weights);
  writeTable(writer, model.forward.weights);
  const content = writer.finish();
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

function readContent(content: Uint8Array): Omit<StoredSyntax, "hash"> {
  const reader = new ByteReader(content);
  const header = JSON.parse(new TextDecoder().decode(reader.bytes(reader.number()))) as Header;
  if (!LANGUAGES.includes(header.language))
    throw new RangeError("it is for a language that is not supported");
  const lexicon = new Map<number, number>();
  for (const key of reader.rising(header.lexiconSize)) lexicon.set(key, 0);
  for (const key of lexicon.keys()) lexicon.set(key, reader.number());
  return {
    language: header.language,
    tags: header.tags,
    lexicon,
    tagger: new SparseWeights(header.tags.length, readTable(reader)),
    backward: readParser(reader, header.backward),
    forward: readParser(reader, header.forward),
  };
}

function readParser(reader: ByteReader, inventory: ParserInventory): StoredParser<SparseWeights> {
  return { inventory, weights: new SparseWeights(inventory.actions.length, readTable(reader)) };
}

function writeTable(writer: ByteWriter, table: WeightTable): void {
  writer.number(table.keys.length);
  writer.number(table.classes.length);
  writer.rising(table.keys);
  writer.bytes(table.counts);
  writer.bytes(table.classes);
  writer.bytes(new Uint8Array(table.weights.buffer, table.weights.byteOffset, table.weights.length));
}

function readTable(reader: ByteReader): WeightTable {
  const featureCount = reader.number();
  const pairCount = reader.number();
  const keys = Int32Array.from(reader.rising(featureCount));
  const counts = reader.bytes(featureCount);
  const classes = reader.bytes(pairCount);
  const weights = reader.bytes(pairCount);
  return {
    keys,
    counts,
    classes,
    weights: new Int8Array(weights.buffer, weights.byteOffset, weights.length),
  };
}

function badFormat(reason: string): RiposteError {
  return new RiposteError(
    "model/bad-format",
    `syntax model: ${reason}; restore graph-data/models or run scripts/train-syntax.ts`,
  );
}
