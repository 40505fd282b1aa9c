import { logAxis } from './logarithmic.ts';
import { powersOfTen } from './powers-of-ten.ts';

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
