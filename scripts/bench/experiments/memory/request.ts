/** One gradient whose memory is to be measured: a problem at a length, by a strategy. */
export interface MemoryRequest {
  readonly problem: string;
  /** Steps of the iteration, or terms of the sum. */
  readonly length: number;
  readonly strategy: string;
}

/** The exact counts of a strategy. */
export interface Usage {
  /** Bytes that are kept at once: of the tape, of kept states, of values that the next step or term needs. */
  readonly bytes: number;
  /** Values that are kept at once. */
  readonly values: number;
  /** States that are kept at once, where there are any. */
  readonly snapshots?: number;
  /** Nodes that were recorded in all, where a tape or a graph is used. */
  readonly recordedNodes?: number;
  /** Evaluations of a step, or of a term, whether they were recorded or not. */
  readonly evaluations: number;
}

/** The result of a request. */
export interface MemoryUse extends Usage {
  /** Largest error of an entry, relative to the largest true entry. */
  readonly error: number;
  /** The reference of the gradient. */
  readonly comparedWith: 'decimals' | 'by hand';
  /** The error that rounding may make. */
  readonly bound: number;
  /** Time of one gradient, the second one, ns. */
  readonly timeNs: number;
}
