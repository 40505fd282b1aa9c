/** Derivatives as they are, also where a rule does not have them: at kinks, ties, and edges of a domain. */
import type { Decimal } from 'decimal.js';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import type { Differentiable } from '../../methods/method.ts';
import { type Compute, type Side, sidesOf } from './beside.ts';
import { type ExactRanges, exactNumber } from './exact-number.ts';
import { kinksOfDecimals } from './kinks.ts';
import { agree, NoTruth, settled } from './settled.ts';

/** From the least to the greatest of what the sides of a kink say. */
export interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** A number that is known, or the one that the rules take by convention from a range. */
export interface Entry {
  readonly value: Decimal;
  /** Absent where there is a derivative. */
  readonly range?: Range;
  /** Whether some sides of the point, of which the number does not speak, are outside of the domain. */
  readonly isOneSided?: true;
}

/** The rows of f at x, and how they are computed. */
export interface Task {
  readonly f: Differentiable;
  readonly x: Float64Array;
  /** Numbers in a row: the value and those that are made of its derivatives. */
  readonly width: number;
  readonly compute: Compute;
  /** Entries of a row of which this one is made of derivatives: where one of them jumps, it is none itself. */
  readonly basis: (entry: number) => readonly number[];
}

/**
 * The rows at x. Where f meets a kink, or a rule has no number, the limit of the rows beside x decides. An output
 * without a value has no derivative, even where the formula of a rule gives one: its entries are NaN.
 * @throws {NoTruth} where no precision is enough, and the sides don't tell either.
 */
export function regular(task: Task): readonly (readonly Entry[])[] {
  const { f, x, compute, basis } = task;
  const { rows, A, failure } = byRules(task);
  const kinks = kinksOfDecimals(f, Array.from(x, A.constant), A);
  const isPlain = rows.every(([value, ...entries]) => !value!.isFinite() || entries.every((entry) => entry.isFinite()));
  if (failure && kinks === 'none') throw failure;
  if (isPlain && kinks !== 'met') return rows.map(inDomain);
  const sides = sidesOf(f, x, compute);
  return rows.map((row, k) => {
    if (!row[0]!.isFinite()) return inDomain(row);
    const entries = besideKinks(row, sides[k]!, basis);
    if (failure && entries.some(({ value }) => value.isNaN())) throw failure;
    return entries;
  });
}

/**
 * The rows by the rules of calculus, the decimals in which they were computed last, and why only values are known, if
 * so.
 */
function byRules({ f, x, width, compute }: Task) {
  let last: Arithmetic<Decimal> | undefined;
  const at = (A: Arithmetic<Decimal>) => {
    last = A;
    return Array.from(x, A.constant);
  };
  const rowsOf = (entries: readonly Decimal[]) =>
    Array.from({ length: f.outputs }, (_, k) => entries.slice(k * width, (k + 1) * width));
  try {
    const entries = settled((A) => {
      const { rows, ...checked } = compute(A, at(A));
      return { entries: rows.flat(), ...checked };
    });
    return { rows: rowsOf(entries), A: last! };
  } catch (failure) {
    if (!(failure instanceof NoTruth)) throw failure;
    const values = settled((A) => ({ entries: f.evaluate(A, at(A)) }));
    return {
      rows: values.map((value) => [value, ...new Array<Decimal>(width - 1).fill(nothing(value))]),
      A: last!,
      failure,
    };
  }
}

function inDomain([value, ...entries]: readonly Decimal[]): readonly Entry[] {
  return [value!, ...entries].map((entry) => ({ value: value!.isFinite() ? entry : nothing(entry) }));
}

/** Answers of the rules for one output that stand when its sides are heard. */
function besideKinks(row: readonly Decimal[], sides: readonly Side[], basis: Task['basis']): readonly Entry[] {
  const inside = sides.filter((side) => side !== undefined);
  const isContinuous = inside.every(([value]) => value && agree(value, row[0]!));
  const isOne = row.map((_, i) => {
    const [first, ...others] = inside.map((side) => side[i]);
    return first !== undefined && others.every((other) => other && agree(first, other));
  });
  return row.map((rule, i) => {
    if (i === 0) return { value: rule };
    const limits = inside.flatMap((side) => side[i] ?? []);
    if (isContinuous && isOne[i] && basis(i).every((entry) => isOne[entry])) {
      const value = rule.isFinite() && agree(rule, limits[0]!) ? rule : limits[0]!;
      return { value, ...(inside.length < sides.length && { isOneSided: true }) };
    }
    if (!rule.isFinite() || limits.length < inside.length) return { value: nothing(rule) };
    return { value: rule, range: rangeOf([rule, ...limits]) };
  });
}

function rangeOf(numbers: readonly Decimal[]): Range {
  return {
    low: numbers.reduce((a, b) => (a.lessThan(b) ? a : b)),
    high: numbers.reduce((a, b) => (a.greaterThan(b) ? a : b)),
  };
}

/** Not a number, as a decimal of the kind of this one. */
function nothing(like: Decimal): Decimal {
  return like.times(0).div(0);
}

/** The ranges of rows, if a convention chose any of their entries. */
export function rangesOf(rows: readonly (readonly Entry[])[]) {
  const isAny = rows.some((row) => row.some(({ range }) => range));
  return isAny ? { ranges: rows.map((row) => row.map(({ range }) => range)) } : {};
}

/** Ranges to the digits that are kept, by rows. */
export function exactRanges(rows: readonly (readonly (Range | undefined)[])[]): readonly ExactRanges[] {
  return rows.map((row) => row.map((range) => range && { low: exactNumber(range.low), high: exactNumber(range.high) }));
}
