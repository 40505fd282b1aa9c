import { type Arithmetic, termsOf, Unsupported } from '../../methods/arithmetic/arithmetic.ts';
import { mapNames } from '../../methods/arithmetic/dual.ts';
import { binaryRules, unaryRules } from '../../methods/arithmetic/rules.ts';
import type { BinaryName, UnaryName } from '../../methods/graph/kinds.ts';

/** A letter, with what is put over it and after it: v, v_3, a tangent with a dot, an adjoint with a bar. */
export interface Variable {
  readonly letter: string;
  readonly place?: number;
  readonly accent?: 'dot' | 'bar';
}

/** A primitive that may be written as a call. */
export type Callee = UnaryName | BinaryName | 'logSumExp';

/** A formula for people, as a tree. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'negative'; readonly of: Formula }
  | { readonly kind: 'sum'; readonly terms: readonly Formula[] }
  | { readonly kind: 'product'; readonly factors: readonly Formula[] }
  | { readonly kind: 'quotient'; readonly over: Formula; readonly under: Formula }
  | { readonly kind: 'power'; readonly of: Formula; readonly exponent: number }
  | { readonly kind: 'call'; readonly callee: Callee; readonly args: readonly Formula[] };

const ZERO: Formula = { kind: 'number', value: 0 };
const ONE: Formula = { kind: 'number', value: 1 };

/**
 * The primitives on formulas: what turns a function, or a rule of calculus, into what one would write on a board.
 * Factors 1, terms 0 and double signs are left out, whole numbers are added and multiplied, and a reciprocal becomes
 * the denominator of what it multiplies.
 */
export const formulaArithmetic: Arithmetic<Formula> = {
  ...mapNames(unaryRules, (callee) => (x: Formula) => call(callee, [x])),
  ...mapNames(binaryRules, (callee) => (x: Formula, y: Formula) => call(callee, [x, y])),
  tanhSlope: (x) => div(ONE, pow(call('cosh', [x]), 2)),
  asinSlope: (x) => div(ONE, call('sqrt', [add(ONE, neg(pow(x, 2)))])),
  atanSlope: (x) => div(ONE, add(ONE, pow(x, 2))),
  logistic: (x) => div(ONE, add(ONE, call('exp', [neg(x)]))),
  constant: (value) => ({ kind: 'number', value }),
  toNumber() {
    throw new Unsupported('a formula stands for no single number');
  },
  neg,
  add,
  sub: (x, y) => add(x, neg(y)),
  mul,
  div,
  pow,
  sum,
  sumOver: (count, term) => sum(termsOf(count, term)),
  dot: (xs, ys) => sum(xs.map((x, i) => mul(x, ys[i]!))),
  linear: (coefficients, xs) => sum(xs.map((x, i) => mul({ kind: 'number', value: coefficients[i]! }, x))),
  logSumExp: (xs) => call('logSumExp', xs),
};

/** A formula that is a variable alone. */
export function variable(letter: string, place?: number, accent?: Variable['accent']): Formula {
  return {
    kind: 'variable',
    variable: { letter, ...(place !== undefined && { place }), ...(accent !== undefined && { accent }) },
  };
}

/** The numbers, variables and operations that a formula is written with. */
export function lengthOf(formula: Formula): number {
  return 1 + operandsOf(formula).reduce((total, operand) => total + lengthOf(operand), 0);
}

/** Whether a minus stands before the formula. */
export function isNegative(formula: Formula): boolean {
  return (
    formula.kind === 'negative' || (formula.kind === 'number' && (formula.value < 0 || Object.is(formula.value, -0)))
  );
}

/** The formula with the other sign. */
export function neg(x: Formula): Formula {
  if (x.kind === 'number') return { kind: 'number', value: -x.value };
  return x.kind === 'negative' ? x.of : { kind: 'negative', of: x };
}

function operandsOf(formula: Formula): readonly Formula[] {
  if (formula.kind === 'negative' || formula.kind === 'power') return [formula.of];
  if (formula.kind === 'sum') return formula.terms;
  if (formula.kind === 'product') return formula.factors;
  if (formula.kind === 'quotient') return [formula.over, formula.under];
  return formula.kind === 'call' ? formula.args : [];
}

function call(callee: Callee, args: readonly Formula[]): Formula {
  return { kind: 'call', callee, args };
}

function is(x: Formula, value: number): boolean {
  return x.kind === 'number' && x.value === value;
}

/** The whole number that `combine` makes of two whole numbers, if it is exact; undefined for anything else. */
function whole(x: Formula, y: Formula, combine: (a: number, b: number) => number): Formula | undefined {
  if (x.kind !== 'number' || y.kind !== 'number') return undefined;
  const value = combine(x.value, y.value);
  return [x.value, y.value, value].every(Number.isSafeInteger) ? { kind: 'number', value } : undefined;
}

function add(x: Formula, y: Formula): Formula {
  if (is(x, 0)) return y;
  if (is(y, 0)) return x;
  const terms = (of: Formula) => (of.kind === 'sum' ? of.terms : [of]);
  return whole(x, y, (a, b) => a + b) ?? { kind: 'sum', terms: [...terms(x), ...terms(y)] };
}

function sum(xs: readonly Formula[]): Formula {
  return xs.reduce(add, ZERO);
}

function mul(x: Formula, y: Formula): Formula {
  if (is(x, 0) || is(y, 0)) return ZERO;
  if (is(x, 1)) return y;
  if (is(y, 1)) return x;
  if (isNegative(x)) return neg(mul(neg(x), y));
  if (isNegative(y)) return neg(mul(x, neg(y)));
  if (x.kind === 'quotient') return div(mul(x.over, y), x.under);
  if (y.kind === 'quotient') return div(mul(x, y.over), y.under);
  const factors = [x, y].flatMap((of) => (of.kind === 'product' ? of.factors : [of]));
  const numbersFirst = [
    ...factors.filter(({ kind }) => kind === 'number'),
    ...factors.filter(({ kind }) => kind !== 'number'),
  ];
  return whole(x, y, (a, b) => a * b) ?? { kind: 'product', factors: numbersFirst };
}

function div(x: Formula, y: Formula): Formula {
  if (is(y, 1)) return x;
  if (is(x, 0) && !(y.kind === 'number')) return ZERO;
  if (isNegative(x)) return neg(div(neg(x), y));
  if (isNegative(y)) return neg(div(x, neg(y)));
  if (x.kind === 'quotient') return div(x.over, mul(x.under, y));
  return whole(x, y, (a, b) => a / b) ?? { kind: 'quotient', over: x, under: y };
}

function pow(x: Formula, exponent: number): Formula {
  if (exponent === 1) return x;
  if (exponent === 0) return { kind: 'number', value: 1 };
  const power = { kind: 'power', of: x, exponent } as const;
  return exponent > 0 ? (whole(x, { kind: 'number', value: exponent }, (a, b) => a ** b) ?? power) : power;
}
