/** Counts of one evaluation of a function, and of the parts that make up a pass of forward or reverse mode over it. */
import { afterEach } from './after-each.ts';
import type { Arithmetic } from './arithmetic.ts';
import { countingArithmetic, executedArithmetic } from './counting.ts';
import { dualArithmetic } from './dual.ts';
import { newTally, type OperationCounts, sumOfCounts, timesCounts } from './operation-counts.ts';
import { powRule } from './rules.ts';

/** A function of n values, written once over any arithmetic. */
export interface Evaluated {
  /** n values in, m values out. */
  evaluate<T>(A: Arithmetic<T>, x: readonly T[]): readonly T[];
}

/** The counts of the parts of a derivative pass. */
export interface PassCounts {
  /** All values, and the local partial derivatives of every primitive: what a tape executes while it records. */
  readonly recording: OperationCounts;
  /** One tangent carried along, given the values and the partial derivatives. */
  readonly tangent: OperationCounts;
}

/** Counts the operations of f at x in doubles, as f is written. Each input is read once. */
export function countFunction(f: Evaluated, x: Float64Array): OperationCounts {
  const tally = newTally();
  const A = executedArithmetic(tally);
  f.evaluate(A, Array.from(x, A.constant));
  return tally;
}

/**
 * The parts of a pass over f at x, as the printed modules of `specialised/` execute them. A pass with the tangent 0,
 * known beforehand, computes values and partial derivatives alone. A tangent moves as its value does (Griewank &
 * Walther 2008, ch. 3).
 */
export function countPasses(f: Evaluated, x: Float64Array): PassCounts {
  const { moves } = countFunction(f, x);
  const recording = countDuals(f, x, false);
  const whole = countDuals(f, x, true);
  return {
    recording: { ...recording, moves },
    tangent: { ...sumOfCounts(whole, timesCounts(-1, recording)), moves },
  };
}

/** One pass of dual numbers over f, without moves. */
function countDuals(f: Evaluated, x: Float64Array, withTangents: boolean): OperationCounts {
  const tally = newTally();
  const A = countingArithmetic(tally);
  const executed = { ...A, constant: A.variable };
  const duals = dualArithmetic(A);
  // what a primitive leaves in memory is a variable, whatever it was made of; so are constants and data of the function
  const D = afterEach(
    {
      ...duals,
      constant: (c) => ({ v: A.variable(c), d: A.constant(0) }),
      linear: (coefficients, xs) => ({
        v: A.linear(
          coefficients,
          xs.map(({ v }) => v),
        ),
        d: A.linear(
          coefficients,
          xs.map(({ d }) => d),
        ),
      }),
      // the one rule that the printed modules do not print, but call on plain numbers
      pow: (x, exponent) => ({ v: A.pow(x.v, exponent), d: A.mul(powRule(executed, x.v, exponent), x.d) }),
    },
    ({ v, d }) => ({ v, d: withTangents ? A.variable(d.v) : A.constant(0) }),
  );
  f.evaluate(D, Array.from(x, D.constant));
  return tally;
}
