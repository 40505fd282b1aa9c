/** The operations of a computation, by kind. They are equal on every machine. */
export interface OperationCounts {
  /** Additions, subtractions, and changes of sign where one is executed. */
  readonly additions: number;
  readonly multiplications: number;
  readonly divisions: number;
  /** Calls of exp, log, sin, ..., sqrt, and of powers that are not done by multiplication. */
  readonly nonlinear: number;
  /** abs, sign, max, min: they compare, or look at a sign. */
  readonly selections: number;
  /**
   * Numbers read from or written to memory: one for each argument of a primitive and one for its result; what happens
   * within a primitive stays in registers. Coefficients that are part of the program, and a tape that is read in order,
   * move nothing.
   */
  readonly moves: number;
}

/** A count that is still going on. */
export type Tally = { -readonly [K in keyof OperationCounts]: OperationCounts[K] };

const NOTHING: OperationCounts = {
  additions: 0,
  multiplications: 0,
  divisions: 0,
  nonlinear: 0,
  selections: 0,
  moves: 0,
};

/**
 * Weights of the operations in the measure of Griewank & Walther, Evaluating Derivatives (2008), 2.5 and 3: a move mu,
 * an addition 1, a multiplication pi, a nonlinear call nu. They assume mu >= pi >= 1 and nu >= 2 pi, and these are the
 * least weights that fulfil it. A division is their nonlinear reciprocal, with the product for nothing; a selection is
 * a comparison, which is a subtraction.
 */
const WEIGHTS: OperationCounts = {
  additions: 1,
  multiplications: 1,
  divisions: 2,
  nonlinear: 2,
  selections: 1,
  moves: 1,
};

/** A tally of nothing so far. */
export function newTally(): Tally {
  return { ...NOTHING };
}

/** Counts on. */
export function addTo(tally: Tally, counts: Partial<OperationCounts>): void {
  for (const kind of kinds) tally[kind] += counts[kind] ?? 0;
}

/** The counts of one computation after the other. */
export function sumOfCounts(...parts: readonly Partial<OperationCounts>[]): OperationCounts {
  const total = newTally();
  for (const part of parts) addTo(total, part);
  return total;
}

/** The counts of a computation that runs `times` times. */
export function timesCounts(times: number, counts: Partial<OperationCounts>): OperationCounts {
  const product = newTally();
  for (const kind of kinds) product[kind] = times * (counts[kind] ?? 0);
  return product;
}

/**
 * The plain measure, that of arithmetic complexity (Baur & Strassen, Theoretical Computer Science 22, 1983): every
 * operation is 1, a move nothing.
 */
export function operationsIn({ moves: _, ...operations }: OperationCounts): number {
  return Object.values(operations).reduce((total, count) => total + count, 0);
}

/** The measure with moves: the weighted sum of all counts. */
export function workIn(counts: OperationCounts): number {
  return kinds.reduce((total, kind) => total + WEIGHTS[kind] * counts[kind], 0);
}

const kinds = Object.keys(NOTHING) as (keyof OperationCounts)[];
