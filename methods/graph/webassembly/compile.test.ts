import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../../arithmetic/arithmetic.ts';
import { numberArithmetic as N } from '../../arithmetic/number.ts';
import { jvpGraph } from '../derivatives.ts';
import { bitsOf } from '../fixtures/random-function.ts';
import { type Graph, replay, traceGraph } from '../graph.ts';
import { programOf } from '../program/lowering.ts';
import type { Run } from '../program/run.ts';
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
