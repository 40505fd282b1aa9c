/** Functions and their partial derivatives as expressions that can be evaluated at a point. */
export interface Evaluator {
  /** The first component. */
  value(x: Float64Array): number;
  /** Writes the m components to `out`. */
  values(x: Float64Array, out: Float64Array): void;
  /** Writes the m x n partial derivatives to `out`, row by row. */
  jacobian(x: Float64Array, out: Float64Array): void;
}
