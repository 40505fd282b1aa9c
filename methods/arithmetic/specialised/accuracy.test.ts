/** Powers and tanh, which the printed modules compute in ways of their own, against 50 digits over wide ranges of x. */
import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../arithmetic.ts';
import { decimalArithmetic } from '../decimal.ts';
import { dualArithmetic } from '../dual.ts';
import type { HyperTangents } from '../hyper-tangents.ts';
import type { Tangents } from '../tangents.ts';
import type { Tape } from '../tape.ts';
import { createDualTape } from './dual-tape.ts';
import { dual1 } from './dual1.ts';
import { dual8 } from './dual8.ts';
import { hyperdual1 } from './hyperdual1.ts';
import { hyperdual8 } from './hyperdual8.ts';
import { createTape } from './tape.ts';

const SEED = 20201;
const D = decimalArithmetic(50);

/** A function of one variable. */
type Use = <T>(A: Arithmetic<T>, x: T) => T;
/** Computes the value, the slope and, where it can, the second derivative. */
type Derive = (use: Use, x: number) => readonly number[];

function truth(use: Use, x: number): readonly Decimal[] {
  const [zero, one] = [D.constant(0), D.constant(1)];
  const y = use(dualArithmetic(dualArithmetic(D)), { v: { v: D.constant(x), d: one }, d: { v: one, d: zero } });
  return [y.v.v, y.v.d, y.d.d];
}

function byTangents<T>({ arithmetic, seeded, valueOf, tangentOf }: Tangents<T>, place: number): Derive {
  return (use, x) => {
    const y = use(arithmetic, seeded(x, place, 1));
    return [valueOf(y), tangentOf(y, place)];
  };
}

function byHyperTangents<T>(tangents: HyperTangents<T>, place: number): Derive {
  const { arithmetic, seeded, valueOf, tangentOf, mixedOf } = tangents;
  return (use, x) => {
    const y = use(arithmetic, seeded(x, place, 1, 1));
    return [valueOf(y), tangentOf(y, place), mixedOf(y, place)];
  };
}

function sweep(tape: Tape, use: Use, x: number): readonly number[] {
  const y = use(tape.arithmetic, x);
  tape.clearAdjoints();
  tape.seed(y, 1);
  tape.reverse();
  return [tape.valueOf(y), tape.adjointOf(x)];
}

const MODULES: Readonly<Record<string, Derive>> = {
  dual1: byTangents(dual1, 0),
  dual8: byTangents(dual8, 5),
  hyperdual1: byHyperTangents(hyperdual1, 0),
  hyperdual8: byHyperTangents(hyperdual8, 5),
  tape(use, at) {
    const tape = createTape(8, 8);
    return sweep(tape, use, tape.input(at));
  },
  'dual tape'(use, at) {
    const tape = createDualTape(8, 8);
    const x = tape.input(at);
    tape.setTangent(x, 1);
    return [...sweep(tape, use, x), tape.adjointTangentOf(x)];
  },
};

/** Largest error of value, slope and second derivative, in roundings: relative errors over 2^-53. */
const LARGEST = [4, 6, 12];

function expectAccurate(use: Use, x: number): void {
  const expected = truth(use, x);
  for (const [name, derive] of Object.entries(MODULES)) {
    derive(use, x).forEach((actual, order) => {
      const exact = expected[order]!;
      const off = D.constant(actual).minus(exact).abs();
      const relative = exact.isZero() ? off.toNumber() : off.div(exact.abs()).toNumber();
      expect(relative, `${name}, derivative ${order} at ${x}`).toBeLessThanOrEqual(LARGEST[order]! * 2 ** -53);
    });
  }
}

describe('the printed modules', () => {
  it.each([-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 0.5])('give x^%d and its slopes to a few roundings', (exponent) => {
    const decades = 300 / (Math.abs(exponent) + 2); // x^(exponent - 2) then neither overflows nor underflows
    const decade = fc.double({ min: -decades, max: decades, noNaN: true });
    fc.assert(
      fc.property(decade, fc.boolean(), (power, negative) => {
        const x = 10 ** power;
        expectAccurate((A, t) => A.pow(t, exponent), negative && Number.isInteger(exponent) ? -x : x);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('give tanh likewise, also where it is 1 to the last bit and its slope is not 0', () => {
    const size = fc.double({ min: -6, max: Math.log10(200), noNaN: true });
    fc.assert(
      fc.property(size, fc.boolean(), (decade, negative) => {
        expectAccurate((A, t) => A.tanh(t), negative ? -(10 ** decade) : 10 ** decade);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});
