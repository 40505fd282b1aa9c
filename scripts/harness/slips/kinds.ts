import type { ErrorKind } from '../check/diagnosis/kinds.ts';

/** Kinds of slips that are planted. */
export const SLIP_KINDS = [
  'dropped-minus',
  'forgotten-factor',
  'lost-term',
  'wrong-index',
  'off-by-one',
  'swapped-rows',
  'transposed',
  'right-at-zero',
  'right-at-first-point',
] as const;
/** A kind of slip. */
export type SlipKind = (typeof SLIP_KINDS)[number];

/**
 * How a check may call a slip of this kind, to have named it. An index beyond the loop's end leaves a place unwritten,
 * and so on.
 */
export const CALLED: Readonly<Record<SlipKind, readonly ErrorKind[]>> = {
  'dropped-minus': ['sign'],
  'forgotten-factor': ['factor'],
  'lost-term': ['missing term', 'not written'],
  'wrong-index': ['wrong index', 'shifted', 'not written'],
  'off-by-one': ['off by one', 'not written'],
  'swapped-rows': ['swapped rows'],
  transposed: ['transposed'],
  'right-at-zero': ['right only there'],
  'right-at-first-point': ['right only there'],
};
