/**
 * Derivatives of graphs against published polynomials and, over decimals, against dual numbers: with no rounding to
 * hide behind.
 */
import type { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { suites } from '../../suites/index.ts';
import type { Instance } from '../../suites/problem.ts';
import { seededRandom } from '../../suites/random.ts';
import type { Arithmetic } from '../arithmetic/arithmetic.ts';
import { decimalArithmetic } from '../arithmetic/decimal.ts';
import { dualArithmetic } from '../arithmetic/dual.ts';
import { numberArithmetic as N } from '../arithmetic/number.ts';
import {
  cheaperDirection,
  gradientGraph,
  hessianGraph,
  hvpGraph,
  jacobianGraph,
  jvpGraph,
  vjpGraph,
} from './derivatives.ts';
import { type Graph, traceGraph } from './graph.ts';
import { replay } from './replay.ts';
import { RAW, SIMPLIFIED } from './simplification.ts';
import { sizeOf } from './size.ts';

const SEED = 20201;
const D = decimalArithmetic(40);
/**
 * Two ways to the same derivative in 40 digits differ by this at most, relative to the largest entry: chaos and
 * cancellation take some.
 */
const AGREEMENT = 1e-20;

/** l_4' (Baydin et al., JMLR 18, 2018, Table 1), lowest power first. */
const SLOPE_OF_L4 = [1, -42, 504, -2640, 7040, -9984, 7168, -2048].map((c) => 64 * c);
const l4 = {
  inputs: 1,
  evaluate<T>(A: Arithmetic<T>, [x]: readonly T[]) {
    let l: T = x!;
    for (let k = 0; k < 3; k++) l = A.mul(A.mul(A.constant(4), l), A.sub(A.constant(1), l));
    return [l];
  },
};

function differentiated(coefficients: readonly number[]): number[] {
  return coefficients.slice(1).map((c, i) => c * (i + 1));
}

function polynomialAt<T>(A: Arithmetic<T>, coefficients: readonly number[], x: T): T {
  return coefficients.reduceRight((value, c) => A.add(A.mul(value, x), A.constant(c)), A.constant(0));
}

/**
 * The graph with its constants as they were written: folded in doubles they would be rounded, which decimals would
 * show.
 */
function exactGraph(f: Pick<Instance, 'inputs' | 'evaluate'>): Graph {
  return traceGraph(f, { ...SIMPLIFIED, foldConstants: false });
}

/** Every problem at its smallest size, none but those that a graph can hold. */
const problems = (await Promise.all(Object.values(suites).map((load) => load())))
  .flatMap(({ name, problems }) => problems.map((problem) => ({ name: `${name}/${problem.name}`, problem })))
  .filter(({ problem }) => problem.name !== 'branching-loop')
  .map(({ name, problem }) => ({ name, instance: problem.at(problem.sizes.find((n) => n > 1) ?? problem.sizes[0]!) }));
const small = problems.filter(({ instance }) => instance.inputs <= 10);
const scalars = problems.filter(({ instance }) => instance.kind === 'scalar');
const points = (instance: Instance) => instance.points(seededRandom(SEED));

function expectAgreement(actual: readonly Decimal[], expected: readonly Decimal[]) {
  expect(actual.length).toBe(expected.length);
  const largest = expected.reduce((a, b) => (a.abs().greaterThan(b.abs()) ? a : b)).abs();
  actual.forEach((entry, i) => {
    expect(
      entry.minus(expected[i]!).abs().lessThanOrEqualTo(largest.times(AGREEMENT)),
      `${entry} for ${expected[i]}`,
    ).toBe(true);
  });
}

/** J by dual numbers, a column a pass. */
function jacobianByDuals({ evaluate }: Instance, x: readonly Decimal[]): Decimal[] {
  const dual = dualArithmetic(D);
  const columns = x.map((_, i) =>
    evaluate(
      dual,
      x.map((v, j) => ({ v, d: D.constant(i === j ? 1 : 0) })),
    ),
  );
  return columns[0]!.flatMap((_, k) => columns.map((column) => column[k]!.d));
}

/** The Hessian by dual numbers over dual numbers, an entry a pass. */
function hessianByDuals({ evaluate }: Instance, x: readonly Decimal[]): Decimal[] {
  const dual = dualArithmetic(dualArithmetic(D));
  const unit = (i: number, j: number) => D.constant(i === j ? 1 : 0);
  return x.flatMap((_, i) =>
    x.map((_, j) => {
      const seeded = x.map((v, k) => ({ v: { v, d: unit(j, k) }, d: { v: unit(i, k), d: D.constant(0) } }));
      return evaluate(dual, seeded)[0]!.d.d;
    }),
  );
}

describe('the gradient graph of l_4', () => {
  const orders = [gradientGraph(traceGraph(l4))];
  for (let k = 0; k < 3; k++) orders.push(gradientGraph(orders.at(-1)!));
  const slopes = [SLOPE_OF_L4];
  for (let k = 0; k < 3; k++) slopes.push(differentiated(slopes.at(-1)!));

  it('has, differentiated again and again, the published polynomial and its derivatives to 20 digits and more', () => {
    for (const [k, graph] of orders.entries()) {
      for (const x of [0.2, 0.7, -1.3].map(D.constant)) {
        expectAgreement(replay(graph, D, [x]), [polynomialAt(D, slopes[k]!, x)]);
      }
    }
  });

  it('is exact in doubles where every operation is: at 3/8', () => {
    for (const [k, graph] of orders.entries())
      expect(replay(graph, N, [3 / 8])).toEqual([polynomialAt(N, slopes[k]!, 3 / 8)]);
  });

  it('has the third derivative as its Hessian', () => {
    const hessian = hessianGraph(orders[0]!);
    expect(replay(hessian, N, [3 / 8])).toEqual([polynomialAt(N, slopes[2]!, 3 / 8)]);
    expect(replay(hessian, N, [0.2])[0]).toBeCloseTo(-3948.87, 2);
  });
});

describe('the Jacobian graph', () => {
  it.each(small)('of $name is that of dual numbers, by rows and by columns', ({ instance }) => {
    const graph = exactGraph(instance);
    const x = Array.from(points(instance)[0]!, D.constant);
    const expected = jacobianByDuals(instance, x);
    for (const direction of ['rows', 'columns'] as const) {
      expectAgreement(replay(jacobianGraph(graph, direction), D, x), expected);
    }
  });
});

describe('the cheaper direction', () => {
  const sines = (n: number, m: number) => ({
    inputs: n,
    evaluate<T>(A: Arithmetic<T>, x: readonly T[]) {
      return Array.from({ length: m }, (_, k) =>
        A.sin(
          A.linear(
            x.map((_, j) => 2 + k + j * j),
            x,
          ),
        ),
      );
    },
  });

  it('is by columns only where there are fewer of them', () => {
    for (const [n, m, direction] of [
      [3, 9, 'columns'],
      [9, 3, 'rows'],
      [4, 4, 'rows'],
    ] as const) {
      expect(cheaperDirection(traceGraph(sines(n, m)))).toBe(direction);
    }
  });
});

describe('products with the Jacobian', () => {
  it.each(small)('of $name are sums of its entries', ({ instance }) => {
    const graph = exactGraph(instance);
    const x = Array.from(points(instance)[0]!, D.constant);
    const J = replay(jacobianGraph(graph, 'rows'), D, x);
    const v = x.map((_, i) => D.constant(1 + i / 4));
    const u = graph.outputs.map((_, k) => D.constant(2 - k / 8));
    const row = (k: number) => J.slice(k * x.length, (k + 1) * x.length);
    expectAgreement(
      replay(jvpGraph(graph), D, [...x, ...v]),
      u.map((_, k) => D.dot(row(k), v)),
    );
    const column = (i: number) => u.map((_, k) => J[k * x.length + i]!);
    expectAgreement(
      replay(vjpGraph(graph), D, [...x, ...u]),
      x.map((_, i) => D.dot(column(i), u)),
    );
  });
});

describe('second derivatives', () => {
  it.each(
    scalars.filter(({ instance }) => instance.inputs <= 4),
  )('of $name are those of nested dual numbers, in either order', ({ instance }) => {
    const graph = exactGraph(instance);
    const x = Array.from(points(instance)[0]!, D.constant);
    const expected = hessianByDuals(instance, x);
    const v = x.map((_, i) => D.constant(1 - i / 2));
    const products = x.map((_, i) => D.dot(expected.slice(i * x.length, (i + 1) * x.length), v));
    for (const order of ['reverse-over-reverse', 'forward-over-reverse'] as const) {
      expectAgreement(replay(hessianGraph(graph, order), D, x), expected);
      expectAgreement(replay(hvpGraph(graph, order), D, [...x, ...v]), products);
    }
  });

  it.each(scalars)('of $name: a Hessian-vector product takes at most four times the operations of the gradient', ({
    instance,
  }) => {
    const graph = traceGraph(instance);
    const gradient = gradientGraph(graph);
    const withValue: Graph = { ...gradient, outputs: [...graph.outputs, ...gradient.outputs] };
    const { operations } = sizeOf(withValue);
    expect(sizeOf(hvpGraph(graph)).operations).toBeLessThanOrEqual(4 * operations);
    expect(sizeOf(hvpGraph(graph, 'reverse-over-reverse')).operations).toBeLessThanOrEqual(4 * operations);
  });
});

describe('a gradient', () => {
  it('is of one output', () => {
    expect(() => gradientGraph(traceGraph({ inputs: 1, evaluate: (_A, [x]) => [x!, x!] }))).toThrow(RangeError);
  });

  it('is 0 where the function does not depend on an input', () => {
    const graph = gradientGraph(traceGraph({ inputs: 2, evaluate: (A, [x]) => [A.sign(x!)] }));
    expect(replay(graph, N, [3, 4])).toEqual([0, 0]);
  });

  it('leaves out a slope that is 0 everywhere, also where what it would be multiplied by is infinite', () => {
    const graph = gradientGraph(traceGraph({ inputs: 1, evaluate: (A, [x]) => [A.mul(A.pow(x!, 0), A.log(x!))] }));
    expect(replay(graph, N, [2])).toEqual([0.5]);
    expect(replay(gradientGraph(traceGraph({ inputs: 1, evaluate: (A, [x]) => [A.log(A.sign(x!))] })), N, [0])).toEqual(
      [0],
    );
  });
});

it('leaves out what has the coefficient 0, however large or undefined it is', () => {
  const f = {
    inputs: 2,
    evaluate: <T>(A: Arithmetic<T>, [x, y]: readonly T[]) => [A.linear([0, 2], [A.exp(x!), y!])],
  };
  for (const steps of [RAW, SIMPLIFIED]) {
    const graph = gradientGraph(traceGraph(f, steps));
    expect(replay(graph, N, [1000, 3]).map((entry) => entry + 0)).toEqual([0, 2]); // 0 * Infinity is NaN
  }
});
