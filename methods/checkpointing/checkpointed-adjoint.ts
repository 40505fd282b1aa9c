import { numberArithmetic } from '../arithmetic/number.ts';
import { createTape } from '../arithmetic/specialised/tape.ts';
import type { Peak } from '../arithmetic/tape.ts';
import { growingRecorder } from '../reverse-tape/growing-recorder.ts';
import type { IteratedMap } from './iterated-map.ts';
import { revolve } from './revolve.ts';

/** The result of reversing an iteration, and its cost. */
export interface CheckpointedAdjoint {
  /** The state after all steps. */
  readonly state: readonly number[];
  /** The adjoint of the initial state. */
  readonly adjoint: Float64Array;
  /** Steps that were taken forward without being recorded. */
  readonly forwardSteps: number;
  /** The most states that were kept at once. */
  readonly snapshots: number;
  /** The most that was on the tape at once, which is what a step takes. */
  readonly tape: Peak;
  /** Nodes that were recorded in all. */
  readonly recordedNodes: number;
}

/**
 * The adjoint of the state x from which a map takes `steps` steps, for the adjoint u of the state that it ends in, with
 * at most `snapshots` states kept.
 */
export type CheckpointedSweep = (
  steps: number,
  snapshots: number,
  x: Float64Array,
  u: Float64Array,
) => CheckpointedAdjoint;

/**
 * Reverses iterations of a map by a tape of one step at a time, with the fewest forward steps possible (see `revolve`).
 */
export function checkpointedSweep(map: IteratedMap): CheckpointedSweep {
  const d = map.dimension;
  const record = growingRecorder({ inputs: d, evaluate: (A, state) => map.step(A, state) }, (nodes, edges) =>
    createTape(nodes, edges),
  );
  const point = new Float64Array(d);

  /** Records the step from `state`, and carries the adjoint of where it leads back to it. */
  function reverseStep(state: readonly number[], adjoint: Float64Array) {
    for (let i = 0; i < d; i++) point[i] = state[i]!;
    const recording = record(point);
    const { tape, outputs } = recording;
    tape.clearAdjoints();
    for (let k = 0; k < d; k++) tape.seed(outputs[k]!, adjoint[k]!);
    tape.reverse();
    for (let i = 0; i < d; i++) adjoint[i] = tape.adjointOf(i);
    return recording;
  }

  return (steps, snapshots, x, u) => {
    const kept: (readonly number[])[] = []; // by slot
    const adjoint = u.slice();
    let current: readonly number[] = [...x];
    let end: readonly number[] = current;
    let forwardSteps = 0;
    let recordedNodes = 0;
    let most = 0;
    let peak: Peak = { nodes: 0, edges: 0, bytes: 0 };
    for (const action of revolve(steps, snapshots)) {
      if (action.kind === 'advance') {
        for (let k = action.from; k < action.to; k++) current = map.step(numberArithmetic, current);
        forwardSteps += action.to - action.from;
      } else if (action.kind === 'store') {
        kept[action.slot] = current;
        most = Math.max(most, kept.length);
      } else if (action.kind === 'restore') {
        current = kept[action.slot]!;
        kept.length = action.slot + 1; // what lies behind it is reversed
      } else {
        const { tape, outputs } = reverseStep(current, adjoint);
        if (action.state === steps - 1) end = outputs.map(tape.valueOf);
        recordedNodes += tape.recordedNodes();
        if (tape.nodeCount() > peak.nodes) peak = tape.peak();
      }
    }
    return { state: end, adjoint, forwardSteps, snapshots: most, tape: peak, recordedNodes };
  };
}
