import { decimalArithmetic } from '../../../../methods/arithmetic/decimal.ts';
import type { Outcome } from '../../../tables/tables.ts';
import { byReverseSweeps } from '../../../truth/exact-derivative.ts';
import type { MemoryProblem } from './problems.ts';
import type { MemoryUse } from './request.ts';

/** Digits that are enough for the truth here: an orbit that is neutrally stable loses few. */
const DIGITS = 40;
/**
 * Relative error of the first step or term: a few roundings. Those of later ones are as large, since the neutral orbit
 * neither damps nor amplifies them, and independent, so that their sum grows with the root of the length.
 */
const ERROR_OF_STEP = 32 * 2 ** -53;

/**
 * The error of a gradient of the problem at a length, against decimals where these are quick, else against the gradient
 * by hand.
 */
export function compareGradient(
  problem: MemoryProblem,
  length: number,
  gradient: Float64Array,
): Pick<MemoryUse, 'error' | 'bound' | 'comparedWith'> {
  const isShort = length <= problem.exactUpTo;
  const truth = isShort ? byDecimals(problem, length) : byHand(problem, length);
  const scale = truth.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
  const errors = truth.map((entry, i) => Math.abs(gradient[i]! - entry) / scale);
  return {
    error: errors.reduce((largest, error) => Math.max(largest, error), 0), // NaN if any is
    bound: Math.sqrt(length) * ERROR_OF_STEP,
    comparedWith: isShort ? 'decimals' : 'by hand',
  };
}

/** Whether a gradient is right: within its bound. */
export function memoryVerdict({ error, bound }: Pick<MemoryUse, 'error' | 'bound'>): {
  readonly outcome: Outcome;
  readonly reason?: string;
} {
  if (error <= bound) return { outcome: 'ok' };
  return { outcome: 'wrong', reason: `off by ${error.toExponential(1)}, allowed ${bound.toExponential(1)}` };
}

function byDecimals(problem: MemoryProblem, length: number): number[] {
  const A = decimalArithmetic(DIGITS);
  const { jacobian } = byReverseSweeps(problem.at(length), Array.from(problem.point, A.constant), A);
  return jacobian[0]!.map((slope) => slope.toNumber());
}

function byHand(problem: MemoryProblem, length: number): number[] {
  const out = new Float64Array(problem.point.length);
  problem.at(length).byHand.gradient(problem.point, out);
  return [...out];
}
