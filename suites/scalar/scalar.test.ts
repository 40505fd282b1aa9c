import { expect, test } from 'vitest';
import { dualArithmetic } from '../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../methods/arithmetic/number.ts';
import { unaryRules } from '../../methods/arithmetic/rules.ts';
import { seededRandom } from '../random.ts';
import { scalars } from './index.ts';

test('together they use every primitive of one argument, with those that are slopes of others', () => {
  const used = new Set<string>();
  const recording = new Proxy(numberArithmetic, {
    get(target, name, receiver) {
      used.add(String(name));
      return Reflect.get(target, name, receiver);
    },
  });
  const A = dualArithmetic(recording);
  for (const problem of scalars.problems) {
    const instance = problem.at(1);
    for (const x of instance.points(seededRandom(1))) instance.evaluate(A, Array.from(x, A.constant));
  }
  // the weight in log(exp(x) + exp(y)), which takes a list
  expect(Object.keys(unaryRules).filter((name) => !used.has(name))).toEqual(['logistic']);
});

/** By name: [x, f(x), f'(x)], exact or worked out by hand. */
const KNOWN: readonly (readonly [string, number, number, number])[] = [
  ['absolute-value-at-kink', 0, 0, 0],
  ['maximum-at-kink', 1, 1, 1.5],
  ['logistic-fixed-point', 0.75, 0.75, 2 ** 60],
  ['logistic-fixed-point', 0.25, 0.75, -(2 ** 60)],
  ['large-offset', 0.5, 0.5, 1],
  ['runge', 0.2, 0.5, -2.5],
  ['multiple-root', 2, 1, 5],
  ['power-tower', 2, 4, 4 * (1 + Math.LN2)],
  ['branching-loop', Math.PI, Math.SQRT1_2, Math.SQRT1_2 / 4],
  ['signed-root', -4, -2, 0.25],
  ['near-pole', 1.5, 2, -4],
  ['tiny-scale', 1e-10, 0.5, 2.5e9],
  ['square-root-difference', 9 / 16, 1 / 2, -4 / 15],
  ['cosine-cancellation', Math.PI, 2 / Math.PI ** 2, -4 / Math.PI ** 3],
  ['log1p-expm1', Math.LN2, Math.LN2, 2],
  ['inverse-trigonometric', 0, -Math.PI / 2, 1],
];

test.each(KNOWN)('%s at %d is %d with slope %d', (name, x, value, slope) => {
  const instance = scalars.problems.find((problem) => problem.name === name)!.at(1);
  if (instance.kind !== 'scalar') throw new Error('every problem here is scalar');
  const out = new Float64Array(1);
  const near = (expected: number) => 1e-14 * Math.abs(expected);
  expect(Math.abs(instance.byHand.gradient(Float64Array.of(x), out) - value)).toBeLessThanOrEqual(near(value));
  expect(Math.abs(out[0]! - slope)).toBeLessThanOrEqual(near(slope));
});
