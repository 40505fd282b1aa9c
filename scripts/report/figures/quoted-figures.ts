import type { Table } from '../content/parts.ts';

const SOURCE = 'DiffSharp 0.7';

/** The functions that the page of DiffSharp 0.7 differentiates. */
const FUNCTIONS = {
  scalar: 'l₁₀₀, the logistic map 99 times',
  gradient: 'x·log(x/2) of 100 inputs',
  vector: '3 values of 100 inputs',
};

/** Numbers that the page gives, as multiples of the time of the function. */
const QUOTED = [
  ['derivative, AD', 'scalar', 3.33],
  ['derivative, numerical', 'scalar', 1.93],
  ['gradient, AD', 'gradient', 4.79],
  ['gradient, numerical', 'gradient', 161.36],
  ['gradient times vector, AD', 'gradient', 2.11],
  ['Hessian, AD', 'gradient', 810.22],
  ['Hessian, numerical', 'gradient', 16_750],
  ['Hessian times vector, AD', 'gradient', 9.62],
  ['Jacobian, AD', 'vector', 15.1],
  ['Jacobian times vector, AD', 'vector', 2.55],
  ['transposed Jacobian times vector, AD', 'vector', 4.53],
] as const;

/** Figures that others have published, as quoted and checked: of other machines, languages and functions. */
export function quotedFigures(): Table {
  const heads = ['operation', 'function', 'time / time of f', 'source'];
  return {
    kind: 'table',
    name: 'quoted-figures',
    title: 'Quoted, not measured here: published cost as a multiple of f',
    reading: [
      'Quoted from diffsharp.github.io/DiffSharp/benchmarks.html, where they were measured in F# on an Intel Core i7-4785T; ' +
        'they are no measurements of diffmark and compare with none.',
    ],
    remake: 'None: the source is quoted.',
    columns: heads.map((text) => ({ head: { text }, align: text.startsWith('time') ? 'right' : 'left' })),
    rows: QUOTED.map(([operation, of, ratio]) => [
      { text: operation },
      { text: FUNCTIONS[of] },
      { text: String(ratio), value: ratio },
      { text: SOURCE },
    ]),
  };
}
