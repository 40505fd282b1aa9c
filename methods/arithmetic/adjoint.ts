/**
 * Reverse accumulation, readable and generic (Griewank & Walther, Evaluating Derivatives, 2008, algorithm 3.3): over
 * decimals it gives the truth where n passes of duals would be slow. The fast one is `specialised/tape.ts`.
 */
import { type Arithmetic, type BinaryPrimitives, termsOf, type UnaryPrimitives } from './arithmetic.ts';
import { mapNames } from './dual.ts';
import { binaryRules, listRules, powRule, unaryRules } from './rules.ts';

/** One recorded value, with the local partial derivative towards each argument. */
export interface Recorded<T> {
  /** Place on the record, from 0. */
  readonly index: number;
  /** The value. */
  readonly v: T;
  /** Arguments that are themselves recorded. */
  readonly parents: readonly Recorded<T>[];
  /** Local partial derivative towards each of `parents`. */
  readonly partials: readonly T[];
  /** Whether it is a list primitive, which adds up a term for each parent or pair of parents. */
  readonly isList: boolean;
}

/** A growing record of a computation over values of type T. */
export interface AdjointRecord<T> {
  readonly arithmetic: Arithmetic<Recorded<T>>;
  /** All that was recorded, in order of evaluation. */
  readonly nodes: readonly Recorded<T>[];
  /** Records an independent variable. */
  input(value: T): Recorded<T>;
  /** Adjoints of all nodes, that is d(output)/d(node), by one reverse sweep. */
  adjoints(output: Recorded<T>): T[];
}

/** An empty record over the arithmetic A. */
export function recordAdjoints<T>(A: Arithmetic<T>): AdjointRecord<T> {
  type Node = Recorded<T>;
  const nodes: Node[] = [];
  const record = (v: T, parents: readonly Node[], partials: readonly T[], isList = false): Node => {
    const node = { index: nodes.length, v, parents, partials, isList };
    nodes.push(node);
    return node;
  };
  const values = (xs: readonly Node[]) => xs.map((x) => x.v);
  const unary = (name: keyof UnaryPrimitives<T>) => (x: Node) => {
    const v = A[name](x.v);
    return record(v, [x], [unaryRules[name](A, x.v, v)]);
  };
  const binary = (name: keyof BinaryPrimitives<T>) => (x: Node, y: Node) => {
    const v = A[name](x.v, y.v);
    return record(v, [x, y], binaryRules[name](A, x.v, y.v, v));
  };
  const sum = (xs: readonly Node[]) =>
    record(
      A.sum(values(xs)),
      xs,
      xs.map(() => listRules.sum(A)),
      true,
    );
  const arithmetic: Arithmetic<Node> = {
    ...mapNames(unaryRules, unary),
    ...mapNames(binaryRules, binary),
    constant: (c) => record(A.constant(c), [], []),
    toNumber: (x) => A.toNumber(x.v),
    pow: (x, exponent) => record(A.pow(x.v, exponent), [x], [powRule(A, x.v, exponent)]),
    sum,
    sumOver: (count, term) => sum(termsOf(count, term)),
    dot(xs, ys) {
      const pairs = xs.map((x, i) => listRules.dot(A, x.v, ys[i]!.v));
      const partials = [...pairs.map(([px]) => px), ...pairs.map(([, py]) => py)];
      return record(A.dot(values(xs), values(ys)), [...xs, ...ys], partials, true);
    },
    linear: (coefficients, xs) =>
      record(
        A.linear(coefficients, values(xs)),
        xs,
        xs.map((_, i) => listRules.linear(A, A.constant(coefficients[i]!))),
        true,
      ),
    logSumExp: (xs) => record(A.logSumExp(values(xs)), xs, listRules.logSumExp(A, values(xs)), true),
  };
  return {
    arithmetic,
    nodes,
    input: (value) => record(value, [], []),
    adjoints(output) {
      const adjoints = nodes.map(() => A.constant(0));
      adjoints[output.index] = A.constant(1);
      for (let i = output.index; i >= 0; i--) {
        const { parents, partials } = nodes[i]!;
        parents.forEach((parent, k) => {
          adjoints[parent.index] = A.add(adjoints[parent.index]!, A.mul(partials[k]!, adjoints[i]!));
        });
      }
      return adjoints;
    },
  };
}
