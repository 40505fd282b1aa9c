/** Times functions of known cost by a clock that they move themselves. */

import { describe, expect, it } from 'vitest';
import { numberArithmetic } from '../../../methods/arithmetic/number.ts';
import type { Operators } from '../../../methods/method.ts';
import { scalar } from '../../../suites/problem.ts';
import type { Clock } from './clock.ts';
import type { SamplingBudget } from './fork-timing.ts';
import { timeOperator } from './time-operator.ts';

const BUDGET: SamplingBudget = {
  warmUp: { calls: 20_000, leastMs: 5, fewCalls: 1500, quietMs: 10, longQuietMs: 30, limitMs: 500 },
  sampleMs: 20,
  limitMs: 100,
  batchMs: 0.5,
};
const POINTS = [Float64Array.of(1, 2), Float64Array.of(3, 5), Float64Array.of(-2, 0.5)];

/** Costs of one call, ns, by the number of calls before it. */
interface Costs {
  readonly primal: (calls: number) => number;
  readonly operator: (calls: number) => number;
  /** How much other work the machine does while a batch runs; it is no time of this process. */
  readonly disturbance?: () => number;
  /** Whether V8 goes on compiling all the time. */
  readonly compiles?: boolean;
}

/** Times x1 x2 and its gradient, at the costs. */
async function timed(
  costs: Costs,
  change: (right: Operators['gradient'] & {}) => Operators['gradient'] & {} = (f) => f,
) {
  let [wall, processor, looked] = [0, 0, 0];
  const spend = (ns: number) => {
    wall += ns;
    processor += ns;
  };
  const clock: Clock = {
    now() {
      wall += costs.disturbance?.() ?? 0;
      return wall;
    },
    processor() {
      if (processor === looked) spend(2e5); // a loop that does nothing ends as well
      looked = processor;
      return processor;
    },
    codeSize: () => (costs.compiles ? wall : 1),
  };
  const calls = { primal: 0, operator: 0 };
  const seen: number[][] = [];
  const right = (x: Float64Array, out: Float64Array) => {
    out[0] = x[1]!;
    out[1] = x[0]!;
    return x[0]! * x[1]!;
  };
  const instance = scalar({
    inputs: 2,
    evaluate: (A, [x, y]) => A.mul(x!, y!),
    byHand: {
      value(x) {
        spend(costs.primal(calls.primal++));
        return x[0]! * x[1]!;
      },
      gradient: right,
    },
    points: () => POINTS,
  });
  const gradient = change(right);
  const prepare = () => {
    spend(7e6);
    let last = Number.NaN;
    return {
      cost: () => ({ functionCalls: last }),
      gradient(x: Float64Array, out: Float64Array) {
        last = x[0]!;
        if (seen.length < 9) seen.push([...x]);
        spend(costs.operator(calls.operator++));
        return gradient(x, out);
      },
    };
  };
  const fork = await timeOperator({ instance, operator: 'gradient', prepare, points: POINTS }, BUDGET, clock);
  return { fork, seen, calls, value: instance.evaluate(numberArithmetic, [...POINTS[0]!]) };
}

const constant = (ns: number) => () => ns;

describe('timing an operator', () => {
  it('finds the cost of a call of each side', async () => {
    const { fork } = await timed({ primal: constant(40), operator: constant(100) });
    for (const time of fork.samples) expect(time).toBeCloseTo(100);
    for (const time of fork.primalSamples) expect(time).toBeCloseTo(40);
    expect(fork.samples.length).toBeGreaterThanOrEqual(12);
    expect(fork).toMatchObject({ prepare: 7e6, firstCall: 100 });
  });

  it('states the cost of a call at the first point, whatever the number of calls that were timed', async () => {
    for (const ns of [90, 100, 110, 130, 170]) {
      const { fork } = await timed({ primal: constant(40), operator: constant(ns) });
      expect(fork.cost).toEqual({ functionCalls: POINTS[0]![0] });
    }
  });

  it('begins to sample when 20,000 calls of either side have made its code fast', async () => {
    const late = (slow: number, fast: number) => (calls: number) => (calls < 19_000 ? slow : fast);
    const { fork } = await timed({ primal: late(4000, 40), operator: late(10_000, 100), compiles: true });
    expect(fork.samples[0]).toBeCloseTo(100);
    expect(fork.primalSamples[0]).toBeCloseTo(40);
  });

  it('is content with fewer calls where V8 compiles nothing any more', async () => {
    const still = await timed({ primal: constant(40), operator: constant(20_000) });
    const busy = await timed({ primal: constant(40), operator: constant(20_000), compiles: true });
    expect(still.calls.operator).toBeGreaterThan(1500);
    expect(still.calls.operator).toBeLessThan(5000);
    expect(busy.calls.operator).toBeGreaterThan(20_000);
  });

  it('is not ended early by a machine that is busy with something else', async () => {
    const costs = { primal: constant(40), operator: constant(100), compiles: true };
    const { calls } = await timed({ ...costs, disturbance: () => 5e6 }); // at every look at the clock
    expect(calls.primal).toBeGreaterThan(20_000);
    expect(calls.operator).toBeGreaterThan(20_000);
  });

  it('samples again until the samples are steady', async () => {
    const { fork } = await timed({ primal: constant(40), operator: (calls) => (calls < 50_000 ? 200 : 100) });
    for (const time of fork.samples) expect(time).toBeCloseTo(100);
  });

  it('gives up in the end on what never is', async () => {
    const { fork } = await timed({ primal: constant(40), operator: (calls) => 100 + calls / 1000 });
    expect(fork.samples.at(-1)! / fork.samples[0]!).toBeGreaterThan(1.1);
  });

  it('takes few calls of what lasts long', async () => {
    const { calls } = await timed({ primal: constant(40), operator: constant(300e6) });
    expect(calls.operator).toBeLessThan(15);
  });

  it('calls in turn at points that differ, so that memory of the last one is of no use', async () => {
    let computed = 0;
    let last: number[] = [];
    const { seen, calls } = await timed({ primal: constant(40), operator: constant(1000) }, (right) => (x, out) => {
      if (last[0] !== x[0] || last[1] !== x[1]) computed++;
      last = [...x];
      return right(x, out);
    });
    expect(seen.slice(1, 5)).toEqual([POINTS[0], POINTS[1], POINTS[2], POINTS[1]].map((point) => [...point!]));
    expect(calls.operator - computed).toBeLessThan(10);
  });
});

describe('the answers of a timed operator', () => {
  const answersOf = async (change: Parameters<typeof timed>[1]) =>
    (await timed({ primal: constant(40), operator: constant(1000) }, change)).fork.answers;
  const isRight = ({ point, answer }: { point: number; answer: Float64Array }) =>
    answer[0] === POINTS[point]![1] && answer[1] === POINTS[point]![0];

  it('are those of the first call, of the last timed one, and one at every point', async () => {
    const answers = await answersOf((right) => right);
    expect(answers.map(isRight)).toEqual([true, true, true, true, true]);
    expect(answers.slice(2).map(({ point }) => point)).toEqual([0, 1, 2]);
  });

  it('show a method that is right once', async () => {
    let calls = 0;
    const answers = await answersOf((right) => (x, out) => (calls++ === 0 ? right(x, out) : 0));
    expect(answers.map(isRight)).toEqual([true, false, false, false, false]);
  });

  it('show a method that remembers the array, or a part of it, for the point', async () => {
    for (const key of [(x: Float64Array) => x, () => 'any', (x: Float64Array) => x.length]) {
      let known: unknown;
      let kept = new Float64Array(2);
      const answers = await answersOf((right) => (x, out) => {
        if (known === key(x)) out.set(kept);
        else right(x, out);
        known = key(x);
        kept = out.slice();
        return 0;
      });
      expect(answers.every(isRight), String(key)).toBe(false);
    }
  });
});
