/** Numbers as bytes: LEB128, that is seven bits a byte, lowest first. */

export class ByteWriter {
  readonly #bytes: number[] = [];

  /** A whole number from 0. */
  number(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes.push((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 128);
    }
    this.#bytes.push(rest);
  }

  /** Numbers in rising order, as differences. */
  rising(values: Iterable<number>): void {
    let previous = 0;
    for (const value of values) {
      this.number(value - previous);
      previous = value;
    }
  }

  bytes(values: Uint8Array): void {
    for (const value of values) this.#bytes.push(value);
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

export class ByteReader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  number(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#bytes[this.#position++];
      if (byte === undefined) throw new RangeError("it ends too early");
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  }

  rising(count: number): Float64Array {
    const values = new Float64Array(count);
    let value = 0;
    for (let i = 0; i < count; i++) values[i] = value += this.number();
    return values;
  }

  /** The next bytes as they lie in the file, not copied. */
  bytes(count: number): Uint8Array {
    const start = this.#position;
    this.#position += count;
    if (this.#position > this.#bytes.length) throw new RangeError("it ends too early");
    return this.#bytes.subarray(start, this.#position);
  }
}
