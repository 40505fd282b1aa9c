import { median, quickselect } from 'simple-statistics';
import { resampledMedians } from '../../statistics/resampled-medians.ts';

const RESAMPLES = 1000;

/** How much a time changed, relative to the base: 0.1 is 10 % more. */
export interface TimeChange {
  /** Quotient of the medians, minus 1. */
  readonly change: number;
  /** 95 % percentile bootstrap interval that resamples the forks of both sides (Efron & Tibshirani, 1993, ch. 13). */
  readonly low: number;
  readonly high: number;
}

/**
 * The change from base to head, of positive numbers with one entry a fork; the same numbers always give the same
 * interval.
 */
export function timeChange(base: readonly number[], head: readonly number[]): TimeChange {
  const [medianOfBase, medianOfHead] = [resampledMedians(base, BASE_SEED), resampledMedians(head, HEAD_SEED)];
  const quotients: number[] = [];
  for (let k = 0; k < RESAMPLES; k++) quotients.push(medianOfHead(k) / medianOfBase(k));
  quickselect(quotients, LOW_RANK);
  quickselect(quotients, HIGH_RANK, LOW_RANK + 1);
  return { change: medianChange(base, head), low: quotients[LOW_RANK]! - 1, high: quotients[HIGH_RANK]! - 1 };
}

/** Whether the interval of the change lies above 0: `low > 0` of `timeChange`, without sorting. */
export function isSurelyMore(base: readonly number[], head: readonly number[]): boolean {
  const [medianOfBase, medianOfHead] = [resampledMedians(base, BASE_SEED), resampledMedians(head, HEAD_SEED)];
  let atMost1 = 0;
  for (let k = 0; k < RESAMPLES && atMost1 <= LOW_RANK; k++) if (!(medianOfHead(k) / medianOfBase(k) > 1)) atMost1++;
  return atMost1 <= LOW_RANK;
}

/** Whether every fork of one side is slower than every fork of the other, by more than the threshold. */
export function areApart(base: readonly number[], head: readonly number[], threshold: number): boolean {
  const isAbove = (slow: readonly number[], fast: readonly number[]) =>
    Math.min(...slow) > (1 + threshold) * Math.max(...fast);
  return isAbove(head, base) || isAbove(base, head);
}

const LOW_RANK = Math.floor(0.025 * RESAMPLES);
const HIGH_RANK = Math.ceil(0.975 * RESAMPLES) - 1;

/** Quotient of the medians of head and base, minus 1. */
export function medianChange(base: readonly number[], head: readonly number[]): number {
  return median([...head]) / median([...base]) - 1;
}

const BASE_SEED = 1;
const HEAD_SEED = 2;

/**
 * Fork-to-fork variation: the standard deviation of the logarithms that a normal distribution with the same median
 * absolute deviation has.
 */
export function variation(values: readonly number[]): number {
  const logs = values.map(Math.log);
  const centre = median(logs);
  return 1.4826 * median(logs.map((log) => Math.abs(log - centre)));
}
