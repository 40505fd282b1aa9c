import { banner, binaryTexts, listTexts, mentions, tangentText, unaryTexts } from './rule-text.ts';

/**
 * The text of a module of dual numbers over doubles with `width` tangents, each a plain array [v, d1, ..., d_width]:
 * V8 keeps the doubles of an array literal unboxed, those of an object's fields not.
 */
export function dualModule(width: number): string {
  const tangents = Array.from({ length: width }, (_, k) => k + 1);
  const each = (text: (k: number) => string) => tangents.map(text).join(', ');
  const type = width === 1 ? 'Dual1' : `Dual${width}`;
  const name = `dual${width}Arithmetic`;
  const zeros = each(() => '0');
  const accumulate = (text: (k: number) => string) => tangents.map((k) => `      d${k} += ${text(k)};\n`).join('');
  const sums = `    let ${each((k) => `d${k} = 0`)};\n`;
  const result = `[v, ${each((k) => `d${k}`)}]`;

  const unary = unaryTexts.map(({ name, value, partial }) => {
    const needsV = mentions('v', partial);
    const head = `    const a = x[0]!;\n${needsV ? `    const v = ${value};\n` : ''}`;
    const simple = partial.text.length < 3 || partial.text === 'v';
    const p = simple ? partial : { text: 'p', binding: 3 as const };
    const body = simple ? '' : `    const p = ${partial.text};\n`;
    const list = `[${needsV ? 'v' : value}, ${each((k) => tangentText([p, `x[${k}]!`]))}]`;
    return `  ${name}(x) {\n${head}${body}    return ${list};\n  },\n`;
  });
  const binary = binaryTexts.map(({ name, value, partials: [px, py] }) => {
    const needsV = mentions('v', px, py);
    const plain = px.text.length < 3 && py.text.length < 3;
    const p = plain ? px : { text: 'p', binding: 3 as const };
    const q = plain ? py : { text: 'q', binding: 3 as const };
    const body = plain ? '' : `    const p = ${px.text};\n    const q = ${py.text};\n`;
    const list = `[${needsV ? 'v' : value}, ${each((k) => tangentText([p, `x[${k}]!`], [q, `y[${k}]!`]))}]`;
    const head = `    const a = x[0]!;\n    const b = y[0]!;\n${needsV ? `    const v = ${value};\n` : ''}`;
    return `  ${name}(x, y) {\n${head}${body}    return ${list};\n  },\n`;
  });

  return `${banner(`Dual numbers over doubles with ${width} tangent${width === 1 ? '' : 's'}, [v, ${width === 1 ? 'd' : `d1, ..., d${width}`}]: forward mode in ${width === 1 ? 'one direction' : `${width} directions at once`}.`)}
import type { Arithmetic } from '../arithmetic.ts';
import { logSumExp, numberArithmetic, power } from '../number.ts';
import { powRule } from '../rules.ts';

/** A value and its ${width === 1 ? 'tangent' : `${width} tangents`}. */
export type ${type} = readonly number[];

/** The primitives on such numbers. */
export const ${name}: Arithmetic<${type}> = {
  constant: (c) => [c, ${zeros}],
  toNumber: (x) => x[0]!,
${unary.join('')}${binary.join('')}  pow(x, exponent) {
    const p = powRule(numberArithmetic, x[0]!, exponent);
    return [power(x[0]!, exponent), ${each((k) => `p * x[${k}]!`)}];
  },
  sum(xs) {
    let v = 0;
${sums}    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      v += x[0]!;
${accumulate((k) => tangentText([listTexts.sum, `x[${k}]!`]))}    }
    return ${result};
  },
  dot(xs, ys) {
    let v = 0;
${sums}    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const y = ys[i]!;
      const a = x[0]!;
      const b = y[0]!;
      v += a * b;
${accumulate((k) => tangentText([listTexts.dot[0], `x[${k}]!`], [listTexts.dot[1], `y[${k}]!`]))}    }
    return ${result};
  },
  linear(coefficients, xs) {
    let v = 0;
${sums}    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const c = coefficients[i]!;
      v += c * x[0]!;
${accumulate((k) => tangentText([listTexts.linear, `x[${k}]!`]))}    }
    return ${result};
  },
  logSumExp(xs) {
    const v = logSumExp(xs.map((x) => x[0]!));
${sums}    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const a = x[0]!;
      const p = ${listTexts.logSumExp.text};
${accumulate((k) => `p * x[${k}]!`)}    }
    return ${result};
  },
};
`;
}
