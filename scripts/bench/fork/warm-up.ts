import { type Loop, nextCalls, timeOf } from './batch.ts';
import type { Clock } from './clock.ts';

const MS = 1e6;

/**
 * When a loop is warm. V8 optimises a function by how much of it has run: small ones after thousands of calls, large
 * ones after fewer.
 */
export interface WarmUpRule {
  /** The number of calls that is enough for a function of any size. */
  readonly calls: number;
  /** They must have taken this long, processor ms: V8 optimises beside the program, and installs the code later. */
  readonly leastMs: number;
  /** Fewer calls are enough where V8 has not compiled anything for `quietMs`. */
  readonly fewCalls: number;
  readonly quietMs: number;
  /** Very few are, where it has not for `longQuietMs`: a long call runs its own parts many times. */
  readonly longQuietMs: number;
  /** After this long the warm-up ends in any case, processor ms. */
  readonly limitMs: number;
}

/** How a warm-up ended. */
export interface WarmUp {
  /** Calls of a batch that lasts as long as was wanted. */
  readonly calls: number;
  /** How long such a batch lasts, ns. */
  readonly duration: number;
  /** Time on the wall, ms. */
  readonly tookMs: number;
}

/** Fewest calls of anything. */
const LEAST_CALLS = 3;

/**
 * Calls the loop until its code has settled, by the rule; a batch of it then lasts `batchMs`. It counts calls and
 * processor time, since on a busy machine the time on the wall says little about what has run.
 */
export function warmUp(loop: Loop, rule: WarmUpRule, batchMs: number, clock: Clock): WarmUp {
  const wanted = batchMs * MS;
  const [begun, began] = [clock.now(), clock.processor()];
  let [size, changed] = [clock.codeSize(), began];
  let [calls, total] = [1, 0];
  for (;;) {
    const elapsed = timeOf(loop, calls, clock);
    total += calls;
    const spent = clock.processor();
    const sizeNow = clock.codeSize();
    if (sizeNow > size) changed = spent;
    size = sizeNow;
    const isSettled = isWarm(rule, total, (spent - began) / MS, (spent - changed) / MS);
    const next = nextCalls(calls, elapsed, wanted);
    const isCalibrated = next === calls;
    if (isSettled && isCalibrated) {
      return { calls, duration: elapsed, tookMs: (clock.now() - begun) / MS };
    }
    calls = next;
  }
}

function isWarm(rule: WarmUpRule, calls: number, spentMs: number, quietMs: number): boolean {
  if (spentMs >= rule.limitMs) return true;
  if (calls >= rule.calls) return spentMs >= rule.leastMs;
  if (calls >= rule.fewCalls) return quietMs >= rule.quietMs;
  return calls >= LEAST_CALLS && quietMs >= rule.longQuietMs;
}
