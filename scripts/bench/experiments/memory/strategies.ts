import { dual1 } from '../../../../methods/arithmetic/specialised/dual1.ts';
import { createTape } from '../../../../methods/arithmetic/specialised/tape.ts';
import type { Sums } from '../../../../methods/arithmetic/tape.ts';
import { checkpointedSweep } from '../../../../methods/checkpointing/checkpointed-adjoint.ts';
import { nodesOf, traceGraph } from '../../../../methods/graph/graph.ts';
import { operatorGraph } from '../../../../methods/graph/graph-operators.ts';
import { interpret } from '../../../../methods/graph/interpreter.ts';
import { programOf } from '../../../../methods/graph/program/lowering.ts';
import { slotsOf } from '../../../../methods/graph/program/slots.ts';
import { Unsupported } from '../../../../methods/method.ts';
import { growingRecorder } from '../../../../methods/reverse-tape/growing-recorder.ts';
import type { MemoryProblem } from './problems.ts';
import type { Usage } from './request.ts';

/**
 * A gradient that is ready to be taken: it writes the gradient at the problem's point to `out` and says what it took.
 */
export type CountedGradient = (out: Float64Array) => Usage;

/** A way to come by a gradient, with its own way to spend memory. */
export interface Strategy {
  readonly title: string;
  /** The method that it belongs to, and with which it is chosen. */
  readonly method: string;
  /**
   * The greatest length of a default run. Longer ones take many seconds and are measured only on demand. Absent where
   * none does.
   */
  readonly longestByDefault?: number;
  /**
   * Prepares the gradient at a length.
   * @throws {Unsupported} for a problem that it can't serve.
   */
  prepare(problem: MemoryProblem, length: number): CountedGradient;
}

/** Bytes of a double. */
const DOUBLE = 8;

/** The strategies by name, a line each, in the order in which they are shown. */
export const strategies: Readonly<Record<string, Strategy>> = {
  'reverse-tape': onTape('recorded', 'reverse-tape'),
  'reverse-tape-sums': onTape('reversed', 'reverse-tape-sums'),
  'reverse-graph': {
    title: 'the gradient graph, interpreted: the values that are alive at once, beside the program itself',
    method: 'reverse-graph-interpreted',
    longestByDefault: 10_000,
    prepare: graphRun,
  },
  'checkpointing-10': checkpointing('10 snapshots', () => 10),
  'checkpointing-log2': checkpointing('log2(length) snapshots', (length) => Math.ceil(Math.log2(length))),
  forward: {
    title: 'dual numbers: nothing is kept, and a pass is made for each input',
    method: 'forward',
    prepare: forwardPasses,
  },
};

function onTape(sums: Sums, method: string): Strategy {
  return {
    title: `a tape with its sums ${sums}`,
    method,
    prepare(problem, length) {
      const record = growingRecorder(problem.at(length), (nodes, edges) => createTape(nodes, edges, sums));
      return (out) => {
        const { tape, outputs } = record(problem.point);
        tape.clearAdjoints();
        tape.seed(outputs[0]!, 1);
        tape.reverse();
        for (let i = 0; i < out.length; i++) out[i] = tape.adjointOf(i);
        const { nodes, bytes } = tape.peak();
        return { bytes, values: nodes, recordedNodes: tape.recordedNodes(), evaluations: length };
      };
    },
  };
}

function checkpointing(title: string, snapshotsFor: (length: number) => number): Strategy {
  return {
    title: `binomial checkpointing with ${title}`,
    method: 'reverse-tape',
    prepare({ map, point, name }, length) {
      if (!map) throw new Unsupported(`${name} iterates no map`);
      const reverse = checkpointedSweep(map);
      return (out) => {
        const run = reverse(length, snapshotsFor(length), point, Float64Array.of(1));
        out.set(run.adjoint);
        const kept = run.snapshots * map.dimension;
        return {
          bytes: kept * DOUBLE + run.tape.bytes,
          values: kept + run.tape.nodes,
          snapshots: run.snapshots,
          recordedNodes: run.recordedNodes,
          evaluations: run.forwardSteps + length,
        };
      };
    },
  };
}

/** The program, which is as long as the computation, is code and not counted: `recordedNodes` says how long it is. */
function graphRun(problem: MemoryProblem, length: number): CountedGradient {
  const graph = operatorGraph(traceGraph(problem.at(length)), 'gradient');
  const program = programOf(graph);
  const run = interpret(program, { returnsFirst: true });
  const { count } = slotsOf(program);
  const usage = { bytes: count * DOUBLE, values: count, recordedNodes: nodesOf(graph).length, evaluations: length };
  return (out) => {
    run(problem.point, NO_SEEDS, out);
    return usage;
  };
}

const NO_SEEDS = new Float64Array(0);

/**
 * A step hands its state to the next. A term leaves the sum so far, besides the inputs. Each of these is a value with a
 * tangent.
 */
function forwardPasses(problem: MemoryProblem, length: number): CountedGradient {
  const f = problem.at(length);
  const n = f.inputs;
  return (out) => {
    for (let i = 0; i < n; i++) {
      const duals = Array.from(problem.point, (v, j) => dual1.seeded(v, 0, i === j ? 1 : 0));
      out[i] = dual1.tangentOf(f.evaluate(dual1.arithmetic, duals)[0]!, 0);
    }
    const values = problem.map ? problem.map.dimension : n + 1;
    return { bytes: 2 * values * DOUBLE, values, evaluations: n * length };
  };
}
