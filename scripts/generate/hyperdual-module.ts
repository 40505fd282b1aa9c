import { sourceArithmetic as A, atom, type Source } from '../../methods/arithmetic/source.ts';
import { banner, listTexts, mentions } from './rules/rule-text.ts';
import {
  secondBinaryTexts,
  secondPairText,
  secondUnaryTexts,
  squareText,
  worthName,
} from './rules/second-rule-text.ts';

/** Factors of one term of a tangent. */
type Term = readonly (Source | string)[];

/**
 * The text of a module of hyper-dual numbers over doubles with `width` inner tangents: a plain array [v, d1, ..., e,
 * m1, ...] of value, inner tangents, outer tangent, and the products of the outer one with each inner one.
 */
export function hyperdualModule(width: number): string {
  const places = Array.from({ length: width }, (_, k) => k + 1);
  const type = `Hyperdual${width}`;
  const value = (x: string) => `${x}[0]!`;
  const inner = (x: string, k: number) => `${x}[${k}]!`;
  const outer = (x: string) => `${x}[${width + 1}]!`;
  const mixed = (x: string, k: number) => `${x}[${width + 1 + k}]!`;
  const number = (v: string, d: (k: number) => string, e: string, m: (k: number) => string) =>
    `[${[v, ...places.map(d), e, ...places.map(m)].join(', ')}]`;
  const names = ['v', ...places.map((k) => `d${k}`), 'e', ...places.map((k) => `m${k}`)];
  const sums = `    let ${names.map((name) => `${name} = 0`).join(', ')};\n`;
  const result = `    return [${names.join(', ')}];\n`;
  /** Adds to every part, where `tangents` and `seconds` are those of one entry of a list. */
  const accumulate = (v: string, d: (k: number) => string, e: string, m: (k: number) => string) =>
    [
      `      v += ${v};\n`,
      ...places.map((k) => `      d${k} += ${d(k)};\n`),
      `      e += ${e};\n`,
      ...places.map((k) => `      m${k} += ${m(k)};\n`),
    ].join('');
  const addition = accumulate(
    value('x'),
    (k) => inner('x', k),
    outer('x'),
    (k) => mixed('x', k),
  );

  const unary = secondUnaryTexts.map(({ name, value: text, partial, second }) => {
    const p = named('p', partial);
    const q = named('q', second);
    return method(`${name}(x)`, [
      `const a = ${value('x')};`,
      `const v = ${text};`,
      ...p.lines,
      ...q.lines,
      `return ${number(
        'v',
        (k) => sum([p.use, inner('x', k)]),
        sum([p.use, outer('x')]),
        (k) => sum([p.use, mixed('x', k)], [q.use, outer('x'), inner('x', k)]),
      )};`,
    ]);
  });
  const binary = (head: string, { value: text, partials, seconds }: typeof secondPairText) => {
    const [p, q] = [named('p', partials[0]), named('q', partials[1])];
    const alongX: Term[] = [
      [seconds[0], outer('x')],
      [seconds[1], outer('y')],
    ];
    const alongY: Term[] = [
      [seconds[1], outer('x')],
      [seconds[2], outer('y')],
    ];
    const [r, s] = [named('r', atom(sum(...alongX))), named('s', atom(sum(...alongY)))];
    return method(head, [
      `const a = ${value('x')};`,
      `const b = ${value('y')};`,
      `const v = ${text};`,
      ...[p, q, r, s].flatMap(({ lines }) => lines),
      `return ${number(
        'v',
        (k) => sum([p.use, inner('x', k)], [q.use, inner('y', k)]),
        sum([p.use, outer('x')], [q.use, outer('y')]),
        (k) => sum([p.use, mixed('x', k)], [q.use, mixed('y', k)], [r.use, inner('x', k)], [s.use, inner('y', k)]),
      )};`,
    ]);
  };
  const [px, py] = listTexts.dot;

  return `${banner(`Hyper-dual numbers over doubles with ${width} inner tangent${width === 1 ? '' : 's'}: second derivatives by forward mode over forward mode.`)}
import type { Arithmetic } from '../arithmetic.ts';
import type { HyperTangents } from '../hyper-tangents.ts';
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
import { dual1 } from './dual1.ts';

/** Value, ${width === 1 ? 'inner tangent' : `${width} inner tangents`}, outer tangent, and the outer tangent of each inner one. */
export type ${type} = readonly number[];

const pairs = {
${binary(`logSumExp(x: ${type}, y: ${type}): ${type}`, secondPairText)}};

const arithmetic: Arithmetic<${type}> = {
  constant: (c) => ${number(
    'c',
    () => '0',
    '0',
    () => '0',
  )},
  toNumber: (x) => ${value('x')},
${unary.join('')}${secondBinaryTexts.map((text) => binary(`${text.name}(x, y)`, text)).join('')}  pow(x, exponent) {
    const a = ${value('x')};
    const isSquare = exponent === 2;
    const v = isSquare ? ${squareText.value} : power(a, exponent);
    const p = isSquare ? ${squareText.partial.text} : powRule(numberArithmetic, a, exponent);
    // d/da of p = exponent a^(exponent - 1), by the same rule
    const isConstant = exponent === 0; // 0 * 0^-2 is NaN
    const q = isSquare ? ${squareText.second.text} : isConstant ? 0 : exponent * powRule(numberArithmetic, a, exponent - 1);
    return ${number(
      'v',
      (k) => sum([atom('p'), inner('x', k)]),
      sum([atom('p'), outer('x')]),
      (k) => sum([atom('p'), mixed('x', k)], [atom('q'), outer('x'), inner('x', k)]),
    )};
  },
  sum(xs) {
${sums}    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
${addition}    }
${result}  },
  sumOver(count, term) {
${sums}    for (let i = 0; i < count; i++) {
      const x = term(i);
${addition}    }
${result}  },
  dot(xs, ys) {
${sums}    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const y = ys[i]!;
      const a = ${value('x')};
      const b = ${value('y')};
${accumulate(
  'a * b',
  (k) => sum([px, inner('x', k)], [py, inner('y', k)]),
  sum([px, outer('x')], [py, outer('y')]),
  (k) => sum([px, mixed('x', k)], [py, mixed('y', k)], [outer('y'), inner('x', k)], [outer('x'), inner('y', k)]),
)}    }
${result}  },
  linear(coefficients, xs) {
${sums}    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const c = coefficients[i]!;
${accumulate(
  `c * ${value('x')}`,
  (k) => sum([listTexts.linear, inner('x', k)]),
  sum([listTexts.linear, outer('x')]),
  (k) => sum([listTexts.linear, mixed('x', k)]),
)}    }
${result}  },
  logSumExp(xs) {
    if (xs.length === 2) return pairs.logSumExp(xs[0]!, xs[1]!);
    const v = logSumExp(xs.map((x) => ${value('x')}));
    const weights = listRules.logSumExp(dual1.arithmetic, xs.map((x) => ({ v: ${value('x')}, d: ${outer('x')} })));
    let ${names
      .filter((name) => name !== 'v')
      .map((name) => `${name} = 0`)
      .join(', ')};
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const { v: p, d: q } = weights[i]!;
      e += p * ${outer('x')};
${places.map((k) => `      d${k} += p * ${inner('x', k)};\n      m${k} += p * ${mixed('x', k)} + q * ${inner('x', k)};\n`).join('')}    }
${result}  },
};

/** Such numbers, and how to make and read them. */
export const hyperdual${width}: HyperTangents<${type}> = {
  width: ${width},
  arithmetic,
  seeded: (v, ${width === 1 ? '_k' : 'k'}, d, e) => ${number(
    'v',
    (k) => (width === 1 ? 'd' : `k === ${k - 1} ? d : 0`),
    'e',
    () => '0',
  )},
  valueOf: (x) => ${value('x')},
  tangentOf: (x, k) => x[k + 1]!,
  mixedOf: (x, k) => x[k + ${width + 2}]!,
};
`;
}

/** Sum of products of factors, without those that are 0. */
function sum(...terms: readonly Term[]): string {
  const products = terms.map((term) => term.map((factor) => (typeof factor === 'string' ? atom(factor) : factor)));
  return A.sum(products.map((factors) => factors.reduce(A.mul))).text;
}

/** A variable of its own for text that is worth it, or the text itself where it is a name or a small number. */
function named(name: string, source: Source): { readonly use: Source; readonly lines: readonly string[] } {
  const use = worthName(name, source);
  return { use, lines: use === source ? [] : [`const ${name} = ${source.text};`] };
}

function method(head: string, lines: readonly string[]): string {
  const body = lines.filter((line, at) => isUsed(line, lines.slice(at + 1)));
  return `  ${head} {\n${body.map((line) => `    ${line}\n`).join('')}  },\n`;
}

/** Whether a line defines what a later one mentions, or defines nothing. */
function isUsed(line: string, later: readonly string[]): boolean {
  const defined = /^const (\w+) =/.exec(line)?.[1];
  return defined === undefined || later.some((text) => mentions(defined, text));
}
