/** How much a change must amount to, so that it makes a wrong derivative right. */
import { offBy, type Wrong } from '../diagnosis/kinds.ts';

/** Steps by which the amount of a change is found. */
const STEPS = 14;
/** The first of these, relative to what stands there. */
const FIRST_STEP = 1e-3;
/** How much further off than usual a repaired entry may be: amounts are found by dividing differences. */
const SLACK = 100;

/** How large a change is that changes something: of a sum in proportion to what stands there. */
export function sizesOf(mode: 'add' | 'multiply', values: readonly number[]): number[] {
  return values.map((value) => (mode === 'multiply' || value === 0 ? 1 : Math.abs(value)));
}

/** The amount of the change that makes these entries right, for each of the points; undefined where none does. */
export function amountsFor(
  wrong: Wrong,
  entries: readonly number[],
  points: readonly number[],
  mode: 'add' | 'multiply',
  sizes: readonly number[],
  attempt: (amount: number, p: number) => Float64Array,
): number[] | undefined {
  const amounts: number[] = [];
  for (const [i, p] of points.entries()) {
    const amount = amountAt(wrong, entries, p, mode, sizes[i]!, (each) => attempt(each, p));
    if (amount === undefined) return undefined;
    amounts.push(amount);
  }
  return amounts;
}

/** Finds the amount at one point, by the secant method for the entry that is furthest off. */
function amountAt(
  wrong: Wrong,
  entries: readonly number[],
  p: number,
  mode: 'add' | 'multiply',
  size: number,
  attempt: (amount: number) => Float64Array,
): number | undefined {
  const exact = wrong.exact[p]!;
  const e = entries.reduce((a, b) => (offBy(wrong, p, a) >= offBy(wrong, p, b) ? a : b));
  const isDone = (answer: Float64Array) =>
    entries.length === 1
      ? isNearly(wrong, p, e, answer[e]!)
      : answer.every((value, each) => isNearly(wrong, p, each, value));
  let [before, error] = [mode === 'add' ? 0 : 1, wrong.byHand[p]![e]! - exact[e]!];
  let amount = before + FIRST_STEP * size;
  for (let step = 0; step < STEPS; step++) {
    const answer = attempt(amount);
    if (isDone(answer)) return amount;
    const left = answer[e]! - exact[e]!;
    const next = amount - (left * (amount - before)) / (left - error);
    if (!Number.isFinite(next)) return undefined;
    [before, error, amount] = [amount, left, next];
  }
  return undefined;
}

/** Whether an entry is right but for what finding an amount costs. */
export function isNearly({ exact, tolerances }: Wrong, p: number, e: number, value: number): boolean {
  return Math.abs(value - exact[p]![e]!) <= SLACK * tolerances[p]![e]!;
}
