/**
 * Index sets: the inputs on which a value depends by the structure of the function. One run of f finds where its
 * Jacobian may have entries (Griewank & Walther, Evaluating Derivatives, 2nd ed., 2008, section 7.1). A number that
 * cancels stays in; a coefficient of 0 does not.
 */
import { type Arithmetic, type BinaryPrimitives, termsOf, type UnaryPrimitives, Unsupported } from './arithmetic.ts';
import { mapNames } from './dual.ts';
import { binaryRules, unaryRules } from './rules.ts';

/** The inputs that a value depends on, by index. Not changed once it is made, so that values may share one. */
export type Dependence = ReadonlySet<number>;

const NOTHING: Dependence = new Set();

/** All that one of the sets has. */
function union(sets: readonly Dependence[]): Dependence {
  const [first = NOTHING, ...others] = sets.filter(({ size }) => size > 0);
  if (others.every((other) => other === first)) return first;
  const all = new Set(first);
  for (const other of others) for (const index of other) all.add(index);
  return all;
}

/**
 * The primitives on index sets. What branches on a value is `Unsupported`: another point might depend on other inputs.
 */
export const sparsityArithmetic: Arithmetic<Dependence> = {
  ...mapNames(unaryRules, (_name: keyof UnaryPrimitives<unknown>) => (x: Dependence) => x),
  ...mapNames(binaryRules, (_name: keyof BinaryPrimitives<unknown>) => (x: Dependence, y: Dependence) => union([x, y])),
  constant: () => NOTHING,
  toNumber() {
    throw new Unsupported('the function branches on a value, so that its sparsity may change with the point');
  },
  pow: (x, exponent) => (exponent === 0 ? NOTHING : x),
  sum: union,
  sumOver: (count, term) => union(termsOf(count, term)),
  dot: (xs, ys) => union([...xs, ...ys]),
  linear: (coefficients, xs) => union(xs.filter((_, i) => coefficients[i] !== 0)),
  logSumExp: union,
};
