import type { Tape } from '../arithmetic/tape.ts';
import type { ScalarFunction } from '../method.ts';

/**
 * Capacity to begin with: 2^18 nodes and 2^20 edges, 18 MB of address space of which only what is used becomes
 * resident.
 */
const INITIAL_NODES = 2 ** 18;
const INITIAL_EDGES = 2 ** 20;

/** A recording: the tape, on which the inputs are nodes 0 to n - 1, and the nodes of the values. */
export interface Recording<T extends Tape> {
  readonly tape: T;
  readonly outputs: readonly number[];
}

/** A function that can be recorded: any function, scalar or not. */
export type Recordable = Pick<ScalarFunction, 'inputs' | 'evaluate'>;

/** Records f at x. */
export type Recorder<T extends Tape> = (x: Float64Array) => Recording<T>;

/**
 * Records f at any x on one tape, which is replaced by one of twice its size when it is full. `create` makes a tape of
 * the given capacities; `prepareInputs` is called with the tape when the inputs are on it and nothing else is.
 */
export function growingRecorder<T extends Tape>(
  f: Recordable,
  create: (nodeCapacity: number, edgeCapacity: number) => T,
  prepareInputs: (tape: T) => void = () => {},
): Recorder<T> {
  const inputs: number[] = new Array<number>(f.inputs).fill(0);
  let tape = create(INITIAL_NODES, INITIAL_EDGES);

  function outputsAt(x: Float64Array): readonly number[] | undefined {
    tape.clear();
    for (let i = 0; i < inputs.length; i++) inputs[i] = tape.input(x[i]!);
    prepareInputs(tape);
    try {
      const outputs = f.evaluate(tape.arithmetic, inputs);
      return tape.overflowed() ? undefined : outputs;
    } catch (error) {
      if (tape.overflowed()) return undefined; // what the function saw of a full tape was not its own doing
      throw error;
    }
  }

  return (x) => {
    for (;;) {
      const outputs = outputsAt(x);
      if (outputs !== undefined) return { tape, outputs };
      tape = create(2 * tape.nodeCapacity, 2 * tape.edgeCapacity);
    }
  };
}
