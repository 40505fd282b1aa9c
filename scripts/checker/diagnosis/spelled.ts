import type { Arithmetic } from '../../../methods/arithmetic/arithmetic.ts';
import { termsOf } from '../../../methods/arithmetic/arithmetic.ts';
import { numberArithmetic } from '../../../methods/arithmetic/number.ts';

/** A number, and how it is written: `cos(x2)`. */
export interface Spelled {
  readonly value: number;
  /** The text, made when it is asked for; empty where it would be too long to be read. */
  text(): string;
}

/** A number with its text. */
export function spelledAs(value: number, write: () => string): Spelled {
  let known: string | undefined;
  return {
    value,
    text() {
      known ??= write();
      return known;
    },
  };
}

const LONGEST = 28;
const ATOM = /^[a-z0-9.]+(\([^()]*\))?$/i;

/** The primitives on doubles that know how they are written. */
export const spelledArithmetic: Arithmetic<Spelled> = spelled();

function spelled(): Arithmetic<Spelled> {
  const A = numberArithmetic;
  const constant = (c: number) => spelledAs(c, () => numeral(c));
  const call = (name: string, operation: (x: number) => number) => (x: Spelled) => {
    const value = operation(x.value);
    return spelledAs(value, () => (isConstant(x) ? numeral(value) : written([x], () => `${name}(${x.text()})`)));
  };
  const infix = (sign: string, operation: (x: number, y: number) => number) => (x: Spelled, y: Spelled) => {
    const value = operation(x.value, y.value);
    return spelledAs(value, () =>
      isConstant(x) && isConstant(y) ? numeral(value) : simplified(sign, x.text(), y.text()),
    );
  };
  const add = infix('+', A.add);
  const mul = infix('*', A.mul);
  const sum = (xs: readonly Spelled[]) => xs.reduce((total, x) => add(total, x), constant(0));
  const either = (name: 'max' | 'min') => (x: Spelled, y: Spelled) =>
    spelledAs(A[name](x.value, y.value), () => written([x, y], () => `${name}(${x.text()}, ${y.text()})`));
  return {
    constant,
    toNumber: ({ value }) => value,
    neg: (x) =>
      spelledAs(-x.value, () => (isConstant(x) ? numeral(-x.value) : written([x], () => `-${atom(x.text())}`))),
    exp: call('exp', A.exp),
    log: call('log', A.log),
    log1p: call('log1p', A.log1p),
    expm1: call('expm1', A.expm1),
    sin: call('sin', A.sin),
    cos: call('cos', A.cos),
    tan: call('tan', A.tan),
    tanh: call('tanh', A.tanh),
    asin: call('asin', A.asin),
    acos: call('acos', A.acos),
    atan: call('atan', A.atan),
    sinh: call('sinh', A.sinh),
    cosh: call('cosh', A.cosh),
    sqrt: call('sqrt', A.sqrt),
    abs: call('abs', A.abs),
    sign: call('sign', A.sign),
    tanhSlope: call('tanhSlope', A.tanhSlope),
    asinSlope: call('asinSlope', A.asinSlope),
    atanSlope: call('atanSlope', A.atanSlope),
    logistic: call('logistic', A.logistic),
    add,
    sub: infix('-', A.sub),
    mul,
    div: infix('/', A.div),
    max: either('max'),
    min: either('min'),
    pow: (x, exponent) =>
      spelledAs(A.pow(x.value, exponent), () =>
        exponent === 1 ? x.text() : written([x], () => `${atom(x.text())}^${exponent}`),
      ),
    sum,
    sumOver: (count, term) => sum(termsOf(count, term)),
    dot: (xs, ys) => sum(xs.map((x, i) => mul(x, ys[i]!))),
    linear: (coefficients, xs) => sum(xs.map((x, i) => mul(constant(coefficients[i]!), x))),
    logSumExp: (xs) => spelledAs(A.logSumExp(xs.map(({ value }) => value)), () => ''),
  };
}

function numeral(c: number): string {
  return short(String(Number(c.toPrecision(6))));
}

function isConstant(x: Spelled): boolean {
  const text = x.text();
  return text !== '' && Number.isFinite(Number(text));
}

function simplified(sign: string, x: string, y: string): string {
  if (x === '' || y === '') return '';
  if (sign === '*' && (x === '1' || y === '1')) return x === '1' ? y : x;
  if (sign === '*' && (x === '0' || y === '0')) return '0';
  if (sign === '+' && (x === '0' || y === '0')) return x === '0' ? y : x;
  if ((sign === '-' && y === '0') || (sign === '/' && y === '1')) return x;
  if (sign === '*' || sign === '/') return short(`${atom(x)} ${sign} ${atom(y)}`);
  return short(`${x} ${sign} ${sign === '-' ? atom(y) : y}`);
}

function written(parts: readonly Spelled[], write: () => string): string {
  return parts.some((part) => part.text() === '') ? '' : short(write());
}

function atom(text: string): string {
  return ATOM.test(text) ? text : `(${text})`;
}

function short(text: string): string {
  return text.length <= LONGEST ? text : '';
}
