import { expect, it } from 'vitest';
import { decimalArithmetic } from '../../methods/arithmetic/decimal.ts';
import { remembering } from './remembering.ts';

const plain = decimalArithmetic(30);

it('computes a function of one argument once for each argument', () => {
  let calls = 0;
  const A = remembering({
    ...plain,
    exp(x) {
      calls++;
      return plain.exp(x);
    },
  });
  const [half, third] = [A.constant(0.5), A.div(A.constant(1), A.constant(3))];
  for (const x of [half, third, half, A.constant(0.5), third]) expect(A.exp(x).equals(plain.exp(x))).toBe(true);
  expect(calls).toBe(2);
});

it('tells arguments apart that differ in their last digit, and functions from each other', () => {
  const A = remembering(plain);
  const x = A.constant(2);
  const next = x.plus('1e-29');
  expect(A.exp(next).minus(A.exp(x)).isZero()).toBe(false);
  expect(A.log(x).equals(plain.log(x))).toBe(true);
  expect(A.sinh(x).equals(plain.sinh(x))).toBe(true);
});

it('keeps lists apart by all of their entries, in order', () => {
  const A = remembering(plain);
  const [one, two, twelve] = [A.constant(1), A.constant(2), A.constant(12)];
  for (const xs of [[one, two], [twelve], [two, one, two], [one, twelve], [one, two]]) {
    expect(A.logSumExp(xs).equals(plain.logSumExp(xs))).toBe(true);
  }
});
