/** Binomial checkpointing: Griewank & Walther, Algorithm 799: revolve, ACM TOMS 26 (2000), 19-45. */
import { beta, repetitions } from './binomial.ts';

/**
 * The next action of a schedule. `state` k is the one after k steps. There is one current state besides the snapshots.
 */
export type Action =
  /** Keep the current state, which is `state`, in a slot. */
  | { readonly kind: 'store'; readonly slot: number; readonly state: number }
  /** Make what a slot keeps, `state`, the current state. */
  | { readonly kind: 'restore'; readonly slot: number; readonly state: number }
  /** Step forward from the current state, `from`, to the state `to`. */
  | { readonly kind: 'advance'; readonly from: number; readonly to: number }
  /** Record the step from the current state, `state`, to the next, and reverse it. */
  | { readonly kind: 'reverse'; readonly state: number };

/**
 * The schedule that reverses `steps` >= 1 steps with at most `snapshots` >= 1 states kept at a time, and the fewest
 * forward steps possible (see `leastForwardSteps`). It begins with the initial state as the current one.
 */
export function* revolve(steps: number, snapshots: number): Generator<Action, void> {
  if (!(steps >= 1 && snapshots >= 1)) throw new RangeError('a schedule takes at least one step and one snapshot');
  const starts = [0]; // the state in each slot; the last one is also the current state
  let end = steps; // what lies behind it is reversed
  if (steps > 1) yield { kind: 'store', slot: 0, state: 0 };
  for (;;) {
    const slot = starts.length - 1;
    const start = starts[slot]!;
    if (end - start > 1) {
      const middle = start + split(end - start, snapshots - slot);
      yield { kind: 'advance', from: start, to: middle };
      if (end - middle > 1) yield { kind: 'store', slot: slot + 1, state: middle };
      starts.push(middle); // a single step starts from the current state and needs no slot
    } else {
      yield { kind: 'reverse', state: start };
      if (slot === 0) return;
      starts.pop();
      end = start;
      yield { kind: 'restore', slot: slot - 1, state: starts[slot - 1]! };
    }
  }
}

/**
 * How far to advance before the next snapshot of l > 1 steps with s snapshots, the one at their beginning included.
 * Both parts then need no more repetitions than the whole allows: the first r - 1 with s snapshots, the second r with s
 * - 1.
 */
function split(l: number, s: number): number {
  const r = repetitions(l, s);
  return Math.min(beta(s, r - 1), l - beta(s - 1, r - 1));
}
