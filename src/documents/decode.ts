/** Bytes → text: encoding found, line ends and compositions made one, and refusal of what is no text. */
import { isUtf8 } from "node:buffer";
import chardet from "chardet";
import iconv from "iconv-lite";
import { RiposteError } from "../shared/index.ts";

/** Largest report read, in bytes. A longer one is a dump of many reports, or no report. */
export const MAX_REPORT_BYTES = 10 * 1024 * 1024;

export interface DecodedText {
  /** NFC, `\n` line ends, no byte-order mark, no control characters but tab and newline. */
  readonly text: string;
  /** IANA name of the encoding that the bytes were read as. */
  readonly encoding: string;
}

/**
 * @throws {RiposteError} `input/empty`, `input/too-large`, `input/binary`, `input/bad-encoding`
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new RiposteError("input/empty", "the file is empty");
  if (bytes.length > MAX_REPORT_BYTES) {
    const megabytes = Math.round(bytes.length / 1024 / 1024);
    throw new RiposteError(
      "input/too-large",
      `${megabytes} MB; a report may have ${MAX_REPORT_BYTES / 1024 / 1024} MB`,
    );
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const encoding = encodingOf(buffer);
  const text = normalise(iconv.decode(buffer, encoding));
  if (text.trim() === "") throw new RiposteError("input/empty", "the file has no text");
  return { text, encoding };
}

function encodingOf(buffer: Buffer): string {
  if (isUtf8(buffer)) {
    if (isBinary(buffer)) throw new RiposteError("input/binary", "this is a binary file, not text");
    return "utf-8";
  }
  const start = buffer.subarray(0, 2).toString("hex");
  if (start === "fffe") return "utf-16le";
  if (start === "feff") return "utf-16be";
  if (isBinary(buffer)) throw new RiposteError("input/binary", "this is a binary file, not text");
  // A sample settles the encoding of a text; whole files of several megabytes would take seconds.
  const guess = chardet.detect(buffer.subarray(0, 64 * 1024));
  if (!guess || !iconv.encodingExists(guess)) {
    throw new RiposteError("input/bad-encoding", "the encoding could not be found; save the file as UTF-8");
  }
  // French text in Latin-1 and Windows-1252 differs only where Latin-1 has no printable character at all.
  return guess === "ISO-8859-1" ? "windows-1252" : guess;
}

/** Text has next to no control characters; archives, pictures and programs are full of them. */
function isBinary(buffer: Buffer): boolean {
  const sample = buffer.subarray(0, 8192);
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) control++;
  }
  return control > sample.length / 50;
}

/** Composed characters, `\n` line ends, lone surrogates replaced, control characters gone. */
export function normalise(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\f/g, "\n")
    .toWellFormed()
    .normalize("NFC")
    .replace(/(?![\n\t])\p{Cc}/gu, "");
}
