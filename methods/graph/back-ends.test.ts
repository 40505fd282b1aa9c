/** Every back end runs random programs to the same bits as the function itself, run on doubles. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberArithmetic as N } from '../arithmetic/number.ts';
import { gradientGraph, vjpGraph } from './derivatives.ts';
import { anyDouble, bitsOf, EXTREMES, randomFunction } from './fixtures/random-function.ts';
import { type Graph, traceGraph } from './graph.ts';
import type { Compile } from './graph-operators.ts';
import { interpret } from './interpreter.ts';
import { compileToJavaScript } from './javascript/compile.ts';
import { programOf } from './program/lowering.ts';
import { replay } from './replay.ts';
import { RAW, SHARED, SIMPLIFIED } from './simplification.ts';
import { compileToWebAssembly } from './webassembly/compile.ts';

const SEED = 20201;
const BACK_ENDS: readonly (readonly [string, Compile])[] = [
  ['interpreted', interpret],
  ['JavaScript in one piece', compileToJavaScript],
  ['JavaScript in pieces of 3 instructions', (program, options) => compileToJavaScript(program, options, 3)],
  ['WebAssembly in one piece', compileToWebAssembly],
  ['WebAssembly in pieces of 3 instructions', (program, options) => compileToWebAssembly(program, options, 3)],
];
const point = fc.array(anyDouble, { minLength: 3, maxLength: 3 });
const NONE = new Float64Array(0);

function outputsBy(compile: Compile, graph: Graph, x: readonly number[], seeds: readonly number[] = []): Float64Array {
  const run = compile(programOf(graph, x.length), { returnsFirst: false });
  const out = new Float64Array(graph.outputs.length);
  run(Float64Array.from(x), Float64Array.from(seeds), out);
  return out;
}

describe('a random function', () => {
  it('has the same bits as a graph, whatever the steps of simplification', () => {
    fc.assert(
      fc.property(randomFunction(15), point, (f, x) => {
        const expected = bitsOf(f.evaluate(N, x));
        for (const steps of [RAW, SHARED, SIMPLIFIED]) {
          expect(bitsOf(replay(traceGraph(f, steps), N, x))).toEqual(expected);
        }
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it.each(BACK_ENDS)('has the same bits when it is %s', (_name, compile) => {
    fc.assert(
      fc.property(randomFunction(15), point, (f, x) => {
        expect(bitsOf(outputsBy(compile, traceGraph(f), x))).toEqual(bitsOf(f.evaluate(N, x)));
        expect(bitsOf(outputsBy(compile, traceGraph(f, RAW), x))).toEqual(bitsOf(f.evaluate(N, x)));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it.each(BACK_ENDS)('has an adjoint of the same bits when it is %s', (_name, compile) => {
    fc.assert(
      fc.property(randomFunction(10), point, point, (f, x, u) => {
        const graph = vjpGraph(traceGraph(f));
        expect(bitsOf(outputsBy(compile, graph, x, u))).toEqual(bitsOf(replay(graph, N, [...x, ...u])));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

describe.each(BACK_ENDS)('a constant, %s', (_name, compile) => {
  it('survives the round trip with all its bits', () => {
    for (const c of EXTREMES) {
      const graph = traceGraph({ inputs: 1, evaluate: (A, [x]) => [A.constant(c), A.mul(A.constant(c), x!)] });
      expect(bitsOf(outputsBy(compile, graph, [1]))).toEqual(bitsOf([c, c]));
      expect(bitsOf(outputsBy(compile, graph, [-2]))).toEqual(bitsOf([c, c * -2]));
    }
  });
});

describe.each(BACK_ENDS)('a gradient, %s', (_name, compile) => {
  it('comes with its value, also where an output is an input, a constant or another output again', () => {
    const graph = traceGraph({ inputs: 2, evaluate: (A, [x, y]) => [A.add(A.mul(A.constant(3), x!), A.mul(y!, y!))] });
    const gradient = gradientGraph(graph);
    const [fx] = graph.outputs;
    const outputs = [fx!, ...gradient.outputs, graph.inputs[1]!, fx!, graph.arithmetic.constant(7)];
    const run = compile(programOf({ ...gradient, outputs }), { returnsFirst: true });
    const out = new Float64Array(5);
    for (const y of [4, -4]) {
      expect(run(Float64Array.of(2, y), NONE, out)).toBe(22);
      expect([...out]).toEqual([3, 2 * y, y, 22, 7]);
    }
  });
});

it.each(BACK_ENDS)('a matrix has the same bits as a block and as single products, %s', (_name, compile) => {
  const rows = Array.from({ length: 5 }, (_, i) => Array.from({ length: 10 }, (_, j) => Math.sin(10 * i + j)));
  const graph = traceGraph({ inputs: 10, evaluate: (A, x) => rows.map((row) => A.linear(row, x)) });
  const x = rows[4]!.map((each) => 1 / each);
  const programs = [10, 11].map((blockColumns) => programOf(graph, 10, blockColumns));
  expect(programs.map(({ blocks }) => blocks.length)).toEqual([1, 0]);
  for (const program of programs) {
    const out = new Float64Array(5);
    compile(program, { returnsFirst: false })(Float64Array.from(x), NONE, out);
    expect(bitsOf(out)).toEqual(bitsOf(rows.map((row) => N.linear(row, x))));
  }
});
