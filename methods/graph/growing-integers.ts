const INITIAL = 256;

/** 32-bit integers, as many as are pushed, in one typed array: a third of the memory of a list of numbers. */
export class GrowingIntegers {
  #values = new Int32Array(INITIAL);
  #length = 0;

  /** The numbers; those from `length` on mean nothing. It is another array after a push that found no room. */
  get values(): Int32Array {
    return this.#values;
  }

  /** How many were pushed. */
  get length(): number {
    return this.#length;
  }

  /** Adds a number at the end and returns its place. */
  push(value: number): number {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    return this.#length++;
  }
}
