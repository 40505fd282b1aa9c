import { Bench } from 'tinybench';
import { isSteady } from '../../statistics/steady-state.ts';
import { type Loop, timeOf } from './batch.ts';
import type { Clock } from './clock.ts';

/** A loop that is warm, and how many of its calls make a sample. */
export interface Sampled {
  readonly loop: Loop;
  readonly calls: number;
  /** How long such a sample lasts, ns. */
  readonly duration: number;
}

/** Samples of an operator and of the primal, taken alternately: time of one call, ns, in order of time. */
export interface Samples {
  readonly operator: readonly number[];
  readonly primal: readonly number[];
}

/** Fewest samples, and fewest of calls that last longer than LONG_CALL, ns: their noise is small beside them. */
const LEAST_SAMPLES = 12;
const LEAST_LONG_SAMPLES = 3;
const LONG_CALL = 20e6;

/**
 * Samples both for `sampleMs`. Where they are not steady yet, it does so again, until they are or `limitMs` are over;
 * the last samples count.
 */
export async function steadySamples(
  operator: Sampled,
  primal: Sampled,
  { sampleMs, limitMs }: { readonly sampleMs: number; readonly limitMs: number },
  clock: Clock,
): Promise<Samples> {
  const end = clock.processor() + limitMs * 1e6;
  for (;;) {
    const samples = await take(operator, primal, sampleMs, clock);
    if (clock.processor() >= end || isSteady(ratios(samples))) return samples;
  }
}

/**
 * The ratio of each sample of the operator to that of the primal beside it: a moment in which the machine is slow moves
 * both.
 */
export function ratios({ operator, primal }: Samples): number[] {
  return operator.map((time, i) => time / primal[i]!);
}

/**
 * Takes the samples by tinybench, each a batch of the primal and then one of the operator. Their number is set
 * beforehand: tinybench's own time budget would count the time of one call for each batch.
 */
async function take(operator: Sampled, primal: Sampled, sampleMs: number, clock: Clock): Promise<Samples> {
  const planned = Math.ceil((sampleMs * 1e6) / (operator.duration + primal.duration));
  const iterations = Math.max(operator.duration > LONG_CALL ? LEAST_LONG_SAMPLES : LEAST_SAMPLES, planned);
  const perCall = ({ loop, calls }: Sampled) => timeOf(loop, calls, clock) / calls;
  // In the order in which they were taken, which tinybench does not keep.
  const samples = { operator: [] as number[], primal: [] as number[] };
  const bench = new Bench({ time: 0, iterations, warmup: false, throws: true });
  bench.add('case', () => {
    samples.primal.push(perCall(primal));
    const time = perCall(operator);
    samples.operator.push(time);
    return { overriddenDuration: time / 1e6 };
  });
  const [task] = await bench.run();
  if (task?.result.state !== 'completed') throw new Error(`sampling ended ${task?.result.state}`);
  return samples;
}
