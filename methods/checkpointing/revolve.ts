/** Binomial checkpointing: Griewank & Walther, Algorithm 799: revolve, ACM TOMS 26 (2000), 19-45. */
import { beta, repetitions } from './binomial.ts';

/** What is to be done next. `state` k is the one after k steps; there is one current state beside the snapshots. */
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
 * The schedule that reverses `steps` >= 1 steps with at most `snapshots` >= 1 states kept at a time, and the fewest forward steps
 * possible (see `leastForwardSteps`). It begins with the initial state as the current one.
 */
export function* revolve(steps: number, snapshots: number): Generator<Action, void> {
  if (!(steps >= 1 && snapshots >= 1)) throw new RangeError('a schedule takes at least one step and one snapshot');
  if (steps > 1) yield { kind: 'store', slot: 0, state: 0 };
  yield* chain(0, steps, 0, snapshots);
}

/** Reverses the steps from `begin` to `end`. State `begin` is the current one and, if there is more than one step, in `slot`; that and later slots are free to use. */
function* chain(begin: number, end: number, slot: number, snapshots: number): Generator<Action, void> {
  let last = end;
  while (last - begin > 1) {
    const middle = begin + split(last - begin, snapshots - slot);
    yield { kind: 'advance', from: begin, to: middle };
    if (last - middle > 1) yield { kind: 'store', slot: slot + 1, state: middle };
    yield* chain(middle, last, slot + 1, snapshots);
    last = middle;
    yield { kind: 'restore', slot, state: begin };
  }
  yield { kind: 'reverse', state: begin };
}

/**
 * How far to advance before the next snapshot of l > 1 steps with s snapshots, the one at their beginning included. Both parts then need
 * no more repetitions than the whole allows: the first r - 1 with s snapshots, the second r with s - 1.
 */
function split(l: number, s: number): number {
  const r = repetitions(l, s);
  return Math.min(beta(s, r - 1), l - beta(s - 1, r - 1));
}
