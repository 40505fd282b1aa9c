import { numberArithmetic } from '../arithmetic/number.ts';
import { createTape } from '../arithmetic/specialised/tape.ts';
import type { Peak } from '../arithmetic/tape.ts';
import { growingRecorder } from '../reverse-tape/growing-recorder.ts';
import type { IteratedMap } from './iterated-map.ts';
import { revolve } from './revolve.ts';

/** What reversing an iteration came to, and what it took. */
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
 * The adjoint of the state x from which `map` takes `steps` steps, for the adjoint u of the state that it ends in: by a tape of one step at a
 * time, with at most `snapshots` states kept and the fewest forward steps possible (see `revolve`).
 */
export function checkpointedAdjoint(
  map: IteratedMap,
  steps: number,
  snapshots: number,
  x: Float64Array,
  u: Float64Array,
): CheckpointedAdjoint {
  const record = growingRecorder(
    { inputs: map.dimension, evaluate: (A, state) => map.step(A, state) },
    (nodes, edges) => createTape(nodes, edges),
  );
  const kept = new Map<number, readonly number[]>();
  const adjoint = u.slice();
  let current: readonly number[] = [...x];
  let end: readonly number[] | undefined; // the first step to be reversed is the last one
  let forwardSteps = 0;
  let recordedNodes = 0;
  let most = 0;
  let peak: Peak = { nodes: 0, edges: 0, bytes: 0 };

  function reverseStep(): void {
    const { tape, outputs } = record(Float64Array.from(current));
    end ??= outputs.map(tape.valueOf);
    tape.clearAdjoints();
    for (const [k, output] of outputs.entries()) tape.seed(output, adjoint[k]!);
    tape.reverse();
    for (let i = 0; i < adjoint.length; i++) adjoint[i] = tape.adjointOf(i);
    recordedNodes += tape.nodeCount();
    if (tape.nodeCount() >= peak.nodes) peak = tape.peak();
  }

  for (const action of revolve(steps, snapshots)) {
    if (action.kind === 'advance') {
      for (let k = action.from; k < action.to; k++) current = map.step(numberArithmetic, current);
      forwardSteps += action.to - action.from;
    } else if (action.kind === 'store') {
      kept.set(action.slot, current);
      most = Math.max(most, kept.size);
    } else if (action.kind === 'restore') {
      current = kept.get(action.slot)!;
      for (const slot of kept.keys()) if (slot > action.slot) kept.delete(slot); // what lies behind it is reversed
    } else reverseStep();
  }
  return { state: end!, adjoint, forwardSteps, snapshots: most, tape: peak, recordedNodes };
}
