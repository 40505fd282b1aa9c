import { type Arithmetic, termsOf, Unsupported } from './arithmetic.ts';

/** A JavaScript expression, with how tightly its outermost operator binds: 3 an atom or call, 2 a product, 1 a sum. */
export interface Source {
  readonly text: string;
  readonly binding: 1 | 2 | 3;
}

/** A variable, a literal or a call: text that never needs parentheses. */
export function atom(text: string): Source {
  return { text, binding: 3 };
}

/**
 * The primitives as program text over doubles: turns a rule into the JavaScript that computes it. Factors 0 and 1 are
 * dropped: they occur in rules only as constants, next to partial derivatives and tangents that are finite where the
 * primitive is smooth.
 */
export const sourceArithmetic: Arithmetic<Source> = {
  constant: (c) => (c < 0 ? { text: String(c), binding: 2 } : atom(String(c))),
  toNumber() {
    throw new Unsupported('program text stands for no single number');
  },
  // `--x` would count down
  neg: (x) => ({ text: x.text.startsWith('-') ? `-(${x.text})` : `-${within(x, 2)}`, binding: 2 }),
  exp: call('Math.exp'),
  log: call('Math.log'),
  log1p: call('Math.log1p'),
  expm1: call('Math.expm1'),
  sin: call('Math.sin'),
  cos: call('Math.cos'),
  tan: call('Math.tan'),
  tanh: call('Math.tanh'),
  asin: call('Math.asin'),
  acos: call('Math.acos'),
  atan: call('Math.atan'),
  sinh: call('Math.sinh'),
  cosh: call('Math.cosh'),
  sqrt: call('Math.sqrt'),
  abs: call('Math.abs'),
  sign: call('Math.sign'),
  tanhSlope: call('tanhSlope'),
  asinSlope: call('asinSlope'),
  atanSlope: call('atanSlope'),
  logistic: call('logistic'),
  max: call('Math.max'),
  min: call('Math.min'),
  add(x, y) {
    if (x.text === '0') return y;
    if (y.text === '0') return x;
    if (y.text.startsWith('-')) return { text: `${x.text} - ${y.text.slice(1)}`, binding: 1 };
    return { text: `${x.text} + ${y.text}`, binding: 1 };
  },
  sub: (x, y) => ({ text: `${x.text} - ${within(y, 2)}`, binding: 1 }),
  mul(x, y) {
    if (x.text === '0' || y.text === '0') return atom('0');
    if (x.text === '1') return y;
    if (y.text === '1') return x;
    if (x.text === '-1') return sourceArithmetic.neg(y);
    if (y.text === '-1') return sourceArithmetic.neg(x);
    return { text: `${within(x, 2)} * ${within(y, 3)}`, binding: 2 };
  },
  div: (x, y) => ({ text: `${within(x, 2)} / ${within(y, 3)}`, binding: 2 }),
  pow(x, exponent) {
    if (exponent === 0) return atom('1');
    if (exponent === 1) return x;
    return atom(`power(${x.text}, ${exponent})`);
  },
  sum: (xs) => xs.reduce(sourceArithmetic.add, atom('0')),
  sumOver: (count, term) => sourceArithmetic.sum(termsOf(count, term)),
  dot: (xs, ys) => sourceArithmetic.sum(xs.map((x, i) => sourceArithmetic.mul(x, ys[i]!))),
  linear: (coefficients, xs) =>
    sourceArithmetic.sum(xs.map((x, i) => sourceArithmetic.mul(sourceArithmetic.constant(coefficients[i]!), x))),
  logSumExp: (xs) => atom(`logSumExp([${xs.map((x) => x.text).join(', ')}])`),
};

function call(name: string): (...xs: readonly Source[]) => Source {
  return (...xs) => atom(`${name}(${xs.map((x) => x.text).join(', ')})`);
}

function within(x: Source, binding: number): string {
  return x.binding < binding ? `(${x.text})` : x.text;
}
