/** Axes: of any quantity, of digits, of whole numbers, and logarithmic ones with ticks at powers of ten. */

import type { PositionFieldDef } from 'vega-lite/types_unstable/channeldef.js';
import { RAISED } from '../../words/superscripts.ts';

type Axis = PositionFieldDef<string>;

/** A quantity along an axis. */
export function quantitative(field: string, title: string | null, rest: Partial<Axis> = {}): Axis {
  return { field, type: 'quantitative', title, ...rest };
}

/** The field `digits`: correct decimal digits of a double. */
export function digitsAxis(title: string): Axis {
  return quantitative('digits', title, { scale: { domain: [0, 17] }, axis: { values: [0, 4, 8, 12, 16] } });
}

/** The field `n`, a whole number that begins anywhere, with room for markers at both ends. */
export function wholeAxis(padding: number): Axis {
  return quantitative('n', 'n', { scale: { zero: false, nice: false, padding }, axis: { tickMinStep: 1 } });
}

const EXPONENT = 'round(log(datum.value) / LN10)';
const DIGITS = `toString(abs(${EXPONENT}))`;
const raisedDigit = (place: number) =>
  `(length(${DIGITS}) > ${place} ? "${RAISED}"[toNumber(${DIGITS}[${place}])] : '')`;

/** `axis` of a logarithmic scale: labels as 10⁻⁸ at powers of ten only. Vega would write small ones as 0. */
export const logAxis = {
  labelExpr: `abs(log(datum.value) / LN10 - ${EXPONENT}) > 1e-6 ? '' : '10' + (${EXPONENT} < 0 ? '⁻' : '') + ${raisedDigit(0)} + ${raisedDigit(1)} + ${raisedDigit(2)}`,
  tickCount: 8,
} as const;

/**
 * Powers of ten within a range, at most `most` of them and evenly spaced. Left alone, a logarithmic axis would label 2
 * and 3 as well.
 */
export function powersOfTen(least: number, largest: number, most = 8): number[] {
  const [first, last] = [Math.ceil(Math.log10(least) - 1e-9), Math.floor(Math.log10(largest) + 1e-9)];
  const step = Math.max(1, Math.ceil((last - first + 1) / most));
  const exponents = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  return exponents.filter((exponent) => exponent % step === 0).map((exponent) => Number(`1e${exponent}`));
}

/** No axis reaches further: around the ends of the doubles there are no powers of ten left. */
const FURTHEST = 300;
/** Nor over a gap of so many decades: one value that is absurd must not press the others into a line. */
const WIDEST_GAP = 20;

/** Exponents of powers of ten, at least one apart. */
interface Exponents {
  readonly first: number;
  readonly last: number;
}

/** The exponents of the powers of ten around those of the values that have a logarithm, as far as an axis reaches. */
export function exponentsAround(values: readonly number[]): Exponents {
  const logarithms = values.filter(hasLogarithm).map((value) => within(Math.log10(value), -FURTHEST, FURTHEST - 1));
  if (logarithms.length === 0) return { first: 0, last: 1 };
  const sorted = logarithms.toSorted((a, b) => a - b);
  const middle = Math.floor((sorted.length - 1) / 2);
  const isGap = (k: number) => sorted[k]! - sorted[k - 1]! > WIDEST_GAP;
  let [low, high] = [middle, middle];
  while (low > 0 && !isGap(low)) low--;
  while (high < sorted.length - 1 && !isGap(high + 1)) high++;
  const first = Math.floor(sorted[low]!);
  return { first, last: Math.max(Math.ceil(sorted[high]!), first + 1) };
}

/**
 * Scale and axis from one power of ten to another around these values, with at most `most` ticks, at powers. Marks
 * beyond stand at the ends.
 */
export function decades(values: readonly number[], most = 8) {
  const { first, last } = exponentsAround(values);
  const [low, high] = [Number(`1e${first}`), Number(`1e${last}`)];
  const isBeyond = values.some((value) => hasLogarithm(value) && within(value, low, high) !== value);
  return {
    scale: { type: 'log' as const, domain: [low, high], ...(isBeyond && { clamp: true }) },
    axis: { labelExpr: logAxis.labelExpr, labelFlush: false, values: powersOfTen(low, high, most) },
  };
}

function hasLogarithm(value: number): boolean {
  return value > 0 && Number.isFinite(value);
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
