/** Sizes counted by hand, and sizes that theory gives in closed form. */
import { describe, expect, it } from 'vitest';
import { nested } from '../../suites/logistic-map/nested.ts';
import { rosenbrock } from '../../suites/rosenbrock/rosenbrock.ts';
import { gradientGraph } from './derivatives.ts';
import { traceGraph } from './graph.ts';
import { RAW } from './simplification.ts';
import { sizeOf } from './size.ts';

describe('the size of a graph', () => {
  it('is that of ln(x1) + x1 x2 - sin(x2), counted by hand', () => {
    const f = traceGraph({
      inputs: 2,
      evaluate: (A, [x, y]) => [A.sub(A.add(A.log(x!), A.mul(x!, y!)), A.sin(y!))],
    });
    // log and product are alive when the sum is formed, then the sum and the sine
    expect(sizeOf(f)).toEqual({ nodes: 7, operations: 5, depth: 3, valuesAlive: 2 });
  });

  it('counts a matrix times a vector by its entries: each row of p is p products and p - 1 sums', () => {
    const rows = Array.from({ length: 6 }, (_, i) => Array.from({ length: 10 }, (_, j) => 2 + i * j));
    const f = traceGraph({ inputs: 10, evaluate: (A, x) => rows.map((row) => A.linear(row, x)) });
    expect(sizeOf(f)).toEqual({ nodes: 16, operations: 6 * 19, depth: 1, valuesAlive: 6 });
  });

  it('has 3n nodes for l_n of the logistic map, where the expression has 3 (2^(n-1) - 1) operators', () => {
    for (const n of [2, 5, 10, 20]) {
      expect(sizeOf(traceGraph(nested.at(n))).nodes).toBe(3 * n);
      expect(sizeOf(traceGraph(nested.at(n))).operations).toBe(3 * (n - 1));
    }
  });

  it('grows linearly for the derivative of l_n too, shared and raw', () => {
    const nodes = (n: number, steps = {}) =>
      sizeOf(gradientGraph(traceGraph(nested.at(n), { ...RAW, ...steps }))).nodes;
    for (const steps of [{}, { share: true }, { share: true, identities: true, dropDead: true }]) {
      expect(nodes(16, steps) - nodes(12, steps)).toBe(nodes(12, steps) - nodes(8, steps));
    }
  });

  it('keeps few values alive for a sum whose terms are short, however many there are', () => {
    const alive = (n: number) => sizeOf(gradientGraph(traceGraph(rosenbrock.at(n)))).valuesAlive;
    expect(alive(1000) - alive(10)).toBe(990); // the n outputs themselves
    expect(alive(1000)).toBeLessThan(1010);
  });
});
