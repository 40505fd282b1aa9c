import { median } from 'simple-statistics';
import { Bench } from 'tinybench';
import type { Instance } from '../../../suites/problem.ts';
import { seededRandom } from '../../../suites/random.ts';
import { testSeeds } from '../truth/seeds.ts';
import { type BoundOperator, bindOperator, estimateOf } from './bind.ts';
import { LONGEST_WARMUP, PREPARING, type TimingJob } from './job.ts';
import { loadInstance, loadMethod } from './load.ts';
import type { ForkTiming } from './parts.ts';

/** Copies of the point that the calls of a batch use by turns, so that no optimiser can lift a call out of the loop. */
const COPIES = 4;
const MIN_SAMPLES = 5;
/** A batch that lasts longer than this, ns, is sampled once in a fork: its noise is small beside it. */
const LONG_CALL = 100e6;
/** The warm-up of generated code, in first calls. */
const FIRST_CALLS = 500;
/** Most preparations for the time of a warm one. */
const PREPARATIONS = 200;
/** A cold preparation that takes less, ns, is of no interest. */
const WORTHWHILE = 1e6;

/** Times preparation (cold and warm), first call and steady state of one operator, with the primal beside it sample by sample. */
export async function timingJob(job: TimingJob, send: (part: ForkTiming) => void): Promise<void> {
  const instance = await loadInstance(job.problem);
  const method = await loadMethod(job.method);
  const seeds = testSeeds(instance);
  const point = instance.points(seededRandom(job.seed))[0]!;

  const options = { operators: [job.operator], ...(job.stepRule && { stepRule: job.stepRule }) };
  const beforePrepare = now();
  const operators = method.prepare(instance, options);
  const prepare = now() - beforePrepare;
  const bound = bindOperator(instance, operators, job.operator, seeds);
  bound.out.fill(Number.NaN); // an entry that the method forgets to write is no answer
  const beforeFirst = now();
  bound.call(point);
  const firstCall = now() - beforeFirst;
  const answer = bound.out.slice();
  const estimate = estimateOf(operators, job.operator, answer.length);

  const warmupMs = method.generatesCode ? longWarmup(firstCall, job.budget.warmupMs) : job.budget.warmupMs;
  const timed = calibrate(batchOf(bound, point), warmupMs, job.budget.batchMs);
  const primal = calibrate(batchOf(primalOf(instance), point), job.budget.warmupMs / 2, job.budget.batchMs);
  const { samples, primalSamples } = await sample(timed, primal, job.budget.sampleMs);
  const cost = operators.cost?.() ?? {};
  const again = () => method.prepare(instance, options);
  send({
    prepare,
    prepareWarm: job.preparesAgain ? prepareWarm(again, prepare, PREPARING * job.budget.sampleMs) : undefined,
    warmupMs,
    firstCall,
    samples,
    primalSamples,
    callsPerSample: timed.calls,
    answer,
    ...(estimate && { estimate }),
    cost,
  });
}

/** Generated code needs the longer the longer it is; how long its first call takes, compiling included, tells. */
function longWarmup(firstCall: number, warmupMs: number): number {
  return Math.min(Math.max((FIRST_CALLS * firstCall) / 1e6, warmupMs), LONGEST_WARMUP * warmupMs);
}

/** The time of preparing once its own code is warm: the median of the last half of many times, unless they would take too long, or no time. */
function prepareWarm(prepare: () => unknown, cold: number, budgetMs: number): number | undefined {
  const end = now() + budgetMs * 1e6;
  if (cold < WORTHWHILE || cold > budgetMs * 1e6) return undefined;
  const times: number[] = [];
  while (times.length < PREPARATIONS && now() < end) {
    const start = now();
    prepare();
    times.push(now() - start);
  }
  return times.length < MIN_SAMPLES ? undefined : median(times.slice(Math.floor(times.length / 2)));
}

function now(): number {
  return Number(process.hrtime.bigint());
}

function primalOf(instance: Instance): BoundOperator {
  const primal = instance.kind === 'scalar' ? { value: instance.byHand.value } : { values: instance.byHand.values };
  return bindOperator(instance, primal, 'value', testSeeds(instance));
}

/** Calls the operator `calls` times. */
type Batch = (calls: number) => void;

/**
 * A loop of its own for each operator: compiled apart from every other, so that V8's feedback of one can't spoil the other.
 * The text is constant; nothing from outside reaches it.
 */
function batchOf({ call }: BoundOperator, point: Float64Array): Batch {
  const points = Array.from({ length: COPIES }, () => point.slice());
  const loop = new Function(
    'call',
    'points',
    `return (calls) => { for (let i = 0; i < calls; i++) call(points[i & ${COPIES - 1}]); };`,
  );
  return loop(call, points);
}

interface Calibrated {
  readonly batch: Batch;
  readonly calls: number;
  /** How long such a batch lasts, ns. */
  readonly duration: number;
}

/** Warms the loop up for `warmupMs`, and finds how many calls last `batchMs`; a call longer than the warm-up needs none. */
function calibrate(batch: Batch, warmupMs: number, batchMs: number): Calibrated {
  const wanted = batchMs * 1e6;
  const end = now() + warmupMs * 1e6;
  let calls = 1;
  for (;;) {
    const elapsed = timeOf(batch, calls);
    if (elapsed < wanted) calls = Math.ceil(calls * Math.min(8, Math.max(1.2, wanted / Math.max(elapsed, 1))));
    else if (now() >= end) return { batch, calls, duration: elapsed };
    else if (elapsed > 2 * wanted) calls = Math.max(1, Math.floor((calls * wanted) / elapsed));
  }
}

function timeOf(batch: Batch, calls: number): number {
  const start = now();
  batch(calls);
  return now() - start;
}

/**
 * Takes the samples by tinybench, each a batch of the primal and then one of the method. Their number is set beforehand:
 * tinybench's own time budget would count the time of one call for each batch.
 */
async function sample(timed: Calibrated, primal: Calibrated, sampleMs: number) {
  const planned = Math.ceil((sampleMs * 1e6) / (timed.duration + primal.duration));
  const iterations = Math.max(timed.duration > LONG_CALL ? 1 : MIN_SAMPLES, planned);
  const perCall = ({ batch, calls }: Calibrated) => timeOf(batch, calls) / calls;
  const samples: number[] = []; // in order of time, which tinybench does not keep
  const primalSamples: number[] = [];
  const bench = new Bench({
    time: 0,
    iterations,
    warmup: false,
    throws: true,
  });
  bench.add('case', () => {
    primalSamples.push(perCall(primal));
    const time = perCall(timed);
    samples.push(time);
    return { overriddenDuration: time / 1e6 };
  });
  const [task] = await bench.run();
  if (task?.result.state !== 'completed') throw new Error(`sampling ended ${task?.result.state}`);
  return { samples, primalSamples };
}
