/**
 * The contract of an arithmetic: the primitives of which every problem is made, over any type of value.
 *
 * A function written against `Arithmetic<T>` runs unchanged on numbers, 50-digit decimals, dual numbers, a tape, mathjs
 * trees or program text (the "tagless final" style: Carette, Kiselyov, Shan, JFP 19, 2009).
 */

/** Primitives of one argument. In the domain given, value and derivative are real and finite. */
export interface UnaryPrimitives<T> {
  /** -x, for every x. */
  neg(x: T): T;
  /** e^x, for every x. */
  exp(x: T): T;
  /** Natural logarithm, for x > 0. */
  log(x: T): T;
  /** log(1 + x) without cancellation, for x > -1. */
  log1p(x: T): T;
  /** e^x - 1 without cancellation, for every x. */
  expm1(x: T): T;
  /** Sine of x in radians, for every x. */
  sin(x: T): T;
  /** Cosine of x in radians, for every x. */
  cos(x: T): T;
  /** Tangent of x in radians, for x away from odd multiples of pi/2. */
  tan(x: T): T;
  /** Hyperbolic tangent, for every x. */
  tanh(x: T): T;
  /** Inverse sine in radians, for -1 < x < 1. It is defined at -1 and 1, where its slope is infinite. */
  asin(x: T): T;
  /** Inverse cosine in radians, for -1 < x < 1. It is defined at -1 and 1, where its slope is infinite. */
  acos(x: T): T;
  /** Inverse tangent in radians, for every x. */
  atan(x: T): T;
  /** Hyperbolic sine, for every x. */
  sinh(x: T): T;
  /** Hyperbolic cosine, for every x. */
  cosh(x: T): T;
  /** Square root, for x > 0. It is defined at 0, where its slope is infinite. */
  sqrt(x: T): T;
  /** |x|, for every x. Its slope at the kink 0 is 0 by convention, the midpoint of the subdifferential [-1, 1]. */
  abs(x: T): T;
  /** -1, 0 or 1 as x is below, at or above 0. Its slope is 0 everywhere; at the jump this is a convention. */
  sign(x: T): T;
  /** The slope of tanh, 1 / cosh(x)^2, for every x. */
  tanhSlope(x: T): T;
  /** The slope of asin, 1 / sqrt(1 - x^2), for -1 < x < 1. */
  asinSlope(x: T): T;
  /** The slope of atan, 1 / (1 + x^2), for every x. */
  atanSlope(x: T): T;
  /** The slope of log(1 + e^x), 1 / (1 + e^-x), for every x. */
  logistic(x: T): T;
}

/** Primitives of two arguments. */
export interface BinaryPrimitives<T> {
  /** x + y. */
  add(x: T, y: T): T;
  /** x - y. */
  sub(x: T, y: T): T;
  /** x y. */
  mul(x: T, y: T): T;
  /** x / y, for y not 0. */
  div(x: T, y: T): T;
  /**
   * The larger of x and y. Where x = y, the slope is 1/2 to each by convention, the midpoint of the subdifferential.
   */
  max(x: T, y: T): T;
  /**
   * The smaller of x and y. Where x = y, the slope is 1/2 to each by convention, the midpoint of the subdifferential.
   */
  min(x: T, y: T): T;
}

/** Primitives of any number of arguments. Each is one node of a tape or graph, for a list of any length. */
export interface ListPrimitives<T> {
  /** x1 + ... + xn; 0 for an empty list. */
  sum(xs: readonly T[]): T;
  /** x1 y1 + ... + xn yn for lists of one length; 0 for empty lists. */
  dot(xs: readonly T[], ys: readonly T[]): T;
  /** c1 x1 + ... + cn xn with plain numbers c, as a row of a constant matrix times a vector; 0 for empty lists. */
  linear(coefficients: ArrayLike<number>, xs: readonly T[]): T;
  /** log(exp(x1) + ... + exp(xn)) without overflow, for at least one argument. */
  logSumExp(xs: readonly T[]): T;
}

/** An arithmetic: the primitives, defined on values of type T. */
export interface Arithmetic<T> extends UnaryPrimitives<T>, BinaryPrimitives<T>, ListPrimitives<T> {
  /** The value that stands for the double `c` exactly. */
  constant(c: number): T;
  /**
   * x^exponent for a constant exponent. Domain: every x for a natural number, x not 0 for a negative integer, else x >
   * 0.
   */
  pow(x: T, exponent: number): T;
  /**
   * term(0) + ... + term(count - 1), in this order; 0 where count is 0. A term may use plain data and values computed
   * before the sum. Values computed inside a term must not be used outside of it: a tape may have forgotten them.
   */
  sumOver(count: number, term: (i: number) => T): T;
  /**
   * The plain number behind x, for a function that branches on values, as a loop until convergence does.
   * @throws {Unsupported} where a value of type T stands for no single number, as in symbolic differentiation.
   */
  toNumber(x: T): number;
}

/** Computes the terms of a `sumOver`, as a list. */
export function termsOf<T>(count: number, term: (i: number) => T): T[] {
  const terms: T[] = [];
  for (let i = 0; i < count; i++) terms.push(term(i));
  return terms;
}

/** The error of a method or an arithmetic that can't serve a function. Its message is the reason that the row shows. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}
