import { median } from 'simple-statistics';
import type { Operator, Operators } from '../../../methods/method.ts';
import type { Instance } from '../../../suites/problem.ts';
import { type BoundOperator, bindOperator, boundNothing, estimateOf } from '../../truth/bind.ts';
import { testSeeds } from '../../truth/seeds.ts';
import { type Loop, loopOf } from './batch.ts';
import type { Clock } from './clock.ts';
import type { ForkTiming, SamplingBudget, TimedAnswer } from './fork-timing.ts';
import { type Sampled, steadySamples } from './sample.ts';
import { warmUp } from './warm-up.ts';

/** Preparations for the time of a warm one: at least, and at most. */
const PREPARATIONS = [5, 200] as const;
/** A cold preparation that takes less, ns, is of no interest. */
const WORTHWHILE = 1e6;
/** It is small, and optimised at once. */
const LOOP_RULE = { calls: 1e5, leastMs: 1, fewCalls: 1e5, quietMs: 3, longQuietMs: 3, limitMs: 3 };
/** Samples of the loop without an operator. */
const LOOP_SAMPLES = 5;

/** An operator of a method that is to be timed. */
export interface Timed {
  readonly instance: Instance;
  readonly operator: Operator;
  /** Prepares the method for the function. */
  readonly prepare: () => Operators;
  /** The points that the calls take in turn. */
  readonly points: readonly Float64Array[];
}

/**
 * Times preparation (cold and warm), first call and steady state of one operator, with the primal beside it sample by
 * sample. It also answers by the first call, the last timed one, and one more call at every point, so that the code
 * that is timed is judged.
 */
export async function timeOperator(
  { instance, operator, prepare, points }: Timed,
  budget: SamplingBudget,
  clock: Clock,
): Promise<ForkTiming> {
  const beforePrepare = clock.now();
  const operators = prepare();
  const prepared = clock.now() - beforePrepare;
  const bound = bindOperator(instance, operators, operator, testSeeds(instance));
  const answers: TimedAnswer[] = [];
  const answered = (point: number) => {
    const estimate = estimateOf(operators, operator, bound.out.length);
    answers.push({ point, answer: bound.out.slice(), ...(estimate && { estimate }) });
  };
  forget(bound);
  const first = points[0]!.slice();
  const beforeFirst = clock.now();
  bound.call(first);
  const firstCall = clock.now() - beforeFirst;
  answered(0);

  const warm = (each: Loop) => {
    const { calls, duration, tookMs } = warmUp(each, budget.warmUp, budget.batchMs, clock);
    return { loop: each, calls, duration, tookMs };
  };
  const primal = warm(loopOf(primalOf(instance), points));
  const timed = warm(loopOf(bound, points));
  const samples = await steadySamples(timed, primal, budget, clock);

  forget(bound);
  timed.loop.run(timed.calls);
  answered(timed.loop.lastPoint());
  // one array with other numbers in it each time: who takes it for the point that it was answers wrongly
  const moving = new Float64Array(instance.inputs);
  for (const [place, point] of points.entries()) {
    moving.set(point);
    forget(bound);
    bound.call(moving);
    answered(place);
  }
  // Of a call at the first point: which point was the last of the samples depends on how fast the machine was.
  bound.call(first);
  const cost = operators.cost?.() ?? {};
  return {
    prepare: prepared,
    prepareWarm: budget.prepareMs === undefined ? undefined : prepareWarm(prepare, prepared, budget.prepareMs, clock),
    warmupMs: timed.tookMs,
    firstCall,
    samples: samples.operator,
    primalSamples: samples.primal,
    callsPerSample: timed.calls,
    loop: loopTime(points, timed, clock),
    answers,
    cost,
  };
}

/** An entry that the method forgets to write is no answer. */
function forget({ out }: BoundOperator): void {
  out.fill(Number.NaN);
}

function primalOf(instance: Instance): BoundOperator {
  const primal = instance.kind === 'scalar' ? { value: instance.byHand.value } : { values: instance.byHand.values };
  return bindOperator(instance, primal, 'value', testSeeds(instance));
}

/** Time of one turn of the loop that calls, by a function that does nothing, ns: the least of a few samples. */
function loopTime(points: readonly Float64Array[], { duration }: Sampled, clock: Clock): number {
  const loop = loopOf(boundNothing(), points);
  const batchMs = Math.min(duration / 1e6, 0.5);
  const { calls } = warmUp(loop, LOOP_RULE, batchMs, clock);
  const times = Array.from({ length: LOOP_SAMPLES }, () => {
    const start = clock.now();
    loop.run(calls);
    return (clock.now() - start) / calls;
  });
  return Math.min(...times);
}

/**
 * The time of preparing once its own code is warm: the median of the last half of many times, unless they would take
 * too long, or no time.
 */
function prepareWarm(prepare: () => unknown, cold: number, budgetMs: number, clock: Clock): number | undefined {
  const end = clock.now() + budgetMs * 1e6;
  if (cold < WORTHWHILE || cold > budgetMs * 1e6) return undefined;
  const [least, most] = PREPARATIONS;
  const times: number[] = [];
  while (times.length < most && clock.now() < end) {
    const start = clock.now();
    prepare();
    times.push(clock.now() - start);
  }
  return times.length < least ? undefined : median(times.slice(Math.floor(times.length / 2)));
}
