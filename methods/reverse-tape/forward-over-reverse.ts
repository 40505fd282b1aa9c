import { createDualTape } from '../arithmetic/specialised/dual-tape.ts';
import type { DualTape, Sums } from '../arithmetic/tape.ts';
import type { Operators, ScalarFunction } from '../method.ts';
import { growingRecorder, type Recorder } from './growing-recorder.ts';

/**
 * Hessian-vector product and Hessian by forward over reverse (Griewank & Walther 2008, 5.3): f is recorded over dual
 * numbers with the tangent v. One reverse sweep gives H v as the tangents of the adjoints; a Hessian takes one such
 * sweep for each column. `onUse` is told which tape was used. The tape is made at the first call, since a gradient does
 * not need it.
 */
export function forwardOverReverse(
  f: ScalarFunction,
  sums: Sums,
  onUse: (tape: DualTape) => void,
): Required<Pick<Operators, 'hessian' | 'hvp'>> {
  const n = f.inputs;
  const direction = new Float64Array(n);
  const column = new Float64Array(n);
  let record: Recorder<DualTape> | undefined;

  function setTangents(tape: DualTape): void {
    for (let i = 0; i < n; i++) tape.setTangent(i, direction[i]!);
  }

  /** Writes H times the direction to `out`. */
  function product(x: Float64Array, out: Float64Array): void {
    record ??= growingRecorder(f, (nodes, edges) => createDualTape(nodes, edges, sums), setTangents);
    const { tape, outputs } = record(x);
    tape.clearAdjoints();
    tape.seed(outputs[0]!, 1);
    tape.reverse();
    for (let i = 0; i < n; i++) out[i] = tape.adjointTangentOf(i);
    onUse(tape);
  }

  return {
    hvp(x, v, out) {
      direction.set(v);
      product(x, out);
    },
    hessian(x, out) {
      for (let i = 0; i < n; i++) {
        direction.fill(0);
        direction[i] = 1;
        product(x, column);
        for (let j = i; j < n; j++) out[i * n + j] = out[j * n + i] = column[j]!; // rounding would spoil the symmetry
      }
    },
  };
}
