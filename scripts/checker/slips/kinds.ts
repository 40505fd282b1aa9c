import type { SlipKind } from '../../tables/columns/checks.ts';
import type { ErrorKind } from '../diagnosis/kinds.ts';

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
