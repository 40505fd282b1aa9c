/** Sequences of words, each kept once: what lists of arguments and vectors of coefficients are known by. */
export class Sequences {
  readonly #sequences: Int32Array[] = [];
  readonly #byHash = new Map<number, number[]>();

  /**
   * The number of the sequence; the same words have the same number. The sequence is kept as it is, so it must not
   * change.
   */
  numberOf(words: Int32Array): number {
    const hash = hashOf(words);
    const candidates = this.#byHash.get(hash);
    const known = candidates?.find((candidate) => equal(this.#sequences[candidate]!, words));
    if (known !== undefined) return known;
    const number = this.#sequences.push(words) - 1;
    if (candidates) candidates.push(number);
    else this.#byHash.set(hash, [number]);
    return number;
  }

  /** The sequence of that number. */
  at(number: number): Int32Array {
    return this.#sequences[number]!;
  }
}

/** FNV-1a by words (Fowler, Noll, Vo). */
function hashOf(words: Int32Array): number {
  let hash = 0x811c9dc5 ^ words.length;
  for (let i = 0; i < words.length; i++) {
    hash = Math.imul(hash ^ words[i]!, 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}

function equal(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
