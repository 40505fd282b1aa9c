import { atom, type Source } from '../../methods/arithmetic/source.ts';
import {
  type BinaryText,
  banner,
  binaryTexts,
  isShort,
  listTexts,
  mentions,
  method,
  pairText,
  squareText,
  tangentText,
  unaryTexts,
} from './rules/rule-text.ts';

/**
 * The text of a module of dual numbers over doubles with `width` tangents. One tangent makes an object {v, d}, which V8
 * can often keep in registers; several make a plain array [v, d1, ...], in which the doubles lie unboxed (those of an
 * object with many fields would not).
 */
export function dualModule(width: number): string {
  const tangents = Array.from({ length: width }, (_, k) => k + 1);
  const single = width === 1;
  const type = `Dual${width}`;
  const value = (x: string) => (single ? `${x}.v` : `${x}[0]!`);
  const tangent = (x: string, k: number) => (single ? `${x}.d` : `${x}[${k}]!`);
  const each = (text: (k: number) => string) => tangents.map(text).join(', ');
  const dual = (v: string, d: (k: number) => string) => (single ? `{ v: ${v}, d: ${d(1)} }` : `[${v}, ${each(d)}]`);
  const accumulate = (text: (k: number) => string) => tangents.map((k) => `      d${k} += ${text(k)};\n`).join('');
  const sums = `    let v = 0;\n    let ${each((k) => `d${k} = 0`)};\n`;
  const result = `    return ${dual('v', (k) => `d${k}`)};\n`;
  const times = (partial: Source, x: string, k: number) => [partial, tangent(x, k)] as const;

  const unary = unaryTexts.map(({ name, value: text, partial }) => {
    const needsV = mentions('v', partial);
    const p = isShort(partial) ? partial : atom('p');
    return method(2, `${name}(x)`, [
      `const a = ${value('x')};`,
      ...(needsV ? [`const v = ${text};`] : []),
      ...(p === partial ? [] : [`const p = ${partial.text};`]),
      `return ${dual(needsV ? 'v' : text, (k) => tangentText(times(p, 'x', k)))};`,
    ]);
  });
  const binary = (head: string, { value: text, partials: [px, py] }: Omit<BinaryText, 'name'>) => {
    const needsV = mentions('v', px, py);
    const short = isShort(px) && isShort(py);
    const p = short ? px : atom('p');
    const q = short ? py : atom('q');
    return method(2, head, [
      `const a = ${value('x')};`,
      `const b = ${value('y')};`,
      ...(needsV ? [`const v = ${text};`] : []),
      ...(short ? [] : [`const p = ${px.text};`, `const q = ${py.text};`]),
      `return ${dual(needsV ? 'v' : text, (k) => tangentText(times(p, 'x', k), times(q, 'y', k)))};`,
    ]);
  };

  return `${banner(`Dual numbers over doubles with ${width} tangent${single ? '' : 's'}: forward mode in ${single ? 'one direction' : `${width} directions at once`}.`)}
import type { Arithmetic } from '../arithmetic.ts';
import {
  asinSlope,
  atanSlope,
  logistic,
  logSumExp,
  logSumExpOfTwo,
  numberArithmetic,
  power,
  tanhSlope,
} from '../number.ts';
import { listRules, powRule } from '../rules.ts';
import type { Tangents } from '../tangents.ts';

/** A value and its ${single ? 'tangent' : `${width} tangents`}. */
export type ${type} = ${single ? '{ readonly v: number; readonly d: number }' : 'readonly number[]'};

const pairs = {
${binary(`logSumExp(x: ${type}, y: ${type}): ${type}`, pairText)}};

const arithmetic: Arithmetic<${type}> = {
  constant: (c) => (${dual('c', () => '0')}),
  toNumber: (x) => ${value('x')},
${unary.join('')}${binaryTexts.map((text) => binary(`${text.name}(x, y)`, text)).join('')}  pow(x, exponent) {
    const a = ${value('x')};
    const isSquare = exponent === 2;
    const v = isSquare ? ${squareText.value} : power(a, exponent);
    const p = isSquare ? ${squareText.partial.text} : powRule(numberArithmetic, a, exponent);
    return ${dual('v', (k) => `p * ${tangent('x', k)}`)};
  },
  sum(xs) {
${sums}    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      v += ${value('x')};
${accumulate((k) => tangentText(times(listTexts.sum, 'x', k)))}    }
${result}  },
  sumOver(count, term) {
${sums}    for (let i = 0; i < count; i++) {
      const x = term(i);
      v += ${value('x')};
${accumulate((k) => tangentText(times(listTexts.sum, 'x', k)))}    }
${result}  },
  dot(xs, ys) {
${sums}    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const y = ys[i]!;
      const a = ${value('x')};
      const b = ${value('y')};
      v += a * b;
${accumulate((k) => tangentText(times(listTexts.dot[0], 'x', k), times(listTexts.dot[1], 'y', k)))}    }
${result}  },
  linear(coefficients, xs) {
${sums}    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const c = coefficients[i]!;
      v += c * ${value('x')};
${accumulate((k) => tangentText(times(listTexts.linear, 'x', k)))}    }
${result}  },
  logSumExp(xs) {
    if (xs.length === 2) return pairs.logSumExp(xs[0]!, xs[1]!);
    const values = xs.map((x) => ${value('x')});
    const v = logSumExp(values);
    const weights = listRules.logSumExp(numberArithmetic, values);
    let ${each((k) => `d${k} = 0`)};
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const p = weights[i]!;
${accumulate((k) => `p * ${tangent('x', k)}`)}    }
${result}  },
};

/** Such numbers, and how to make and read them. */
export const dual${width}: Tangents<${type}> = {
  width: ${width},
  arithmetic,
  seeded: (v, ${single ? '_k' : 'k'}, d) => (${dual('v', (k) => (single ? 'd' : `k === ${k - 1} ? d : 0`))}),
  valueOf: (x) => ${value('x')},
  tangentOf: (x${single ? '' : ', k'}) => ${single ? 'x.d' : 'x[k + 1]!'},
};
`;
}
