/**
 * A program that can be called: reads the point (n numbers) and the seeds, writes the outputs to `out`. Where it was
 * compiled to return its first output, that one is returned and `out` holds the others; else it returns NaN. `out` must
 * be another array than `x` and `seeds`: it may be written before they are read.
 */
export type Run = (x: Float64Array, seeds: Float64Array, out: Float64Array) => number;

/** How a program is compiled. */
export interface CompileOptions {
  /** Return the first output instead of writing it: the value that comes with a gradient. */
  readonly returnsFirst: boolean;
}
