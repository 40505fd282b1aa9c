import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../arithmetic/arithmetic.ts';
import { decimalArithmetic } from '../arithmetic/decimal.ts';
import { type Dual, dualArithmetic } from '../arithmetic/dual.ts';
import type { MathNode } from '../arithmetic/mathjs.ts';
import type { ScalarFunction } from '../method.ts';
import { symbolicCompiled, symbolicGenerated } from '../symbolic.ts';
import { componentsOf, partialsOf } from './derive.ts';
import { readTerm } from './term.ts';

/** Unit roundoff, twice over: functions of Math are good to an ulp, and the bound itself is computed with rounding. */
const U = 2 * Number.EPSILON;

/**
 * A computed value and a bound of its absolute error: running error analysis (Higham, Accuracy and Stability, 2002,
 * 3.3).
 */
type Bounded = readonly [value: number, error: number];

const FUNCTIONS: Readonly<
  Record<string, readonly [value: (x: number) => number, largestSlope: (x: number) => number]>
> = {
  sin: [Math.sin, () => 1],
  cos: [Math.cos, () => 1],
  tanh: [Math.tanh, () => 1],
  sech: [(x) => 1 / Math.cosh(x), () => 1],
  atan: [Math.atan, () => 1],
  exp: [Math.exp, (x) => Math.exp(x) * 1.1],
  log: [Math.log, (x) => 1.1 / x],
  sqrt: [Math.sqrt, (x) => 1 / Math.sqrt(x)],
};

function bounded(node: MathNode, x: Float64Array): Bounded {
  const term = readTerm(node);
  if (term.kind === 'constant') return [Number(term.value), 0];
  if (term.kind === 'variable') return [x[term.index]!, 0];
  const [a, b] = term.args.map((arg) => bounded(arg, x));
  const [p, dp] = a!;
  const rounded = (v: number, error: number): Bounded => [v, error + U * Math.abs(v) + 2 * Number.MIN_VALUE];
  if (term.name === 'unaryMinus') return [-p, dp];
  if (FUNCTIONS[term.name] !== undefined) {
    const [value, slope] = FUNCTIONS[term.name]!;
    return rounded(value(p), slope(p) * dp);
  }
  const [q, dq] = b!;
  if (term.args.length > 2) throw new Error('binary operators only');
  if (term.name === 'add') return rounded(p + q, dp + dq);
  if (term.name === 'subtract') return rounded(p - q, dp + dq);
  if (term.name === 'multiply') return rounded(p * q, Math.abs(p) * dq + Math.abs(q) * dp + dp * dq);
  if (term.name === 'divide') return rounded(p / q, (dp + Math.abs(p / q) * dq) / (Math.abs(q) - dq));
  // For natural q.
  if (term.name === 'pow') return rounded(p ** q, Math.abs(q) * (Math.abs(p) + dp) ** Math.abs(q - 1) * dp);
  throw new Error(`no error bound for ${term.name}`);
}

/** A random function of two variables, smooth on the whole plane. */
interface Recipe {
  build<T>(A: Arithmetic<T>, x: readonly T[]): T;
}
const { recipe } = fc.letrec<{ recipe: Recipe }>((tie) => {
  const inner = tie('recipe');
  const one = (op: <T>(A: Arithmetic<T>, x: T) => T) =>
    inner.map((f): Recipe => ({ build: (A, x) => op(A, f.build(A, x)) }));
  const two = (op: <T>(A: Arithmetic<T>, x: T, y: T) => T) =>
    fc.tuple(inner, inner).map(([f, g]): Recipe => ({ build: (A, x) => op(A, f.build(A, x), g.build(A, x)) }));
  const aboveOne = <T>(A: Arithmetic<T>, x: T) => A.add(A.constant(1), A.pow(x, 2));
  const leaf = fc.oneof(
    fc.constantFrom(0, 1).map((i): Recipe => ({ build: (_A, x) => x[i]! })),
    fc.double({ min: -3, max: 3, noNaN: true }).map((c): Recipe => ({ build: (A) => A.constant(c) })),
  );
  return {
    recipe: fc.oneof(
      { maxDepth: 4 },
      leaf,
      two((A, x, y) => A.add(x, y)),
      two((A, x, y) => A.sub(x, y)),
      two((A, x, y) => A.mul(x, y)),
      two((A, x, y) => A.div(x, aboveOne(A, y))),
      two((A, x, y) => A.dot([x, y], [y, x])),
      two((A, x, y) => A.logSumExp([A.sin(x), A.cos(y)])),
      one((A, x) => A.neg(x)),
      one((A, x) => A.pow(x, 3)),
      one((A, x) => A.sin(x)),
      one((A, x) => A.tanh(x)),
      one((A, x) => A.atan(x)),
      one((A, x) => A.exp(A.sin(x))),
      one((A, x) => A.log(aboveOne(A, x))),
      one((A, x) => A.sqrt(aboveOne(A, x))),
    ),
  };
});

function functionOf({ build }: Recipe): ScalarFunction {
  const byHand = { value: () => Number.NaN, gradient: () => Number.NaN };
  return { kind: 'scalar', inputs: 2, outputs: 1, byHand, evaluate: (A, x) => [build(A, x)] };
}

function truth({ build }: Recipe, x: Float64Array, i: number): Decimal {
  const A = decimalArithmetic(60);
  const seeded = Array.from(x, (v, k): Dual<Decimal> => ({ v: A.constant(v), d: A.constant(k === i ? 1 : 0) }));
  return build(dualArithmetic(A), seeded).d;
}

describe('symbolic differentiation of random expressions', () => {
  const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
  it.each([
    symbolicCompiled,
    symbolicGenerated,
  ])('by $name agrees with duals over decimals within the running error bound', (method) => {
    let judged = 0;
    fc.assert(
      fc.property(recipe, coordinate, coordinate, (random, x1, x2) => {
        const f = functionOf(random);
        const x = Float64Array.of(x1, x2);
        const bounds = partialsOf(componentsOf(f)[0]!, 2).map((partial) => bounded(partial, x)[1]);
        fc.pre(bounds.every((bound) => bound < 1e6)); // a power of a power of a power
        const gradient = new Float64Array(2);
        method.prepare(f).gradient!(x, gradient);
        for (const [i, bound] of bounds.entries()) {
          const error = truth(random, x, i).minus(gradient[i]!).abs().toNumber();
          expect(error).toBeLessThanOrEqual(bound);
          if (bound > 1e-300) judged++;
        }
      }),
      { numRuns: 200 },
    );
    expect(judged).toBeGreaterThan(50);
  });
});
