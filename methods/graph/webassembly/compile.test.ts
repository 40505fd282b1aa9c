import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../../arithmetic/arithmetic.ts';
import { numberArithmetic as N } from '../../arithmetic/number.ts';
import { jvpGraph } from '../derivatives.ts';
import { bitsOf } from '../fixtures/random-function.ts';
import { type Graph, traceGraph } from '../graph.ts';
import { programOf } from '../program/lowering.ts';
import type { Run } from '../program/run.ts';
import { replay } from '../replay.ts';
import { compileToWebAssembly } from './compile.ts';

function compiled(graph: Graph, inputs: number): Run {
  return compileToWebAssembly(programOf(graph, inputs), { returnsFirst: false });
}

/** So many different numbers between 0 and 1. */
function numbers(count: number, seed: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => ((i + 1) * Math.sqrt(seed)) % 1);
}

describe('A program as WebAssembly', () => {
  it('nests operations without end to the left and to the right, over several pieces', () => {
    const length = 5000;
    function evaluate<T>(A: Arithmetic<T>, [x, y]: readonly T[]): T[] {
      let [left, right] = [A.neg(x!), A.neg(y!)];
      for (let i = 0; i < length; i++) {
        left = A.sub(A.mul(left, y!), A.constant(i / length));
        right = A.div(x!, A.add(y!, right));
      }
      return [left, right];
    }
    const run = compiled(traceGraph({ inputs: 2, evaluate }), 2);
    for (const point of [
      [0.3, 0.9],
      [-1.1, 1.0001],
    ]) {
      const out = new Float64Array(2);
      run(Float64Array.from(point), new Float64Array(0), out);
      expect(bitsOf(out)).toEqual(bitsOf(evaluate(N, point)));
    }
  });

  it.each([1, 63, 64, 65, 300])('reads %d inputs and as many seeds, and writes as many outputs', (count) => {
    const graph = traceGraph({
      inputs: count,
      evaluate: (A, x) => x.map((each, i) => A.mul(each, A.sin(x[(i + 1) % count]!))),
    });
    const derivative = jvpGraph(graph);
    const run = compiled(derivative, count);
    const [x, v, out] = [numbers(count, 2), numbers(count, 3), new Float64Array(count)];
    run(x, v, out);
    expect(bitsOf(out)).toEqual(bitsOf(replay(derivative, N, [...x, ...v])));
  });

  it('keeps the tables of several matrices apart, also beyond the first page of memory', () => {
    const [rows, columns] = [101, 90];
    function evaluate<T>(A: Arithmetic<T>, x: readonly T[]): T[] {
      const [first, second, ...later] = [2, 3, 5].map((seed) =>
        Array.from({ length: rows }, (_, row) => numbers(columns, seed + row * 7)),
      );
      const product = first!.map((row) => A.linear(row, x));
      return [second!, ...later].reduce(
        (y, matrix) => matrix.map((row) => A.linear(row, y.slice(0, columns))),
        product,
      );
    }
    const x = numbers(columns, 2);
    const out = new Float64Array(rows);
    compiled(traceGraph({ inputs: columns, evaluate }), columns)(x, new Float64Array(0), out);
    expect(bitsOf(out)).toEqual(bitsOf(evaluate(N, [...x])));
  });

  it('takes logSumExp of a list to its limits', () => {
    const run = compiled(traceGraph({ inputs: 3, evaluate: (A, x) => [A.logSumExp(x), A.logSumExp([x[0]!])] }), 3);
    const INFINITY = Number.POSITIVE_INFINITY;
    for (const x of [
      [1, 800, 799],
      [-INFINITY, -INFINITY, -INFINITY],
      [2, INFINITY, -INFINITY],
      [Number.NaN, INFINITY, 1],
    ]) {
      const out = new Float64Array(2);
      run(Float64Array.from(x), new Float64Array(0), out);
      expect(bitsOf(out)).toEqual(bitsOf([N.logSumExp(x), N.logSumExp(x.slice(0, 1))]));
    }
  });

  it('returns its first output where it is asked to, else NaN', () => {
    const program = programOf(traceGraph({ inputs: 1, evaluate: (A, [x]) => [A.mul(x!, x!), A.neg(x!)] }));
    const out = new Float64Array(2);
    expect(compileToWebAssembly(program, { returnsFirst: true })(Float64Array.of(3), out.slice(), out)).toBe(9);
    expect([...out]).toEqual([-3, 0]);
    expect(compileToWebAssembly(program, { returnsFirst: false })(Float64Array.of(3), out.slice(), out)).toBeNaN();
    expect([...out]).toEqual([9, -3]);
  });

  it('has a memory of its own', () => {
    const runs = [2, 3].map((c) =>
      compiled(traceGraph({ inputs: 1, evaluate: (A, [x]) => [A.constant(c), A.mul(A.constant(c), x!)] }), 1),
    );
    const outs = runs.map(() => new Float64Array(2));
    for (const x of [5, 7]) {
      for (const [k, run] of runs.entries()) run(Float64Array.of(x), new Float64Array(0), outs[k]!);
      expect(outs.map((out) => [...out])).toEqual([
        [2, 2 * x],
        [3, 3 * x],
      ]);
    }
  });
});
