import { type BoundOperator, compiledApart } from '../../truth/bind.ts';
import type { Clock } from './clock.ts';

/** Points that the calls of a batch take in turn; a power of two, so that the loop costs little. */
const POINTS = 4;

/** A loop of calls that goes on where it stopped. */
export interface Loop {
  /** Calls the operator `calls` times. */
  readonly run: (calls: number) => void;
  /** The point of the last call, by its place in the list that was given. */
  lastPoint(): number;
}

/**
 * A loop of its own for each operator. It takes the points in turn: they differ in value, so that no optimiser can lift
 * a call out of the loop, and no method can answer from memory. Fewer points than four are repeated, as in 0 1 2 1.
 */
export function loopOf({ call }: BoundOperator, points: readonly Float64Array[]): Loop {
  const places = Array.from({ length: POINTS }, (_, k) => (k < points.length ? k : Math.max(0, points.length - 2)));
  const given = places.map((place) => points[place]!.slice());
  const state = new Uint32Array(1); // the next place
  const make = compiledApart(
    ['call', 'points', 'state'],
    `return (calls) => {
      const start = state[0];
      const end = start + calls;
      for (let i = start; i < end; i++) call(points[i & ${POINTS - 1}]);
      state[0] = end & ${POINTS - 1};
    };`,
  );
  const run = make(call, given, state) as Loop['run'];
  return { run, lastPoint: () => places[(state[0]! + POINTS - 1) % POINTS]! };
}

/** Time of a batch of `calls` calls, ns on the wall. */
export function timeOf({ run }: Loop, calls: number, clock: Clock): number {
  const start = clock.now();
  run(calls);
  return clock.now() - start;
}

/** The most calls of a batch: so many last a millisecond in any case. */
export const MOST_CALLS = 2e6;

/**
 * The number of calls that last `wanted` ns, where `calls` lasted `elapsed`; it grows or shrinks in steps, since code
 * gets faster.
 */
export function nextCalls(calls: number, elapsed: number, wanted: number): number {
  if (elapsed < wanted) {
    return Math.min(MOST_CALLS, Math.ceil(calls * Math.min(8, Math.max(1.2, wanted / Math.max(elapsed, 1)))));
  }
  if (elapsed > 2 * wanted) return Math.max(1, Math.floor((calls * wanted) / elapsed));
  return calls;
}
