import { linearRegression, mean, median, sum } from 'simple-statistics';
import { rankSum, upperTail } from './rank-sum.ts';

/** A change of level or a drift that is smaller than this is no matter, in logarithms of time: 5 %. */
const TOLERATED = Math.log(1.05);
/** Two modes that are closer than this are no matter: 10 %. */
const TOLERATED_GAP = Math.log(1.1);
/**
 * Samples are taken together to at most so many medians of neighbours, which also makes single bad moments harmless.
 */
const BLOCKS = 40;
/** From so many blocks on ranks tell more than means do: they do not mind a bad moment. */
const RANKED = 12;
/** Probability of calling a steady fork unsteady, at most, by one kind of change. */
const LEVEL = 0.005;

/** The place at which the samples are divided into earlier and later ones. */
const SPLITS = [1, 2, 3, 4, 5, 6, 7].map((eighths) => eighths / 8);

/**
 * Two-sided critical values of Student's t at 0.1 % for 1, 2, ... degrees of freedom (a level of 0.5 % shared among
 * five tests), and for more (Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, table 26.10).
 */
const CRITICAL = [636.6, 31.6, 12.92, 8.61, 6.87, 5.96, 5.41, 5.04, 4.78, 4.59, 4.44, 4.32, 4.22, 4.14, 4.07, 4.01];
const CRITICAL_AT_MOST = 4;

/**
 * Whether a fork had reached its steady state: no drift, no step and no two modes are seen in its samples, which are in
 * order of time. A drift below 5 %, a step below 3 % and modes within 10 % do not matter. Of fewer than four samples it
 * asks only whether they are within 25 %. Virtual machines often never become steady (Barrett et al., OOPSLA 2017).
 *
 * Of forks that are steady, with normal noise of any size, fewer than 2 % are called unsteady.
 */
export function isSteady(samples: readonly number[]): boolean {
  if (samples.length < 4) return samples.length === 0 || Math.max(...samples) <= 1.25 * Math.min(...samples);
  const blocks = blockMedians(samples).map(Math.log);
  return !drifts(blocks) && !steps(blocks) && !hasTwoModes(samples.map(Math.log));
}

/** Whether a straight line through them climbs or falls, by more than is tolerated from its first to its last point. */
function drifts(values: readonly number[]): boolean {
  const { m: slope, b: intercept } = linearRegression(values.map((value, k) => [k, value]));
  if (Math.abs(slope) * (values.length - 1) <= TOLERATED) return false;
  const middle = (values.length - 1) / 2;
  const residuals = sum(values.map((value, k) => (value - intercept - slope * k) ** 2));
  const spread = sum(values.map((_, k) => (k - middle) ** 2));
  const freedom = values.length - 2;
  return Math.abs(slope) > critical(freedom) * Math.sqrt(residuals / freedom / spread);
}

/** Whether the later ones are at another level than the earlier ones, wherever they are divided. */
function steps(values: readonly number[]): boolean {
  const least = values.length < 8 ? 1 : 2;
  const places = new Set(SPLITS.map((split) => Math.round(split * values.length)));
  return [...places].some((place) => {
    const [early, late] = [values.slice(0, place), values.slice(place)];
    if (early.length < least || late.length < least) return false;
    if (Math.abs(median(late) - median(early)) <= TOLERATED) return false;
    return values.length >= RANKED
      ? differByRanks(early, late) || differByMeans(early, late)
      : differByMeans(early, late);
  });
}

function differByRanks(early: readonly number[], late: readonly number[]): boolean {
  const { wins } = rankSum(early, late);
  const [n, m] = [early.length, late.length];
  const tail = Math.min(upperTail(wins, n, m), upperTail(n * m - wins, n, m));
  return tail <= LEVEL / 2 / SPLITS.length;
}

/** Student's test of two means, the variance pooled. */
function differByMeans(early: readonly number[], late: readonly number[]): boolean {
  const freedom = early.length + late.length - 2;
  const variance = (squares(early) + squares(late)) / freedom;
  const error = Math.sqrt(variance * (1 / early.length + 1 / late.length));
  return Math.abs(mean([...late]) - mean([...early])) > critical(freedom) * error;
}

/** Sum of squared deviations from their mean. */
function squares(values: readonly number[]): number {
  const middle = mean([...values]);
  return sum(values.map((value) => (value - middle) ** 2));
}

function critical(freedom: number): number {
  return CRITICAL[freedom - 1] ?? CRITICAL_AT_MOST;
}

/** A mode holds at least this share of the samples. */
const LEAST_SHARE = 0.2;
/** The slowest samples of this share do not count: something else may have disturbed them. */
const DISTURBED = 0.1;
/**
 * How many times the deviation within modes they must be apart, and more where samples are few, which may fall so by
 * chance.
 */
const SEPARATION = 5;

/**
 * Whether they fall into two groups that are far apart in comparison to the deviation within each (Ashman, Bird and
 * Zepf, Astronomical Journal 108, 1994, ask for twice the deviation). Their limit tells modes of a mixture, and alarms
 * too often here.
 */
function hasTwoModes(values: readonly number[]): boolean {
  const sorted = [...values].sort((a, b) => a - b).slice(0, Math.ceil((1 - DISTURBED) * values.length));
  const least = Math.max(2, Math.ceil(LEAST_SHARE * sorted.length));
  for (let place = least; place <= sorted.length - least; place++) {
    const [low, high] = [sorted.slice(0, place), sorted.slice(place)];
    if (high[0]! - low.at(-1)! <= TOLERATED_GAP) continue;
    const deviation = Math.sqrt((squares(low) + squares(high)) / (sorted.length - 2));
    if (mean(high) - mean(low) > SEPARATION * (1 + 10 / sorted.length) * deviation) return true;
  }
  return false;
}

function blockMedians(samples: readonly number[]): number[] {
  const size = 2 * Math.ceil((samples.length / BLOCKS - 1) / 2) + 1; // odd: the median of two would be their mean
  return Array.from({ length: Math.floor(samples.length / size) }, (_, k) =>
    median(samples.slice(k * size, (k + 1) * size)),
  );
}
