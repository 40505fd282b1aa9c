import type { Arithmetic } from './arithmetic.ts';

/** Dual numbers over doubles with a fixed number of tangents, in a representation of their own. */
export interface Tangents<T> {
  /** Tangents that a number carries. */
  readonly width: number;
  /** The primitives on them. */
  readonly arithmetic: Arithmetic<T>;
  /** v with the tangent d in place k, and 0 in all others. */
  seeded(v: number, k: number, d: number): T;
  /** The value. */
  valueOf(x: T): number;
  /** The tangent in place k, from 0 to width - 1. */
  tangentOf(x: T, k: number): number;
}
