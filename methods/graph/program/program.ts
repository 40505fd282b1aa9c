import { CONSTANT, INPUT, KINDS } from '../kinds.ts';

/** A value to the power -2: the one small whole exponent that takes more than products and a quotient. */
export const INVERSE_SQUARE = KINDS.length;
/** Value of a `logSumExp` of two values. */
export const LOG_SUM_EXP_OF_TWO = KINDS.length + 1;
/** A block: several values at once, from values that lie side by side in memory. */
export const BLOCK = KINDS.length + 2;
/** One of the values that a block has made. */
export const RESULT = KINDS.length + 3;

/**
 * A matrix with constant entries times a vector of values, or the `logSumExp` of more than two values (then without
 * coefficients).
 */
export interface Block {
  /** The values that it reads, in order. */
  readonly columns: readonly number[];
  /** The values that it makes, in order. */
  readonly results: readonly number[];
  /** The entries of the matrix, row by row: results x columns numbers; none for `logSumExp`. */
  readonly coefficients: readonly Float64Array[];
}

/**
 * A straight-line program: instructions of at most two operands and blocks, each making one value that is known by the
 * number of its instruction. Sums and products of lists are chains of additions, from left to right, as
 * `numberArithmetic` adds them up: every back end that keeps to the instructions has the same bits.
 *
 * `first` and `second` of an instruction: an input its position; a constant the number of its value among `constants`;
 * a primitive its operands; `pow` its operand and the number of its exponent; a block its number; a result its block
 * and its row.
 */
export interface Program {
  /** How many inputs are the point x; those after it are seeds. */
  readonly inputs: number;
  readonly codes: ArrayLike<number>;
  readonly first: ArrayLike<number>;
  readonly second: ArrayLike<number>;
  readonly constants: readonly number[];
  readonly blocks: readonly Block[];
  /** The values that are the outputs. */
  readonly outputs: readonly number[];
  /**
   * The instructions that compute something, each after those that it needs; inputs and constants are not among them.
   */
  readonly order: readonly number[];
}

/** Whether the value is there without being computed. */
export function isGiven({ codes }: Pick<Program, 'codes'>, value: number): boolean {
  return codes[value] === INPUT || codes[value] === CONSTANT;
}
