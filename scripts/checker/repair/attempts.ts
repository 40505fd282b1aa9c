import type { HandWritten } from '../comparison/hand-written.ts';
import type { Wrong } from '../diagnosis/kinds.ts';
import type { Change, ProbedRun } from './changes.ts';

/** Tries changes of a wrong derivative. */
export interface Attempts {
  readonly wrong: Wrong;
  /**
   * The answer of the program at point p with the change made; all NaN where it then throws. The array is used again.
   */
  at(k: number, change: Change, p: number): Float64Array;
  /** Whether all entries are right at point p with the change in force. */
  isRightAt(k: number, change: Change, p: number): boolean;
  /** Whether all entries are right at all points with the change, which may be another at each. */
  repairs(k: number, change: (p: number) => Change): boolean;
}

/** Attempts to make `wrong` right, which `hand` writes in probed code. */
export function attemptsOf(run: ProbedRun, hand: HandWritten, wrong: Wrong): Attempts {
  const out = new Float64Array(hand.rows * hand.columns);
  const at: Attempts['at'] = (k, change, p) => {
    out.fill(0);
    try {
      run.change(k, change, () => hand.write(wrong.points[p]!.slice(), out));
    } catch {
      out.fill(Number.NaN); // where a change leads is no fault of the program
    }
    return out;
  };
  const isRightAt: Attempts['isRightAt'] = (k, change, p) => {
    const exact = wrong.exact[p]!;
    const tolerances = wrong.tolerances[p]!;
    return at(k, change, p).every((value, e) => Math.abs(value - exact[e]!) <= tolerances[e]!);
  };
  return {
    wrong,
    at,
    isRightAt,
    repairs: (k, change) => [...wrong.points.keys()].every((p) => isRightAt(k, change(p), p)),
  };
}
