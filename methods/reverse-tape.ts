import { countPasses } from './arithmetic/counted-passes.ts';
import { sumOfCounts, timesCounts } from './arithmetic/operation-counts.ts';
import { BYTES_PER_EDGE, BYTES_PER_NODE, createTape } from './arithmetic/specialised/tape.ts';
import { adjointBounds } from './cost-bounds.ts';
import {
  type Differentiable,
  type Method,
  type OperationCounter,
  type Operator,
  type Operators,
  Unsupported,
} from './method.ts';

/** Capacity to begin with: 2^18 nodes and 2^20 edges, 18 MB of address space of which only what is used becomes resident. */
const INITIAL_NODES = 2 ** 18;
const INITIAL_EDGES = 2 ** 20;

/** Reverse mode on a tape: one recording and one reverse sweep for each row of the Jacobian (Griewank & Walther 2008, 3.2). */
export const reverseTape: Method = {
  name: 'reverse-tape',
  title: 'reverse sweep over a tape',
  family: 'reverse',
  error: 'rounding',
  operators: ['gradient', 'jacobian', 'vjp'],
  prepare: sweeps,
  count: counterOf,
};

function sweeps(f: Differentiable): Operators {
  const { inputs: n, outputs: m } = f;
  const inputs: number[] = new Array<number>(n).fill(0);
  let tape = createTape(INITIAL_NODES, INITIAL_EDGES);

  /** Records f at x; the inputs are nodes 0 to n - 1. Starts again on a tape of twice the size when one is full. */
  function record(x: Float64Array): readonly number[] {
    for (;;) {
      tape.clear();
      for (let i = 0; i < n; i++) inputs[i] = tape.input(x[i]!);
      const outputs = recordOn(inputs);
      if (outputs !== undefined) return outputs;
      tape = createTape(2 * tape.nodeCapacity, 2 * tape.edgeCapacity);
    }
  }

  function recordOn(x: readonly number[]): readonly number[] | undefined {
    try {
      const outputs = f.evaluate(tape.arithmetic, x);
      return tape.overflowed() ? undefined : outputs;
    } catch (error) {
      if (tape.overflowed()) return undefined; // what the function saw of a full tape was not its own doing
      throw error;
    }
  }

  function copyAdjoints(out: Float64Array, offset: number): void {
    for (let i = 0; i < n; i++) out[offset + i] = tape.adjointOf(i);
  }

  function gradient(x: Float64Array, out: Float64Array): number {
    const output = record(x)[0]!;
    tape.clearAdjoints();
    tape.seed(output, 1);
    tape.reverse();
    copyAdjoints(out, 0);
    return tape.valueOf(output);
  }

  function jacobian(x: Float64Array, out: Float64Array): void {
    const outputs = record(x);
    for (let k = 0; k < m; k++) {
      tape.clearAdjoints();
      tape.seed(outputs[k]!, 1);
      tape.reverse();
      copyAdjoints(out, k * n);
    }
  }

  function vjp(x: Float64Array, u: Float64Array, out: Float64Array): void {
    const outputs = record(x);
    tape.clearAdjoints();
    for (let k = 0; k < m; k++) tape.seed(outputs[k]!, u[k]!);
    tape.reverse();
    copyAdjoints(out, 0);
  }

  const cost = () => ({
    tapeNodes: tape.nodeCount(),
    tapeEdges: tape.edgeCount(),
    tapeBytes: tape.nodeCount() * BYTES_PER_NODE + tape.edgeCount() * BYTES_PER_EDGE,
  });
  return f.kind === 'scalar' ? { gradient, vjp, cost } : { jacobian, vjp, cost };
}

/** Reverse sweeps that follow the one recording. */
function sweepsOf(operator: Operator, m: number): number {
  if (operator === 'gradient' || operator === 'vjp') return 1;
  if (operator === 'jacobian') return m;
  throw new Unsupported(`the operations of ${operator} are not counted`);
}

/**
 * A sweep multiplies and adds once for each edge, also where the partial derivative is 1 or the adjoint still 0. It reads the adjoint of
 * each node, having cleared it, and reads and writes that of the argument of each edge.
 */
function counterOf(f: Differentiable, x: Float64Array): OperationCounter {
  const { vjp, cost } = sweeps(f);
  vjp!(x, new Float64Array(f.outputs), new Float64Array(f.inputs)); // the record is the same for every operator
  const record = cost!();
  const nodes = record.tapeNodes!;
  const edges = record.tapeEdges!;
  const { recording } = countPasses(f, x);
  const sweep = { multiplications: edges, additions: edges, moves: 2 * (nodes + edges) };
  return (operator) => {
    const count = sweepsOf(operator, f.outputs);
    return {
      counts: sumOfCounts(recording, timesCounts(count, sweep)),
      cost: record,
      bounds: adjointBounds(count),
    };
  };
}
