import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';

/** A stream of numbers; each call gives the next one, uniform in [low, high). */
export type Random = (low: number, high: number) => number;

/**
 * The stream that belongs to `seed` (a 32-bit integer): the same numbers on every machine (MT19937, Matsumoto &
 * Nishimura, ACM TOMACS 8, 1998).
 */
export function seededRandom(seed: number): Random {
  const generator = mersenne(seed);
  return (low, high) => low + (high - low) * uniformFloat64(generator);
}

/** `count` numbers of the stream, each uniform in [low, high). */
export function randomVector(random: Random, count: number, low: number, high: number): Float64Array {
  return Float64Array.from({ length: count }, () => random(low, high));
}
