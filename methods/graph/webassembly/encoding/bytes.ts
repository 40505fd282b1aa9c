/** Bytes that grow, in the encodings of the WebAssembly binary format (Core Specification 2.0, section 5.2). */
export class Bytes {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** How many bytes there are. */
  get length(): number {
    return this.#length;
  }

  /** One byte, 0 to 255. */
  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** A whole number from 0 to 2^32 - 1, in unsigned LEB128: seven bits a byte, the lowest first. */
  unsigned(value: number): void {
    this.#reserve(5);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** A whole number from -2^31 to 2^31 - 1, in signed LEB128: the last byte holds the sign in its bit 6. */
  signed(value: number): void {
    this.#reserve(5);
    let rest = value;
    while (rest < -0x40 || rest >= 0x40) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>= 7;
    }
    this.#bytes[this.#length++] = rest & 0x7f;
  }

  /** A double, bit for bit; every NaN is written as the canonical one, since JavaScript leaves its bits open. */
  double(value: number): void {
    this.#reserve(8);
    if (Number.isNaN(value)) this.#view.setBigUint64(this.#length, 0x7ff8_0000_0000_0000n, true);
    else this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  /** A name, in UTF-8 after its length. */
  name(text: string): void {
    const encoded = new TextEncoder().encode(text);
    this.unsigned(encoded.length);
    this.#append(encoded);
  }

  /** Other bytes, after their length. */
  sized(other: Bytes): void {
    this.unsigned(other.#length);
    this.append(other);
  }

  /** Other bytes as they are. */
  append(other: Bytes): void {
    this.#append(other.toArray());
  }

  /** The bytes so far; a view, which the next write may leave behind. */
  toArray(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  #append(values: Uint8Array): void {
    this.#reserve(values.length);
    this.#bytes.set(values, this.#length);
    this.#length += values.length;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#length + count)); // doubled, so that all growth together costs linear time
    larger.set(this.toArray());
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}
