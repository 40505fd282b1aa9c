import type { Decimal } from 'decimal.js';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import type { Differentiable } from '../../methods/method.ts';

/** How the primitives with kinks matter at a point: not there at all, away from their kinks, or at one of them. */
export type Kinks = 'none' | 'away' | 'met';

/** Whether f, at this point, meets 0 in `abs` or `sign`, or a tie in `max` or `min`: there a rule is a convention. */
export function kinksAt<T>(f: Differentiable, at: readonly T[], A: Arithmetic<T>, isZero: (x: T) => boolean): Kinks {
  let kinks: Kinks = 'none';
  const note = (isMet: boolean) => {
    if (isMet) kinks = 'met';
    else if (kinks === 'none') kinks = 'away';
  };
  const one = (name: 'abs' | 'sign') => (x: T) => {
    note(isZero(x));
    return A[name](x);
  };
  const two = (name: 'max' | 'min') => (x: T, y: T) => {
    note(isZero(A.sub(x, y)));
    return A[name](x, y);
  };
  f.evaluate({ ...A, abs: one('abs'), sign: one('sign'), max: two('max'), min: two('min') }, at);
  return kinks;
}

/** How kinks matter at a point of decimals. */
export function kinksOfDecimals(f: Differentiable, at: readonly Decimal[], A: Arithmetic<Decimal>): Kinks {
  return kinksAt(f, at, A, (x) => x.isZero());
}
