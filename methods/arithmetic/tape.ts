/** The contract of a tape; the tapes themselves are printed into `specialised/`. */
import type { Arithmetic } from './arithmetic.ts';

/**
 * Ways to record a `sumOver`.
 * - `recorded`: every term stays on the tape, and the sum is one more node.
 * - `reversed`: each term is recorded, swept in reverse at once and forgotten. The sum is one node with an edge to
 *   every earlier node that the terms depend on. The record is then no longer than its longest term (pre-accumulation:
 *   Griewank & Walther 2008, 10.2).
 */
export type Sums = 'recorded' | 'reversed';

/** The most that a tape held at once since it was cleared; with `recorded` sums that is all that was recorded. */
export interface Peak {
  readonly nodes: number;
  readonly edges: number;
  /** Bytes that these nodes and edges take, with what a reversed sum keeps beside them. */
  readonly bytes: number;
}

/**
 * A tape of fixed capacity. A recorded value is the index of its node; what does not fit is dropped, and `overflowed`
 * says so.
 */
export interface Tape {
  /** Records each primitive as one node with an edge to each argument. */
  readonly arithmetic: Arithmetic<number>;
  readonly nodeCapacity: number;
  readonly edgeCapacity: number;
  /** Forgets all nodes. */
  clear(): void;
  /** Records an independent variable; the first call after `clear` makes node 0. */
  input(value: number): number;
  /** The value of a node. */
  valueOf(node: number): number;
  /** Sets the adjoints of all nodes to zero. */
  clearAdjoints(): void;
  /** Adds to the adjoint of a node: the seed of a reverse sweep. */
  seed(node: number, adjoint: number): void;
  /** One reverse sweep: carries the adjoints from the last node to the first. */
  reverse(): void;
  /** The adjoint of a node. */
  adjointOf(node: number): number;
  /** Nodes on the tape, or more than the capacity after an overflow. */
  nodeCount(): number;
  /** Edges on the tape, or more than the capacity after an overflow. */
  edgeCount(): number;
  /** Nodes recorded since the tape was cleared, with those that reversed sums have forgotten. */
  recordedNodes(): number;
  /** Edges recorded since the tape was cleared, with those that reversed sums have forgotten. */
  recordedEdges(): number;
  /** The most that was on the tape at once. */
  peak(): Peak;
  /** Whether the record is incomplete because the capacity was too small. */
  overflowed(): boolean;
}

/**
 * A tape over dual numbers: every value, partial derivative and adjoint has a tangent in one direction, so that the
 * tangents of the adjoints are a Hessian-vector product (forward over reverse: Griewank & Walther 2008, 5.3).
 */
export interface DualTape extends Tape {
  /** Sets the tangent of an independent variable, which is 0 when it is recorded. */
  setTangent(input: number, tangent: number): void;
  /** The tangent of a node's adjoint, for seeds that have none. */
  adjointTangentOf(node: number): number;
}
