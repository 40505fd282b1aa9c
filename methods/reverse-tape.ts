import { countPasses } from './arithmetic/counted-passes.ts';
import { type OperationCounts, sumOfCounts, timesCounts } from './arithmetic/operation-counts.ts';
import { createTape } from './arithmetic/specialised/tape.ts';
import type { Sums, Tape } from './arithmetic/tape.ts';
import { adjointBounds } from './cost-bounds.ts';
import {
  type Cost,
  type Differentiable,
  type Method,
  type OperationCounter,
  type Operator,
  type Operators,
  Unsupported,
} from './method.ts';
import { forwardOverReverse } from './reverse-tape/forward-over-reverse.ts';
import { growingRecorder } from './reverse-tape/growing-recorder.ts';

/**
 * Reverse mode on a tape: one recording and one reverse sweep for each row of the Jacobian (Griewank & Walther 2008,
 * 3.2).
 */
export const reverseTape: Method = reverseMode('reverse-tape', 'reverse sweep over a tape', 'recorded');

/**
 * Reverse mode that records, sweeps and forgets each term of a sum before the next. Its memory does not grow with the
 * number of terms.
 */
export const reverseTapeSums: Method = reverseMode(
  'reverse-tape-sums',
  'reverse sweep over a tape, sums reversed term by term',
  'reversed',
);

function reverseMode(name: string, title: string, sums: Sums): Method {
  return {
    name,
    title,
    family: 'reverse',
    error: 'rounding',
    operators: ['gradient', 'jacobian', 'vjp', 'hessian', 'hvp'],
    prepare: (f) => sweeps(f, sums),
    count: (f, x) => counterOf(f, x, sums),
  };
}

function sweeps(f: Differentiable, sums: Sums): Operators {
  const { inputs: n, outputs: m } = f;
  const record = growingRecorder(f, (nodes, edges) => createTape(nodes, edges, sums));
  let last: Tape | undefined; // what the cost is of

  /** One sweep from the seeds back to the inputs, whose adjoints are written to `out`. */
  function sweep(tape: Tape, out: Float64Array, offset: number): void {
    tape.reverse();
    for (let i = 0; i < n; i++) out[offset + i] = tape.adjointOf(i);
    last = tape;
  }

  function gradient(x: Float64Array, out: Float64Array): number {
    const { tape, outputs } = record(x);
    const output = outputs[0]!;
    tape.clearAdjoints();
    tape.seed(output, 1);
    sweep(tape, out, 0);
    return tape.valueOf(output);
  }

  function jacobian(x: Float64Array, out: Float64Array): void {
    const { tape, outputs } = record(x);
    for (let k = 0; k < m; k++) {
      tape.clearAdjoints();
      tape.seed(outputs[k]!, 1);
      sweep(tape, out, k * n);
    }
  }

  function vjp(x: Float64Array, u: Float64Array, out: Float64Array): void {
    const { tape, outputs } = record(x);
    tape.clearAdjoints();
    for (let k = 0; k < m; k++) tape.seed(outputs[k]!, u[k]!);
    sweep(tape, out, 0);
  }

  const cost = () => (last ? costOf(last) : {});
  if (f.kind === 'vector') return { jacobian, vjp, cost };
  const { hessian, hvp } = forwardOverReverse(f, sums, (tape) => {
    last = tape;
  });
  return { gradient, vjp, hessian, hvp, cost };
}

/** Reverse sweeps that follow the one recording. */
function sweepsOf(operator: Operator, m: number): number {
  if (operator === 'gradient' || operator === 'vjp') return 1;
  if (operator === 'jacobian') return m;
  throw new Unsupported(`the operations of ${operator} are not counted`);
}

/**
 * A sweep multiplies and adds once for each edge, also where the partial derivative is 1 or the adjoint still 0. It
 * reads the adjoint of each node, having cleared it, and reads and writes that of the argument of each edge. What a
 * reversed sum forgets was swept once before.
 */
function counterOf(f: Differentiable, x: Float64Array, sums: Sums): OperationCounter {
  // One tape serves every operator.
  const { tape } = growingRecorder(f, (nodes, edges) => createTape(nodes, edges, sums))(x);
  const [nodes, edges] = [tape.nodeCount(), tape.edgeCount()];
  const kept = ofSweep(nodes, edges);
  const forgotten = ofSweep(tape.recordedNodes() - nodes, tape.recordedEdges() - edges);
  const { recording } = countPasses(f, x);
  const cost = costOf(tape);
  return (operator) => {
    const count = sweepsOf(operator, f.outputs);
    return {
      counts: sumOfCounts(recording, forgotten, timesCounts(count, kept)),
      cost,
      bounds: adjointBounds(count),
    };
  };
}

function ofSweep(nodes: number, edges: number): Partial<OperationCounts> {
  return { multiplications: edges, additions: edges, moves: 2 * (nodes + edges) };
}

function costOf(tape: Tape): Cost {
  const { nodes, edges, bytes } = tape.peak();
  return { tapeNodes: nodes, tapeEdges: edges, tapeBytes: bytes };
}
