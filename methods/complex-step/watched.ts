/**
 * The primitives just beside the real axis, watched: imaginary parts that underflow have lost digits of a slope, or all
 * of it.
 */
import type { Arithmetic, UnaryPrimitives } from '../arithmetic/arithmetic.ts';
import type { Complex } from '../arithmetic/complex-number.ts';
import { mapNames } from '../arithmetic/dual.ts';
import { realAxisArithmetic as R } from '../arithmetic/real-axis.ts';
import { unaryRules } from '../arithmetic/rules.ts';

/** An imaginary part below it has lost digits, or those of which it is made have. */
export const LEAST = 2 ** -1015;

/** The watched primitives, and whether an imaginary part was lost since the last `restart`. */
export function watched(): {
  readonly arithmetic: Arithmetic<Complex>;
  restart(): void;
  hasLost(): boolean;
} {
  let isLost = false;
  const seen = (result: Complex, moves: boolean): Complex => {
    if (moves && Math.abs(result.im) < LEAST) isLost = true;
    return result;
  };
  // A product with 0 loses nothing.
  const mul = (x: Complex, y: Complex) => seen(R.mul(x, y), (x.im !== 0 && y.re !== 0) || (y.im !== 0 && x.re !== 0));
  const arithmetic: Arithmetic<Complex> = {
    ...R,
    ...mapNames(unaryRules, (name: keyof UnaryPrimitives<Complex>) => {
      const primitive = R[name];
      return (x: Complex) => seen(primitive(x), x.im !== 0);
    }),
    sign: R.sign, // its slope is 0
    mul,
    div(x, y) {
      const moves = x.im !== 0 || y.im !== 0;
      const quotient = seen(R.div(x, y), moves);
      seen({ re: 0, im: quotient.im * y.re }, moves); // what was divided by y
      return quotient;
    },
    pow: (x, exponent) => seen(R.pow(x, exponent), x.im !== 0 && exponent !== 0 && x.re !== 0),
    dot: (xs, ys) => R.sum(xs.map((x, i) => mul(x, ys[i]!))),
    linear: (coefficients, xs) => R.sum(xs.map((x, i) => mul(R.constant(coefficients[i]!), x))),
    logSumExp: (xs) => {
      const moves = xs.some(({ im }) => im !== 0);
      return seen(R.logSumExp(xs), moves);
    },
  };
  return {
    arithmetic,
    restart() {
      isLost = false;
    },
    hasLost: () => isLost,
  };
}
