import type { Arithmetic } from './arithmetic.ts';

/**
 * Hyper-dual numbers over doubles (Fike & Alonso, AIAA 2011-886): duals along one outer direction, whose parts are
 * duals with a fixed number of inner tangents. What they carry of the second order are the products of the outer
 * direction with the inner ones.
 */
export interface HyperTangents<T> {
  /** Inner tangents that a number carries. */
  readonly width: number;
  /** The primitives on them. */
  readonly arithmetic: Arithmetic<T>;
  /** v with the inner tangent d in place k, 0 in all other places, and the outer tangent e. */
  seeded(v: number, k: number, d: number, e: number): T;
  /** The value. */
  valueOf(x: T): number;
  /** The inner tangent in place k, from 0 to width - 1. */
  tangentOf(x: T, k: number): number;
  /** The derivative along the outer direction of the inner tangent in place k. */
  mixedOf(x: T, k: number): number;
}
