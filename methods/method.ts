/** The contract of a method: how to differentiate. A method knows no problem, no clock and no file. */
import type { Arithmetic } from './arithmetic/arithmetic.ts';
import type { OperationCounts } from './arithmetic/operation-counts.ts';
import type { CostBounds } from './cost-bounds.ts';

export { Unsupported } from './arithmetic/arithmetic.ts';

/**
 * Operators: the quantities that a method can be asked for. J is the Jacobian, of m rows and n columns. The gradient is
 * the single row of J where m is 1. The Hessian H has n rows and n columns. H and its product H v exist for scalar
 * functions alone.
 */
export const OPERATORS = ['value', 'gradient', 'jacobian', 'jvp', 'vjp', 'hessian', 'hvp'] as const;
/** The name of an operator. */
export type Operator = (typeof OPERATORS)[number];

/** Value and gradient of a scalar function as a careful programmer writes them in plain JavaScript. */
export interface ScalarByHand {
  /** Returns f(x). It is the primal of every ratio, and the function that finite differences call. */
  value(x: Float64Array): number;
  /** Writes the n partial derivatives to `out` and returns f(x). */
  gradient(x: Float64Array, out: Float64Array): number;
  /** Writes the n x n Hessian to `out`, row by row. Absent where it is too long to be written by hand. */
  hessian?(x: Float64Array, out: Float64Array): void;
}

/** Values and Jacobian of a vector-valued function as a careful programmer writes them in plain JavaScript. */
export interface VectorByHand {
  /** Writes the m values to `out`. It is the primal of every ratio, and the function that finite differences call. */
  values(x: Float64Array, out: Float64Array): void;
  /** Writes the m x n Jacobian to `out`, row by row. */
  jacobian(x: Float64Array, out: Float64Array): void;
}

interface DifferentiableFunction {
  /** n, the number of independent variables. */
  readonly inputs: number;
  /** m, the number of values. */
  readonly outputs: number;
  /** Computes the m values from the n inputs. The function is written once, over any arithmetic. */
  evaluate<T>(A: Arithmetic<T>, x: readonly T[]): readonly T[];
  /**
   * A scalar function as one expression in mathjs syntax over x1 ... xn. Present where this expression is shorter than
   * the one that `evaluate` makes when it runs on symbols.
   */
  readonly closedForm?: string;
}

/** A function R^n -> R: it has a gradient. */
export interface ScalarFunction extends DifferentiableFunction {
  readonly kind: 'scalar';
  readonly outputs: 1;
  /** Hand-written value and gradient of this function. Only the method `manual` reads the gradient. */
  readonly byHand: ScalarByHand;
}

/** A function R^n -> R^m: it has a Jacobian of m rows and n columns. */
export interface VectorFunction extends DifferentiableFunction {
  readonly kind: 'vector';
  /** Hand-written values and Jacobian of this function. Only the method `manual` reads the Jacobian. */
  readonly byHand: VectorByHand;
}

/** A function as a method sees it. */
export type Differentiable = ScalarFunction | VectorFunction;

/** Exact counts of the last call of an operator. They are equal on every machine. */
export interface Cost {
  /** Evaluations of the hand-written function. The complex step evaluates the function that is written once instead. */
  readonly functionCalls?: number;
  /** Gradients that were evaluated to get second derivatives. */
  readonly gradientCalls?: number;
  /** Nodes on the tape at its longest: those that were recorded and not yet forgotten. */
  readonly tapeNodes?: number;
  /** Edges on the tape at its longest: one for each argument of each node. */
  readonly tapeEdges?: number;
  /** Bytes of these nodes and edges, and of the arrays that a reversed sum keeps for them. */
  readonly tapeBytes?: number;
  /** Nodes of the graph that is run. */
  readonly graphNodes?: number;
  /** Largest number of values that are alive at once while the graph runs. Inputs and constants are not counted. */
  readonly valuesAlive?: number;
}

/** Exact cost of one call of an operator. */
export interface OperationCount {
  /** The operations that the call executes. */
  readonly counts: OperationCounts;
  /** Other exact counts of the call. */
  readonly cost?: Cost;
  /** The largest multiple of the function's own cost that theory allows. Absent where theory sets no limit. */
  readonly bounds?: CostBounds;
}

/**
 * Counts one call of an operator.
 * @throws {Unsupported} for an operator whose operations can't be counted, with the reason.
 */
export type OperationCounter = (operator: Operator) => OperationCount;

/**
 * The operators that a method has prepared for one function. Where an operator is absent, the method can't compute it.
 */
export interface Operators {
  /** Returns f(x) of a scalar function. */
  value?(x: Float64Array): number;
  /** Writes f(x) of a vector-valued function to `out` (m numbers). */
  values?(x: Float64Array, out: Float64Array): void;
  /**
   * Writes the gradient to `out` (n numbers). Returns f(x), or NaN where the method does not compute f(x) on the way.
   */
  gradient?(x: Float64Array, out: Float64Array): number;
  /** Writes the Jacobian to `out`, row by row (m n numbers). */
  jacobian?(x: Float64Array, out: Float64Array): void;
  /** Writes the Jacobian-vector product J v to `out` (m numbers), for a tangent v of n numbers. */
  jvp?(x: Float64Array, v: Float64Array, out: Float64Array): void;
  /** Writes the vector-Jacobian product J^T u to `out` (n numbers), for an adjoint u of m numbers. */
  vjp?(x: Float64Array, u: Float64Array, out: Float64Array): void;
  /** Writes the Hessian of a scalar function to `out`, row by row (n^2 numbers). */
  hessian?(x: Float64Array, out: Float64Array): void;
  /** Writes the Hessian-vector product H v of a scalar function to `out` (n numbers), for a tangent v of n numbers. */
  hvp?(x: Float64Array, v: Float64Array, out: Float64Array): void;
  /**
   * Writes to `out` the method's own estimate of the absolute error of each entry of its last gradient or Jacobian.
   * `out` has n or m n numbers, laid out like the answer. Present where the method `estimatesError`. Also present where
   * a method judged by another error model gets an estimate on the way.
   */
  errorEstimate?(out: Float64Array): void;
  /** Returns the cost of the last call, as far as it can be counted. */
  cost?(): Cost;
}

/** Families of related methods. */
export const FAMILIES = ['manual', 'numerical', 'symbolic', 'forward', 'reverse', 'primal'] as const;
/** Related methods: those of one family share a hue and a chapter of the report. */
export type Family = (typeof FAMILIES)[number];

/**
 * Step rules. The default step of a difference quotient grows with the coordinate x as max(1, |x|), or is the same for
 * every x.
 */
export const STEP_RULES = ['relative', 'absolute'] as const;
/** The name of a step rule. */
export type StepRule = (typeof STEP_RULES)[number];

/** Settings that a method may honour. */
export interface PrepareOptions {
  /**
   * Step of a difference quotient: absolute, one for all coordinates. Where a method searches for the step, it is the
   * first that the method tries. Default: the method's own, by `stepRule`.
   */
  readonly step?: number;
  /**
   * Rule by which the default step follows x. Where a method searches for the step, the rule holds for its first one.
   * Default: relative.
   */
  readonly stepRule?: StepRule;
  /**
   * The operators that will be asked for. A method may put off the preparation of the others until they are. Default:
   * unknown.
   */
  readonly operators?: readonly Operator[];
}

/**
 * A difference quotient along one coordinate, as its error model sees it. Its error is c h^p |f^(p+1)(x)| of truncation
 * plus w epsilon |f(x)| / h of round-off.
 */
export interface DifferenceQuotient {
  /** p, the order of the truncation error in the step h: 1 for the forward difference, 2 for the central one. */
  readonly order: number;
  /** c, the constant of the leading truncation term: 1/2 for the forward difference, 1/6 for the central one. */
  readonly truncation: number;
  /** w, the sum of the magnitudes of the weights of f, times h: 2 for the forward difference, 1 for the central one. */
  readonly weights: number;
  /** Returns the default step at the coordinate x. */
  stepAt(x: number, rule?: StepRule): number;
}

/**
 * A difference quotient for second derivatives, as its error model sees it.
 * - Of the function, along u with step h and along v with step k: the truncation error is h f_uuv/2 + k f_uvv/2 for
 *   order 1. For order 2 it is h^2 f_uuuv/6 + k^2 f_uvvv/6, or h^2 f_uuuu/12 on the diagonal of a Hessian, by three
 *   points.
 * - Of the gradient, central: it is h^2 f_ivvv/6 in entry i. A Hessian is the mean of H and its transpose.
 */
export interface SecondDifference {
  /** The function that is differenced: f itself in two directions, or its gradient in one. */
  readonly of: 'function' | 'gradient';
  /** Order of the truncation error in the step; a gradient is differenced to order 2. */
  readonly order: 1 | 2;
  /** Returns the default step at the coordinate x. */
  stepAt(x: number, rule?: StepRule): number;
}

/** A way to differentiate. */
export interface Method {
  /** The name in the registry, in CSV and on the command line. */
  readonly name: string;
  /** The name for people, in a few words. */
  readonly title: string;
  readonly family: Family;
  /** The limit of its accuracy: `rounding` alone, or the `truncation` of a difference quotient as well. */
  readonly error: 'rounding' | 'truncation';
  /** The error model of first derivatives by a difference quotient. */
  readonly difference?: DifferenceQuotient;
  /** The error model of hessian and hvp by a difference quotient. */
  readonly secondDifference?: SecondDifference;
  /**
   * The reason why its cost can grow exponentially with the length of the function. Running out of time or memory is
   * then expected.
   */
  readonly mayExplode?: string;
  /** Whether it estimates the error of each entry of its answer. It is then judged by its own estimate. */
  readonly estimatesError?: true;
  /**
   * The places where a default run times it. `at few sizes`: at the sizes of a quick run. `on demand`: only where a
   * problem compares related methods. Elsewhere, related methods show its cost. Absent: everywhere.
   */
  readonly timed?: 'at few sizes' | 'on demand';
  /** Whether it runs long code that it generates. V8 optimises such code late, so it gets a longer warm-up. */
  readonly generatesCode?: true;
  /**
   * The operators that it offers. One may still throw `Unsupported` for a function that lacks what the operator needs.
   */
  readonly operators: readonly Operator[];
  /**
   * Does all work that does not depend on the point. Its time is measured apart.
   * @throws {Unsupported} for a function that it can't differentiate, with the reason.
   */
  prepare(f: Differentiable, options?: PrepareOptions): Operators;
  /**
   * Counts the operations of a call at x, after preparation. Copying seeds in and the answer out is not counted. The
   * method derives the count from its own algorithm; where it runs f, it uses the counting arithmetic. Difference
   * quotients count the function that is written once, not the hand-written one. Absent where nobody has counted the
   * method.
   * @throws {Unsupported} for a function whose operations can't be counted, with the reason.
   */
  count?(f: Differentiable, x: Float64Array, options?: PrepareOptions): OperationCounter;
}
