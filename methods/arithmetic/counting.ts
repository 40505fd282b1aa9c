/**
 * Counting: a value carries its plain number, so that a function may branch on it. Every primitive adds to a tally the
 * operations that it executes in doubles (`number.ts`). Operations that the printed modules do not execute cost
 * nothing: products by the literals 0, 1 and -1 of a rule, and sums with its 0. `source.ts` leaves these out when it
 * prints.
 */
import { afterEach } from './after-each.ts';
import { type Arithmetic, type BinaryPrimitives, termsOf, type UnaryPrimitives } from './arithmetic.ts';
import { mapNames } from './dual.ts';
import { numberArithmetic } from './number.ts';
import { addTo, type OperationCounts, type Tally } from './operation-counts.ts';
import { unaryRules } from './rules.ts';

/** A number that is being counted with. */
export interface Counted {
  readonly v: number;
  /**
   * A `literal` stands in the program text; a `negated` variable has just had its sign changed, which a sum can do
   * without.
   */
  readonly form: 'variable' | 'literal' | 'negated';
}

/** The primitives on such numbers. A constant is a literal of the program text. */
export interface CountingArithmetic extends Arithmetic<Counted> {
  /** A number that is known only when the program runs. */
  variable(v: number): Counted;
}

const UNARY: { readonly [K in keyof UnaryPrimitives<unknown>]: Partial<OperationCounts> } = {
  neg: { additions: 1 },
  exp: { nonlinear: 1 },
  log: { nonlinear: 1 },
  log1p: { nonlinear: 1 },
  expm1: { nonlinear: 1 },
  sin: { nonlinear: 1 },
  cos: { nonlinear: 1 },
  tan: { nonlinear: 1 },
  tanh: { nonlinear: 1 },
  asin: { nonlinear: 1 },
  acos: { nonlinear: 1 },
  atan: { nonlinear: 1 },
  sinh: { nonlinear: 1 },
  cosh: { nonlinear: 1 },
  sqrt: { nonlinear: 1 },
  abs: { selections: 1 },
  sign: { selections: 1 },
  tanhSlope: { nonlinear: 1, multiplications: 1, divisions: 1 },
  asinSlope: { additions: 2, nonlinear: 1, multiplications: 1, divisions: 1 },
  atanSlope: { additions: 1, multiplications: 1, divisions: 1 },
  logistic: { nonlinear: 1 },
};

/** Counts the operations of `power` of number.ts. */
export function countsOfPower(exponent: number): Partial<OperationCounts> {
  if (exponent === 1) return {};
  if (exponent === 2) return { multiplications: 1 };
  if (exponent === 3) return { multiplications: 2 };
  if (exponent === -1) return { divisions: 1 };
  if (exponent === -2) return { multiplications: 1, divisions: 1 };
  return { nonlinear: 1 };
}

/**
 * Counts `logSumExp` of number.ts on `n` finite numbers. Two take |x - y|, its sign, an exponential and a logarithm.
 */
function countsOfLogSumExp(n: number): Partial<OperationCounts> {
  if (n === 2) return { selections: 2, additions: 3, nonlinear: 2 };
  return { selections: n - 1, additions: 2 * n, nonlinear: n + 1 };
}

/** An arithmetic that adds to `tally` all that it executes, but for moves. A sum of n terms is n - 1 additions. */
export function countingArithmetic(tally: Tally): CountingArithmetic {
  const variable = (v: number): Counted => ({ v, form: 'variable' });
  const constant = (v: number): Counted => ({ v, form: 'literal' });
  const counted = (counts: Partial<OperationCounts>, v: number): Counted => {
    addTo(tally, counts);
    return variable(v);
  };
  const binary = (name: keyof BinaryPrimitives<number>, kind: keyof OperationCounts) => (x: Counted, y: Counted) =>
    counted({ [kind]: 1 }, numberArithmetic[name](x.v, y.v));
  const plus = binary('add', 'additions');
  const times = binary('mul', 'multiplications');

  function add(x: Counted, y: Counted): Counted {
    if (isLiteral(x, 0)) return y;
    if (isLiteral(y, 0)) return x;
    return y.form === 'negated' ? variable(x.v + y.v) : plus(x, y); // x + -y is one subtraction, and is counted
  }
  function mul(x: Counted, y: Counted): Counted {
    if (isLiteral(x, 0) || isLiteral(y, 0)) return constant(0);
    if (isLiteral(x, 1)) return y;
    if (isLiteral(y, 1)) return x;
    return isLiteral(x, -1) ? { ...counted({ additions: 1 }, -y.v), form: 'negated' } : times(x, y);
  }
  const sum = (xs: readonly Counted[]) => xs.reduce(add, constant(0));
  const dot = (xs: readonly Counted[], ys: readonly Counted[]) => sum(xs.map((x, i) => mul(x, ys[i]!)));

  return {
    ...mapNames(
      unaryRules,
      (name: keyof UnaryPrimitives<number>) => (x: Counted) => counted(UNARY[name], numberArithmetic[name](x.v)),
    ),
    variable,
    constant,
    toNumber: (x) => x.v,
    add,
    sub: binary('sub', 'additions'),
    mul,
    div: binary('div', 'divisions'),
    max: binary('max', 'selections'),
    min: binary('min', 'selections'),
    pow: (x, exponent) => counted(countsOfPower(exponent), numberArithmetic.pow(x.v, exponent)),
    sum,
    sumOver: (count, term) => sum(termsOf(count, term)),
    dot,
    linear: (coefficients, xs) =>
      dot(
        xs.map((_, i) => variable(coefficients[i]!)),
        xs,
      ),
    logSumExp: (xs) => counted(countsOfLogSumExp(xs.length), numberArithmetic.logSumExp(xs.map(({ v }) => v))),
  };
}

/**
 * A counting arithmetic for a function that runs as it is written: a constant is a number like others. It also counts
 * moves.
 */
export function executedArithmetic(tally: Tally): Arithmetic<Counted> {
  const A = countingArithmetic(tally);
  return afterEach({ ...A, constant: A.variable }, (result, operands) => {
    tally.moves += operands + 1;
    return result;
  });
}

function isLiteral({ v, form }: Counted, value: number): boolean {
  return form === 'literal' && v === value;
}
