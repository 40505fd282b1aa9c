/**
 * Rows that are announced to be wrong. An announcement is as narrow as the fact: a row that is right after all fails
 * the run.
 */
import type { Operator } from '../methods/method.ts';

/** Methods and operators whose answers to a problem are wrong, and why. */
export interface ExpectedWrong {
  /** Names of methods, as in the registry. */
  readonly methods: readonly string[];
  readonly operators: readonly Operator[];
  /** Absent: at every size. */
  readonly sizes?: readonly number[];
  /** Whether it is wrong at some points only: which they are depends on the seed, so the row may be right. */
  readonly atSomePoints?: true;
  /** The shortest and the longest step of rows of error against step. Absent for all other rows. */
  readonly steps?: readonly [shortest: number, longest: number];
  readonly reason: string;
}

/** Central differences of order 4 and more. */
export const HIGHER_ORDER = ['central-difference-4', 'central-difference-6', 'central-difference-8'] as const;
/** Every difference quotient with a step of its own. */
export const QUOTIENTS = ['forward-difference', 'central-difference', ...HIGHER_ORDER] as const;
/** Methods that estimate their errors. */
export const ESTIMATED = ['richardson', 'adaptive-difference'] as const;
/** Every difference quotient for second derivatives. */
export const SECOND_QUOTIENTS = ['forward-difference', 'central-difference', 'gradient-difference'] as const;
/** Methods whose expressions mathjs derives. */
export const SYMBOLIC = ['symbolic-mathjs', 'symbolic-compiled', 'symbolic-generated', 'symbolic-simplified'] as const;

/** First derivatives by the quotients, along a coordinate and along a direction. */
export function wrongSlopes(methods: readonly string[], reason: string): ExpectedWrong {
  return { methods, operators: ['gradient', 'jvp'], reason };
}

/** Second derivatives, entry by entry and along a direction. */
export function wrongCurvatures(methods: readonly string[], reason: string): ExpectedWrong {
  return { methods, operators: ['hessian', 'hvp'], reason };
}

/** Every difference quotient, of first order and of second. */
export function allQuotientsWrong(reason: string): readonly ExpectedWrong[] {
  return [wrongSlopes(QUOTIENTS, reason), wrongCurvatures(SECOND_QUOTIENTS, reason)];
}

/** The gradient by a quotient whose step, of error against step, is from `shortest` to `longest`. */
export function wrongSteps(method: string, steps: readonly [number, number], reason: string): ExpectedWrong {
  return { methods: [method], operators: ['gradient'], steps, reason };
}
