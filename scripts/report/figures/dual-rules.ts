import type { Cell, Table } from '../content/parts.ts';

/** A rule of dual numbers: what it is called, and both of its sides. */
export interface DualRule {
  readonly name: string;
  readonly sides: readonly [text: string, text: string];
  readonly tex: readonly [string, string];
}

const SQUARE = 'ε²';

/** How dual numbers are added, multiplied, put into functions and differentiated. */
export const DUAL_RULES: readonly DualRule[] = [
  { name: 'definition', sides: [SQUARE, '0'], tex: ['\\varepsilon^2', '0'] },
  {
    name: 'sum',
    sides: ['(a + a′ε) + (b + b′ε)', '(a + b) + (a′ + b′) ε'],
    tex: ["(a + a' \\varepsilon) + (b + b' \\varepsilon)", "(a + b) + (a' + b') \\, \\varepsilon"],
  },
  {
    name: 'product',
    sides: ['(a + a′ε) (b + b′ε)', 'a b + (a b′ + a′ b) ε'],
    tex: ["(a + a' \\varepsilon) (b + b' \\varepsilon)", "a b + (a b' + a' b) \\, \\varepsilon"],
  },
  {
    name: 'function',
    sides: ['f(v + v′ε)', 'f(v) + f′(v) v′ ε'],
    tex: ["f(v + v' \\varepsilon)", "f(v) + f'(v) \\, v' \\, \\varepsilon"],
  },
  {
    name: 'chain rule',
    sides: ['f(g(v + v′ε))', 'f(g(v)) + f′(g(v)) g′(v) v′ ε'],
    tex: ["f(g(v + v' \\varepsilon))", "f(g(v)) + f'(g(v)) \\, g'(v) \\, v' \\, \\varepsilon"],
  },
  {
    name: 'derivative',
    sides: ['df/dx at v', 'the coefficient of ε in f(v + 1ε)'],
    tex: [
      '\\left. \\frac{d f}{d x} \\right|_{x = v}',
      '\\text{the coefficient of } \\varepsilon \\text{ in } f(v + 1 \\varepsilon)',
    ],
  },
];

/** The rules of dual numbers as a table. */
export function dualRules(): Table {
  const head = (text: string) => ({ head: { text }, align: 'left' }) as const;
  const cells = ({ name, sides, tex }: DualRule): Cell[] => [
    { text: name },
    { text: sides[0], tex: tex[0] },
    { text: sides[1], tex: tex[1] },
  ];
  return {
    kind: 'table',
    name: 'dual-number-rules',
    title: 'The rules of dual numbers',
    remake: 'npm run report',
    columns: [head('rule'), head('of'), head('is')],
    rows: DUAL_RULES.map(cells),
    reading: [
      'The coefficient of ε follows the sum, product and chain rules by itself, since ε² vanishes: a program that runs on dual numbers differentiates itself.',
    ],
  };
}
