import type { Arithmetic } from '../../../../methods/arithmetic/arithmetic.ts';
import { termsOf } from '../../../../methods/arithmetic/arithmetic.ts';
import { numberArithmetic } from '../../../../methods/arithmetic/number.ts';

/** A number, and how it is written: `cos(x2)`. A text that has become too long to be read is empty. */
export interface Spelled {
  readonly value: number;
  readonly text: string;
}

const LONGEST = 28;
const ATOM = /^[a-z0-9.]+(\([^()]*\))?$/i;

/** The primitives on doubles that know how they are written. */
export const spelledArithmetic: Arithmetic<Spelled> = spelled();

function spelled(): Arithmetic<Spelled> {
  const A = numberArithmetic;
  const constant = (c: number): Spelled => ({ value: c, text: short(String(Number(c.toPrecision(6)))) });
  const call = (name: string, operation: (x: number) => number) => (x: Spelled) => ({
    value: operation(x.value),
    text: isConstant(x) ? constant(operation(x.value)).text : written([x], `${name}(${x.text})`),
  });
  const infix = (sign: string, operation: (x: number, y: number) => number) => (x: Spelled, y: Spelled) => {
    const value = operation(x.value, y.value);
    if (isConstant(x) && isConstant(y)) return constant(value);
    return { value, text: simplified(sign, x, y) };
  };
  const add = infix('+', A.add);
  const sum = (xs: readonly Spelled[]) => xs.reduce((total, x) => add(total, x), constant(0));
  const mul = infix('*', A.mul);
  return {
    constant,
    toNumber: ({ value }) => value,
    neg: (x) => ({
      value: -x.value,
      text: isConstant(x) ? constant(-x.value).text : written([x], `-${atom(x.text)}`),
    }),
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
    add,
    sub: infix('-', A.sub),
    mul,
    div: infix('/', A.div),
    max: (x, y) => ({ value: A.max(x.value, y.value), text: written([x, y], `max(${x.text}, ${y.text})`) }),
    min: (x, y) => ({ value: A.min(x.value, y.value), text: written([x, y], `min(${x.text}, ${y.text})`) }),
    pow: (x, exponent) => ({
      value: A.pow(x.value, exponent),
      text: exponent === 1 ? x.text : written([x], `${atom(x.text)}^${exponent}`),
    }),
    sum,
    sumOver: (count, term) => sum(termsOf(count, term)),
    dot: (xs, ys) => sum(xs.map((x, i) => mul(x, ys[i]!))),
    linear: (coefficients, xs) => sum(xs.map((x, i) => mul(constant(coefficients[i]!), x))),
    logSumExp: (xs) => ({ value: A.logSumExp(xs.map(({ value }) => value)), text: '' }),
  };
}

function isConstant({ text }: Spelled): boolean {
  return text !== '' && Number.isFinite(Number(text));
}

function simplified(sign: string, x: Spelled, y: Spelled): string {
  if (x.text === '' || y.text === '') return '';
  if (sign === '*' && (x.text === '1' || y.text === '1')) return x.text === '1' ? y.text : x.text;
  if (sign === '*' && (x.text === '0' || y.text === '0')) return '0';
  if (sign === '+' && (x.text === '0' || y.text === '0')) return x.text === '0' ? y.text : x.text;
  if ((sign === '-' && y.text === '0') || (sign === '/' && y.text === '1')) return x.text;
  if (sign === '*' || sign === '/') return short(`${atom(x.text)} ${sign} ${atom(y.text)}`);
  return short(`${x.text} ${sign} ${sign === '-' ? atom(y.text) : y.text}`);
}

function written(parts: readonly Spelled[], text: string): string {
  return parts.some((part) => part.text === '') ? '' : short(text);
}

function atom(text: string): string {
  return ATOM.test(text) ? text : `(${text})`;
}

function short(text: string): string {
  return text.length <= LONGEST ? text : '';
}
