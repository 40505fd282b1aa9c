/** Which rows are of a derivative, what makes a case, and which methods are difference quotients. */
import { familyOf } from '../../../methods/index.ts';
import { inOrder } from '../theme/methods.ts';

/** The case of a row of accuracy.csv, timing.csv and operations.csv. */
export interface CaseRow {
  readonly suite: string | undefined;
  readonly problem: string | undefined;
  readonly size: number | undefined;
  readonly operator: string | undefined;
  readonly method: string | undefined;
  readonly outcome: string | undefined;
  readonly reason: string | undefined;
}

/** The derivative by hand: the reference, since no one needs to be told that it is fast. */
export const BY_HAND = 'manual';

/** Whether it is a row of a first derivative: the gradient of a scalar function, the Jacobian of another. */
export function isDerivative({ operator }: CaseRow): boolean {
  return operator === 'gradient' || operator === 'jacobian';
}

/** A method of the numerical family that takes no difference. */
const COMPLEX_STEP = 'complex-step';

/** Whether a method of the registry is a difference quotient, of whatever order. */
export function isDifference(method: string): boolean {
  return familyOf(method) === 'numerical' && method !== COMPLEX_STEP;
}

/** A case without its method, as one string. */
export function caseOf({ suite, problem, size, operator }: CaseRow): string {
  return JSON.stringify([suite, problem, size, operator]);
}

/** A number that has a logarithm. */
export function isPositive(x: number | undefined): x is number {
  return x !== undefined && x > 0 && Number.isFinite(x);
}

/** Each value once, in the order of first appearance. */
export function distinct<T>(values: Iterable<T | undefined>): T[] {
  return [...new Set(values)].filter((value) => value !== undefined);
}

/** The methods of these rows, in the order of the lecture. */
export function methodsOf(rows: readonly CaseRow[]): string[] {
  return inOrder(distinct(rows.map(({ method }) => method)));
}
