import { expect, it } from 'vitest';
import { numberArithmetic } from '../../methods/arithmetic/number.ts';
import { methods } from '../../methods/index.ts';
import { scalar, vector } from '../../suites/problem.ts';
import { bindOperator } from './bind.ts';
import { testSeeds } from './seeds.ts';

const product = scalar({
  inputs: 2,
  evaluate: (A, [x, y]) => A.mul(x!, y!),
  byHand: {
    value: (x) => x[0]! * x[1]!,
    gradient(x, out) {
      out.set([x[1]!, x[0]!]);
      return x[0]! * x[1]!;
    },
  },
  points: () => [],
});
const turned = vector({
  inputs: 2,
  outputs: 2,
  evaluate: (A, [x, y]) => [A.mul(x!, y!), A.sub(x!, y!)],
  byHand: {
    values: (x, out) => out.set([x[0]! * x[1]!, x[0]! - x[1]!]),
    jacobian: (x, out) => out.set([x[1]!, x[0]!, 1, -1]),
  },
  points: () => [],
});
const x = Float64Array.of(3, 5);

it('binds every operator of a scalar function, and keeps the value that comes with its gradient', async () => {
  const operators = (await methods['reverse-tape']!()).prepare(product);
  const seeds = testSeeds(product);
  const [v1 = 0, v2 = 0] = seeds.tangent;
  const answer = (operator: Parameters<typeof bindOperator>[2], given = operators) => {
    const bound = bindOperator(product, given, operator, seeds);
    bound.call(x);
    return bound;
  };
  expect([...answer('value', (await methods.primal!()).prepare(product)).out]).toEqual([15]);
  expect([...answer('gradient').out]).toEqual([5, 3]);
  expect([...answer('gradient').kept]).toEqual([15]);
  const forward = (await methods.forward!()).prepare(product);
  expect([...answer('jvp', forward).out]).toEqual([5 * v1 + 3 * v2]);
  expect([...answer('vjp').out]).toEqual([5, 3].map((partial) => partial * seeds.adjoint[0]!));
  expect([...answer('hessian').out]).toEqual([0, 1, 1, 0]);
  expect([...answer('hvp').out]).toEqual([v2, v1]);
});

it('binds those of a vector-valued one', async () => {
  const operators = (await methods['reverse-tape']!()).prepare(turned);
  const seeds = testSeeds(turned);
  const bound = bindOperator(turned, operators, 'jacobian', seeds);
  bound.call(x);
  expect([...bound.out]).toEqual([5, 3, 1, -1]);
  expect(turned.evaluate(numberArithmetic, [...x])).toEqual([15, -2]);
  expect(() => bindOperator(turned, operators, 'hessian', seeds)).toThrow('no hessian here');
});
