/** Entries over which a check has no power: what it allows for beside a large value of f hides them. */
import type { Sample } from './samples.ts';

/** A relative error that each entry must betray at some point: else the check could not tell. */
const TELLING = 1e-3;

/**
 * Stricter sizes of an entry, point by point, where the usual ones hide an error of a thousandth at every point: first
 * without the allowance for values of f, and where even these hide it, the entry itself. Undefined where the check has
 * power over the entry, and against quotients, which know no entry so well.
 */
export function strictSizes(samples: readonly Sample[], e: number, tolerance: number): readonly number[] | undefined {
  if (tolerance >= TELLING) return undefined;
  const exact = samples.map((sample) => Math.abs(sample.exact[e]!));
  const own = samples.flatMap(({ ownSizes }) => ownSizes?.[e] ?? []);
  if (own.length < samples.length) return undefined;
  const tells = (sizes: readonly number[]) => sizes.some((size, p) => TELLING * exact[p]! > tolerance * size);
  if (exact.every((entry) => entry === 0)) return own;
  if (tells(samples.map(({ sizes }) => sizes[e]!))) return undefined;
  return tells(own) ? own : exact.map((entry, p) => (entry === 0 ? own[p]! : entry));
}

/**
 * Whether the check cannot tell if an entry, which passes by the usual sizes, is right: it does not pass by the
 * stricter ones. What stands for an entry that is always 0 counts where it is a thousandth of another entry. `errorAt`
 * is the error over a size.
 */
export function isUnclear(
  samples: readonly Sample[],
  e: number,
  tolerance: number,
  errorAt: (p: number, size: number) => number,
): boolean {
  const sizes = strictSizes(samples, e, tolerance);
  if (!sizes) return false;
  const isAlwaysZero = samples.every(({ exact }) => exact[e] === 0);
  return sizes.some((size, p) => {
    const error = errorAt(p, size);
    if (error <= tolerance) return false;
    const largest = samples[p]!.exact.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
    return !isAlwaysZero || error * size >= TELLING * largest;
  });
}
