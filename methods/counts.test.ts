/**
 * Counts of operations that each method states: by hand, in closed form, and in step with what its operators report.
 */
import { describe, expect, it } from 'vitest';
import { bindOperator } from '../scripts/truth/bind.ts';
import { testSeeds } from '../scripts/truth/seeds.ts';
import { suites } from '../suites/index.ts';
import { seededRandom } from '../suites/random.ts';
import { OperatorNode, parse } from './arithmetic/mathjs.ts';
import { type OperationCounts, operationsIn } from './arithmetic/operation-counts.ts';
import { methods } from './index.ts';
import { type Differentiable, OPERATORS, type Operator, Unsupported } from './method.ts';
import { countExpressions } from './symbolic/count.ts';

const SEED = 20201;

async function problem(suite: string, name: string, size: number): Promise<{ f: Differentiable; x: Float64Array }> {
  const found = (await suites[suite]!()).problems.find((each) => each.name === name);
  const f = found!.at(size);
  return { f, x: f.points(seededRandom(SEED))[0]! };
}

async function count(name: string, { f, x }: { f: Differentiable; x: Float64Array }, operator: Operator) {
  return (await methods[name]!()).count!(f, x)(operator);
}

async function operations(name: string, at: { f: Differentiable; x: Float64Array }, operator: Operator) {
  return operationsIn((await count(name, at, operator)).counts);
}

describe("the lecture's ln(x1) + x1 x2 - sin(x2), by hand", async () => {
  const at = await problem('lecture', 'log-product-sine', 2);
  // f: log, product, sum, sin, difference
  const F = 5;
  // partial derivatives beside 1 and the factors of the product: 1 / x1 and cos(x2)
  const P = 2;
  // a tangent: p dx1, x2 dx1 + x1 dx2, a sum, p dx2, a difference
  const T = 1 + 3 + 1 + 1 + 1;

  it.each<[string, Operator, number]>([
    ['generic-function', 'value', F],
    ['forward', 'jvp', F + P + T],
    ['forward', 'gradient', 2 * (F + P + T)],
    ['forward-chunked', 'gradient', F + P + 8 * T],
    ['reverse-tape', 'gradient', F + P + 2 * 8], // 8 edges: 1 + 2 + 2 + 1 + 2
    // |x|, max, times; x + h, their distance; difference, quotient
    ['forward-difference', 'gradient', 3 * F + 2 * (3 + 2 + 2)],
    ['central-difference', 'gradient', 4 * F + 2 * (3 + 3 + 2)], // and x - h
    // a pair: k h, x + kh, x - kh, distance, share over it; difference, times, sum; the last four again for the
    // estimate, and |f|, max, twice; at the end their distance, |..|; |x f'|, + |f|, times epsilon/2, times w, over h;
    // the sum
    ['central-difference-4', 'gradient', 8 * F + 2 * (3 + 2 * (8 + 4 + 4) + 9)],
    ['central-difference-8', 'gradient', 16 * F + 2 * (3 + 4 * (8 + 4 + 4) + 9)],
    ['central-difference-6', 'jvp', 6 * F + 4 * 2 + 3 + 1 + 3 * (4 * 2 + 6)],
  ])('by %s: %s', async (method, operator, expected) => {
    expect(await operations(method, at, operator)).toBe(expected);
  });

  it('of an absolute step, that of its scaling is saved', async () => {
    const absolute = { stepRule: 'absolute' } as const;
    for (const [name, expected] of [
      ['forward-difference', 3 * F + 2 * (2 + 2)],
      ['central-difference-4', 8 * F + 2 * (2 * 16 + 9)],
    ] as const) {
      const method = await methods[name]!();
      expect(operationsIn(method.count!(at.f, at.x, absolute)('gradient').counts)).toBe(expected);
    }
  });

  it('on a tape of 7 nodes, with 2 moves for each node and edge of the sweep', async () => {
    const { counts, cost } = await count('reverse-tape', at, 'gradient');
    expect(cost).toEqual({ tapeNodes: 7, tapeEdges: 8, tapeBytes: 7 * 20 + 8 * 12 });
    expect(counts.moves).toBe(2 + 2 + 3 + 3 + 2 + 3 + 2 * 7 + 2 * 8); // f with its two inputs, then the sweep
  });
});

describe('closed forms in n', () => {
  it("Speelpenning's product: n - 1 products, 4 n - 4 a tangent, 5 n - 5 on the tape", async () => {
    for (const n of [3, 10, 100]) {
      const at = await problem('speelpenning', 'speelpenning', n);
      expect(await operations('generic-function', at, 'value')).toBe(n - 1);
      expect(await operations('forward', at, 'jvp')).toBe(4 * (n - 1));
      expect(await operations('forward', at, 'gradient')).toBe(4 * n * (n - 1));
      expect(await operations('forward-chunked', at, 'gradient')).toBe(Math.ceil(n / 8) * 25 * (n - 1));
      expect(await operations('reverse-tape', at, 'gradient')).toBe(5 * (n - 1));
      const differences = await count('forward-difference', at, 'gradient');
      expect(differences.cost?.functionCalls).toBe(n + 1);
      expect(operationsIn(differences.counts)).toBe((n + 1) * (n - 1) + 7 * n);
      const central = await count('central-difference', at, 'gradient');
      expect(central.cost?.functionCalls).toBe(2 * n);
      expect(operationsIn(central.counts)).toBe(2 * n * (n - 1) + 8 * n);
    }
  });

  it('the logistic map: 3 n - 3 where values are shared, 3 (2^(n-1) - 1) as a tree', async () => {
    for (const n of [2, 3, 5]) {
      const at = await problem('logistic-map', 'nested', n);
      expect(await operations('generic-function', at, 'value')).toBe(3 * (n - 1));
      for (const method of ['symbolic-compiled', 'symbolic-generated']) {
        expect(await operations(method, at, 'value')).toBe(3 * (2 ** (n - 1) - 1));
      }
    }
  });

  it('a difference along v: two calls, the largest entries of x and v, the step, its ends, m quotients', async () => {
    const at = await problem('lecture', 'matlab-constraints', 2);
    const F = await operations('generic-function', at, 'value');
    const step = 4 * 2 + 3 + 1; // |.| and max of each of 2 + 2 entries; |x|, max, times; by the length
    expect(await operations('forward-difference', at, 'jvp')).toBe(2 * F + step + 2 * 2 + 2 * 3);
    expect(await operations('central-difference', at, 'jvp')).toBe(2 * F + step + 4 * 2 + 2 * 3);
  });
});

describe('expressions, by hand', () => {
  const of = (text: string, runner: 'mathjs' | 'javascript') => countExpressions([parse(text)], runner);
  const none: OperationCounts = {
    additions: 0,
    multiplications: 0,
    divisions: 0,
    nonlinear: 0,
    selections: 0,
    moves: 0,
  };

  it('execute each operator, however often they say the same', () => {
    for (const runner of ['mathjs', 'javascript'] as const) {
      // sums of three terms are two; moves: 3 for each of two sums and a quotient, 2 for each sine
      const expected = { ...none, additions: 2, divisions: 1, nonlinear: 2, moves: 13 };
      expect(of('x1 + x2 + sin(x1) / sin(x1)', runner)).toEqual(expected);
      expect(of('abs(x1)', runner)).toEqual({ ...none, selections: 1, moves: 2 });
      expect(of('sec(x1)', runner)).toEqual({ ...none, nonlinear: 1, divisions: 1, moves: 2 });
      expect(of('2', runner)).toEqual({ ...none, moves: 1 });
    }
  });

  it('take k - 1 operations for a flat sum of k terms, as simplifying leaves them', () => {
    const flat = new OperatorNode('+', 'add', [parse('x1'), parse('x2'), parse('x1'), parse('x2')]);
    expect(countExpressions([flat], 'javascript')).toEqual({ ...none, additions: 3, moves: 9 });
  });

  it('have signs and exponents that mathjs evaluates, and generated JavaScript holds as text', () => {
    // mathjs: the sign of 3, 2 - 1, and a power
    expect(of('-3 * x1 ^ (2 - 1)', 'mathjs')).toMatchObject({ additions: 2, multiplications: 1, nonlinear: 1 });
    expect(of('-3 * x1 ^ (2 - 1)', 'javascript')).toEqual({ ...none, multiplications: 1, moves: 1 + 3 });
    expect(of('x1 ^ 3 + x1 ^ -2', 'javascript')).toMatchObject({ additions: 1, multiplications: 3, divisions: 1 });
    expect(of('x1 ^ 0.5 + x1 ^ x2', 'javascript')).toMatchObject({ additions: 1, nonlinear: 2 });
  });
});

const loaded = await Promise.all(Object.entries(methods).map(async ([key, load]) => ({ key, method: await load() })));
const samples = await Promise.all([
  problem('lecture', 'matlab-objective', 2),
  problem('lecture', 'matlab-constraints', 2),
  problem('scalar', 'log1p-expm1', 1),
  problem('more-garbow-hillstrom', 'beale', 2),
]);

describe.each(loaded.filter(({ method }) => method.count !== undefined))('the method $key', ({ key, method }) => {
  it('counts whole numbers, the same at every call, and what its operators report', () => {
    for (const { f, x } of samples) {
      for (const operator of OPERATORS) {
        const other = f.kind === 'scalar' ? 'jacobian' : 'gradient';
        if (!method.operators.includes(operator) || operator === other) continue;
        try {
          const first = method.count!(f, x)(operator);
          expect(method.count!(f, x)(operator)).toEqual(first);
          for (const number of Object.values(first.counts))
            expect(Number.isSafeInteger(number) && number >= 0).toBe(true);
          expect(operationsIn(first.counts)).toBeGreaterThan(0);
          const operators = method.prepare(f);
          bindOperator(f, operators, operator, testSeeds(f)).call(x);
          expect(first.cost).toEqual(operators.cost?.());
        } catch (error) {
          if (!(error instanceof Unsupported)) throw error;
          expect(error.message, key).not.toBe('');
        }
      }
    }
  });
});

it('derivatives by hand are beyond counting, and say so', async () => {
  await expect(count('manual', samples[0]!, 'gradient')).rejects.toThrow(/plain JavaScript/);
});
