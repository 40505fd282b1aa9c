/** The contract of a method: how to differentiate. A method knows no problem, no clock and no file. */
import type { Arithmetic } from './arithmetic/arithmetic.ts';
import type { OperationCounts } from './arithmetic/operation-counts.ts';
import type { CostBounds } from './cost-bounds.ts';

export { Unsupported } from './arithmetic/arithmetic.ts';

/**
 * What a method can be asked for. J is the Jacobian, of m rows and n columns; the gradient is its single row. The Hessian H,
 * of n rows and n columns, and its product H v belong to scalar functions.
 */
export const OPERATORS = ['value', 'gradient', 'jacobian', 'jvp', 'vjp', 'hessian', 'hvp'] as const;
/** The name of an operator. */
export type Operator = (typeof OPERATORS)[number];

/** Value and gradient of a scalar function as a careful programmer writes them in plain JavaScript. */
export interface ScalarByHand {
  /** f(x); it is the primal of every ratio, and what finite differences call. */
  value(x: Float64Array): number;
  /** Writes the n partial derivatives to `out` and returns f(x). */
  gradient(x: Float64Array, out: Float64Array): number;
  /** Writes the n x n Hessian to `out`, row by row; absent where it is too long to be written by hand. */
  hessian?(x: Float64Array, out: Float64Array): void;
}

/** Values and Jacobian of a vector-valued function as a careful programmer writes them in plain JavaScript. */
export interface VectorByHand {
  /** Writes the m values to `out`; it is the primal of every ratio, and what finite differences call. */
  values(x: Float64Array, out: Float64Array): void;
  /** Writes the m x n Jacobian to `out`, row by row. */
  jacobian(x: Float64Array, out: Float64Array): void;
}

interface DifferentiableFunction {
  /** n, the number of independent variables. */
  readonly inputs: number;
  /** m, the number of values. */
  readonly outputs: number;
  /** The function, written once over any arithmetic: n values in, m values out. */
  evaluate<T>(A: Arithmetic<T>, x: readonly T[]): readonly T[];
  /** A scalar function as one expression in mathjs syntax over x1 ... xn, where it is shorter than running `evaluate` symbolically. */
  readonly closedForm?: string;
}

/** A function R^n -> R: it has a gradient. */
export interface ScalarFunction extends DifferentiableFunction {
  readonly kind: 'scalar';
  readonly outputs: 1;
  /** The same function and its gradient by hand. Only the method `manual` reads the gradient. */
  readonly byHand: ScalarByHand;
}

/** A function R^n -> R^m: it has a Jacobian of m rows and n columns. */
export interface VectorFunction extends DifferentiableFunction {
  readonly kind: 'vector';
  /** The same function and its Jacobian by hand. Only the method `manual` reads the Jacobian. */
  readonly byHand: VectorByHand;
}

/** A function as a method sees it. */
export type Differentiable = ScalarFunction | VectorFunction;

/** What can be counted exactly of the last call of an operator; the same on every machine. */
export interface Cost {
  /** Evaluations of the hand-written function; by the complex step, of the one that is written once. */
  readonly functionCalls?: number;
  /** Gradients that were evaluated on the way to second derivatives. */
  readonly gradientCalls?: number;
  /** Nodes on the tape at its longest: what was recorded and not yet forgotten. */
  readonly tapeNodes?: number;
  /** Edges on the tape at its longest: one for each argument of each node. */
  readonly tapeEdges?: number;
  /** Bytes that these nodes and edges take, with what a reversed sum keeps beside them. */
  readonly tapeBytes?: number;
  /** Nodes of the graph that is run. */
  readonly graphNodes?: number;
  /** Largest number of values that are alive at once while it is run, inputs and constants not counted. */
  readonly valuesAlive?: number;
}

/** What one call of an operator takes, counted exactly. */
export interface OperationCount {
  /** The operations that it executes. */
  readonly counts: OperationCounts;
  /** What else can be counted of it. */
  readonly cost?: Cost;
  /** How large a multiple of the function's own cost theory allows; absent where it allows any. */
  readonly bounds?: CostBounds;
}

/**
 * The count of one operator.
 * @throws {Unsupported} for an operator whose operations can't be counted, with the reason.
 */
export type OperationCounter = (operator: Operator) => OperationCount;

/** The operators that a method has prepared for one function. An operator that is absent is out of the method's reach. */
export interface Operators {
  /** f(x) of a scalar function. */
  value?(x: Float64Array): number;
  /** Writes f(x) of a vector-valued function to `out` (m numbers). */
  values?(x: Float64Array, out: Float64Array): void;
  /** Writes the gradient to `out` (n numbers) and returns f(x), or NaN where the method does not come by it on the way. */
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
   * Writes what the method itself expects of the absolute error of each entry of its last gradient or Jacobian to `out` (n or
   * m n numbers, laid out like the answer). Present where the method `estimatesError`, and where one comes by an estimate beside
   * the error model by which it is judged.
   */
  errorEstimate?(out: Float64Array): void;
  /** Cost of the last call, as far as it can be counted. */
  cost?(): Cost;
}

/** Families of related methods. */
export const FAMILIES = ['manual', 'numerical', 'symbolic', 'forward', 'reverse', 'primal'] as const;
/** Related methods: those of one family share a hue and a chapter of the report. */
export type Family = (typeof FAMILIES)[number];

/** How the default step of a difference quotient follows the coordinate x: in proportion to max(1, |x|), or not at all. */
export const STEP_RULES = ['relative', 'absolute'] as const;
/** The name of a step rule. */
export type StepRule = (typeof STEP_RULES)[number];

/** Settings that a method may honour. */
export interface PrepareOptions {
  /**
   * Step of a difference quotient: absolute, the same for every coordinate; the first that is tried, where a method searches for
   * the step. Default: the method's own, by `stepRule`.
   */
  readonly step?: number;
  /** How the default step, or the first that a method tries where it searches, follows x. Default: relative. */
  readonly stepRule?: StepRule;
  /** The operators that will be asked for. A method may leave the preparation of the others until they are. Default: unknown. */
  readonly operators?: readonly Operator[];
}

/**
 * A difference quotient along one coordinate, as its error model sees it: c h^p |f^(p+1)(x)| of truncation plus
 * w epsilon |f(x)| / h of round-off.
 */
export interface DifferenceQuotient {
  /** p, the order of the truncation error in the step h: 1 for the forward difference, 2 for the central one. */
  readonly order: number;
  /** c, the constant of the leading truncation term: 1/2 for the forward difference, 1/6 for the central one. */
  readonly truncation: number;
  /** w, the sum of the magnitudes of the weights of f, times h: 2 for the forward difference, 1 for the central one. */
  readonly weights: number;
  /** The default step at the coordinate x. */
  stepAt(x: number, rule?: StepRule): number;
}

/**
 * A difference quotient of second order, as its error model sees it. Of the function: along u with step h and along v with step k,
 * its truncation error is h f_uuv/2 + k f_uvv/2 (order 1) or h^2 f_uuuv/6 + k^2 f_uvvv/6 (order 2; h^2 f_uuuu/12 on the diagonal
 * of a Hessian, by three points). Of the gradient, central: h^2 f_ivvv/6 in entry i, and a Hessian is the mean of H and its transpose.
 */
export interface SecondDifference {
  /** What is differenced: the function in two directions, or its gradient in one. */
  readonly of: 'function' | 'gradient';
  /** Order of the truncation error in the step; a gradient is differenced to order 2. */
  readonly order: 1 | 2;
  /** The default step at the coordinate x. */
  stepAt(x: number, rule?: StepRule): number;
}

/** A way to differentiate. */
export interface Method {
  /** The name in the registry, in CSV and on the command line. */
  readonly name: string;
  /** A few words for people. */
  readonly title: string;
  readonly family: Family;
  /** What limits its accuracy: `rounding` alone, or the `truncation` of a difference quotient as well. */
  readonly error: 'rounding' | 'truncation';
  /** What a prediction of its error must know of a difference quotient. */
  readonly difference?: DifferenceQuotient;
  /** The same of a difference quotient that answers hessian and hvp. */
  readonly secondDifference?: SecondDifference;
  /** Why running out of time or memory is no surprise: its cost can grow exponentially in the length of the function. */
  readonly mayExplode?: string;
  /** Whether it says how far each entry of its answer may be off: its stated error model is then its own estimate. */
  readonly estimatesError?: true;
  /**
   * Where a default run times it, if not everywhere: `at few sizes`, those that a quick run takes; or `on demand`, where a problem wants
   * related methods beside each other. Others stand for its cost elsewhere.
   */
  readonly timed?: 'at few sizes' | 'on demand';
  /** Whether what runs is long code of its own making, which V8 optimises late: it is then given a longer warm-up. */
  readonly generatesCode?: true;
  /** The operators that it has in principle; one may still throw `Unsupported` for a function that lacks what it needs. */
  readonly operators: readonly Operator[];
  /**
   * Does all that does not depend on the point. It is timed apart.
   * @throws {Unsupported} when the function is out of its reach, with the reason.
   */
  prepare(f: Differentiable, options?: PrepareOptions): Operators;
  /**
   * Counts what calls at x execute, once all is prepared; copying seeds in and the answer out is not counted. The method says
   * so itself, from what it does, with the counting arithmetic where it runs f. The function that difference quotients call is
   * counted as it is written once, not as it is written by hand. Absent where nobody has counted the method.
   * @throws {Unsupported} for a function whose operations can't be counted, with the reason.
   */
  count?(f: Differentiable, x: Float64Array, options?: PrepareOptions): OperationCounter;
}
