/** Checkpointing against a dynamic program for its cost, and against the tape of the whole iteration for its answer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../arithmetic/arithmetic.ts';
import { numberArithmetic } from '../arithmetic/number.ts';
import type { VectorFunction } from '../method.ts';
import { reverseTape } from '../reverse-tape.ts';
import { beta, leastForwardSteps, repetitions } from './binomial.ts';
import { checkpointedSweep } from './checkpointed-adjoint.ts';
import type { IteratedMap } from './iterated-map.ts';
import { revolve } from './revolve.ts';

const SEED = 20201;
const STEPS = 80;
const SNAPSHOTS = 8;

/**
 * The fewest forward steps by trying every place m for the next snapshot: m steps to get there, the rest with a
 * snapshot less, then the first m steps with all of them. One step that starts from the current state takes none.
 */
function optimum(): number[][] {
  const best = Array.from({ length: STEPS + 1 }, () => new Array<number>(SNAPSHOTS + 1).fill(Number.POSITIVE_INFINITY));
  for (let s = 0; s <= SNAPSHOTS; s++) best[1]![s] = 0;
  for (let l = 2; l <= STEPS; l++) {
    for (let s = 1; s <= SNAPSHOTS; s++) {
      for (let m = 1; m < l; m++) best[l]![s] = Math.min(best[l]![s]!, m + best[l - m]![s - 1]! + best[m]![s]!);
    }
  }
  return best;
}

/** Follows a schedule and counts; fails where it uses a state that it has not got, or reverses out of order. */
function follow(steps: number, snapshots: number) {
  const kept = new Map<number, number>();
  let [current, next, forward, most] = [0, steps - 1, 0, 0];
  for (const action of revolve(steps, snapshots)) {
    const isRight =
      action.kind === 'advance'
        ? action.from === current && action.to > current
        : action.kind === 'restore'
          ? action.state === kept.get(action.slot)
          : action.state === current && (action.kind === 'store' || current === next);
    if (!isRight) throw new Error(`${JSON.stringify(action)} where the state is ${current} and step ${next} is next`);
    if (action.kind === 'store') kept.set(action.slot, current);
    else if (action.kind === 'restore') current = action.state;
    else if (action.kind === 'reverse') next--;
    else {
      forward += action.to - current;
      current = action.to;
    }
    most = Math.max(most, kept.size);
  }
  expect(next).toBe(-1);
  return { forward, most };
}

describe('the binomial coefficients of checkpointing', () => {
  it('count the paths of a grid: beta(s, r) = beta(s - 1, r) + beta(s, r - 1)', () => {
    for (let s = 1; s <= 20; s++) {
      expect([beta(s, -1), beta(s, 0), beta(s, 1), beta(0, s)]).toEqual([0, 1, s + 1, 1]);
      for (let r = 1; r <= 12; r++) expect(beta(s, r)).toBe(beta(s - 1, r) + beta(s, r - 1));
    }
    expect(beta(10, 13)).toBe(1_144_066);
  });

  it('bracket the number of steps by the number of repetitions', () => {
    expect([1, 2, 4, 5, 10, 11, 20].map((l) => repetitions(l, 3))).toEqual([0, 1, 1, 2, 2, 3, 3]);
  });

  it('give the optimum that a dynamic program finds', () => {
    const best = optimum();
    for (let l = 1; l <= STEPS; l++) {
      for (let s = 1; s <= SNAPSHOTS; s++) expect(leastForwardSteps(l, s), `l = ${l}, s = ${s}`).toBe(best[l]![s]);
    }
  });
});

describe('the schedule', () => {
  it('reverses every step in order, with the fewest forward steps and no more snapshots than allowed', () => {
    const best = optimum();
    for (let l = 1; l <= STEPS; l++) {
      for (let s = 1; s <= SNAPSHOTS; s++) {
        const { forward, most } = follow(l, s);
        expect(forward, `l = ${l}, s = ${s}`).toBe(best[l]![s]);
        expect(most, `l = ${l}, s = ${s}`).toBeLessThanOrEqual(s);
      }
    }
  });

  it('takes each step at most r times, where beta(s, r) steps can be reversed so', () => {
    expect(follow(beta(3, 4), 3).forward).toBe(leastForwardSteps(35, 3));
    expect(follow(20_000, 10)).toEqual({ forward: leastForwardSteps(20_000, 10), most: 10 });
  });

  it('refuses what can not be reversed', () => {
    expect(() => [...revolve(0, 1)]).toThrow(RangeError);
    expect(() => [...revolve(5, 0)]).toThrow(RangeError);
  });
});

/** A pendulum that is driven a little, by Euler steps: angle and speed. */
const pendulum: IteratedMap = {
  dimension: 2,
  step(A, [angle, speed]) {
    const h = A.constant(0.05);
    return [A.add(angle!, A.mul(h, speed!)), A.sub(speed!, A.mul(h, A.sin(angle!)))];
  },
};

function iterated(map: IteratedMap, steps: number): VectorFunction {
  return {
    kind: 'vector',
    inputs: map.dimension,
    outputs: map.dimension,
    byHand: { values() {}, jacobian() {} },
    evaluate<T>(A: Arithmetic<T>, x: readonly T[]) {
      let state = x;
      for (let k = 0; k < steps; k++) state = map.step(A, state);
      return state;
    },
  };
}

describe('the adjoint by checkpointing', () => {
  const reverse = checkpointedSweep(pendulum);

  it('is that of the tape that keeps everything, to the last bit', () => {
    const steps = fc.integer({ min: 1, max: 200 });
    const coordinate = fc.integer({ min: -3000, max: 3000 }).map((c) => c / 1024);
    const pair = fc.tuple(coordinate, coordinate).map((each) => Float64Array.from(each));
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 9 }), pair, pair, (l, s, x, u) => {
        const f = iterated(pendulum, l);
        const expected = new Float64Array(2);
        reverseTape.prepare(f).vjp!(x, u, expected);
        const { adjoint, state, snapshots } = reverse(l, s, x, u);
        expect(adjoint).toEqual(expected);
        expect(state).toEqual(f.evaluate(numberArithmetic, [...x]));
        expect(snapshots).toBeLessThanOrEqual(s);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it('takes the optimal number of steps, a tape of one step and no more states than allowed', () => {
    const one = new Float64Array([1, 1]);
    const { forwardSteps, snapshots, tape, recordedNodes } = reverse(1000, 4, one, one);
    expect([forwardSteps, snapshots]).toEqual([leastForwardSteps(1000, 4), 4]);
    // two inputs, h, and five operations of nine arguments
    expect([tape.nodes, tape.edges, recordedNodes]).toEqual([8, 9, 8000]);
  });
});
