/** The derivative at each point of a sample, for one step. */
export interface SampledAnswers {
  readonly slopes: readonly number[];
  /** The method's own estimates of their errors; absent where it gives none. */
  readonly estimates?: readonly number[];
  /** Calls of f for each; absent where the method does not count them. */
  readonly functionCalls?: readonly number[];
}
