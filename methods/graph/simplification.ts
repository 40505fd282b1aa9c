/**
 * The steps that keep a graph small while it is built. Each can be left out, so that its effect can be measured. None
 * changes a value by a single bit, or where it is defined: x * 0 stays, since x may be infinite, and x + 0 is x only
 * where x can't be -0.
 */
export interface Simplification {
  /** Equal nodes are one node. */
  readonly share: boolean;
  /** With sharing: a + b and b + a are not one node, but stay as they are written, for people to read. */
  readonly keepOrder?: boolean;
  /** A primitive of constants is a constant. */
  readonly foldConstants: boolean;
  /** x + 0, x - 0, x * 1, x / 1 and x^1 are x; x * -1 and x / -1 are -x; a list of one or two is a product or a sum. */
  readonly identities: boolean;
  /** -(-x) is x, x + -y is x - y, x - -y is x + y, and a sign moves out of products and quotients. */
  readonly negations: boolean;
  /** Nodes that no output needs are left out. */
  readonly dropDead: boolean;
}

/** Every step. */
export const SIMPLIFIED: Simplification = {
  share: true,
  foldConstants: true,
  identities: true,
  negations: true,
  dropDead: true,
};

/** No simplification: the trace of a function has a node for every operation that was performed. */
export const RAW: Simplification = {
  share: false,
  foldConstants: false,
  identities: false,
  negations: false,
  dropDead: false,
};

/** The trace with equal nodes shared, and nothing else. */
export const SHARED: Simplification = { ...RAW, share: true };
