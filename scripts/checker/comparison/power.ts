import type { Sample } from './samples.ts';
import { strictSizes } from './unclear.ts';

/** Relative errors of one entry of which it is said whether they would have been found. */
export const PLANTED_ERRORS = [1e-3, 1e-6, 1e-9] as const;

/** The power of a check: the slips that it would have found. */
export interface Power {
  /**
   * For each of `PLANTED_ERRORS`: the share of the entries in which such a relative error, planted into it alone, would
   * have been found.
   */
  readonly found: readonly number[];
  /** Entries (row, column) that are 0 at every point: a wrong factor or sign of them can't be seen. */
  readonly blind: readonly (readonly [row: number, column: number])[];
}

/** The power of a check at these points. Entries that are always 0 don't count: they are named instead. */
export function powerOf(samples: readonly Sample[], tolerance: number, columns: number): Power {
  const places = [...(samples[0]?.exact.keys() ?? [])];
  const seen = places.filter((e) => samples.some(({ exact }) => exact[e] !== 0));
  const finds = (e: number, error: number) => {
    const strict = strictSizes(samples, e, tolerance);
    return samples.some(({ exact, sizes }, p) => error * Math.abs(exact[e]!) > tolerance * (strict?.[p] ?? sizes[e]!));
  };
  return {
    found: PLANTED_ERRORS.map((error) =>
      seen.length === 0 ? 0 : seen.filter((e) => finds(e, error)).length / seen.length,
    ),
    blind: places.filter((e) => !seen.includes(e)).map((e) => [Math.floor(e / columns), e % columns]),
  };
}
