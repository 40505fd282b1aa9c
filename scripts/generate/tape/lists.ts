import { atom, type Source } from '../../../methods/arithmetic/source.ts';
import { listTangentTexts, listTexts, method, tangentText } from '../rules/rule-text.ts';
import { kept, type Numbers, storeEdge, type Tangent, tangent } from './numbers.ts';

/** Methods that record the primitives of lists: one node, with an edge for each entry of a list. */
export function lists(numbers: Numbers): string {
  const one = (x: string, local: string) => [`const ${x} = xs[i]!;`, `const ${local} = value[${x}]!;`];
  const edge = (argument: string, partial: Source, partialTangent: Source) => [
    ...storeEdge(numbers, 'edge', argument, partial.text, partialTangent.text),
    'edge++;',
  ];
  const sum = method(4, 'sum(xs)', [
    ...kept(numbers, 'let edge = edges;', 'let v = 0;', tangent('let dv = 0;')),
    ...overList(numbers, [
      'const x = xs[i]!;',
      'v += value[x]!;',
      tangent(`dv += ${tangentText([listTexts.sum, 'valueTangent[x]!'])};`),
      ...edge('x', listTexts.sum, listTangentTexts.sum),
    ]),
    ...finish(numbers),
  ]);
  const dot = method(4, 'dot(xs, ys)', [
    ...kept(numbers, 'let edge = edges;', 'let v = 0;', tangent('let dv = 0;')),
    ...overList(numbers, [
      ...one('x', 'a'),
      'const y = ys[i]!;',
      'const b = value[y]!;',
      tangent('const da = valueTangent[x]!;'),
      tangent('const db = valueTangent[y]!;'),
      'v += a * b;',
      tangent(`dv += ${tangentText([listTexts.dot[0], 'da'], [listTexts.dot[1], 'db'])};`),
      ...edge('x', listTexts.dot[0], listTangentTexts.dot[0]),
      ...edge('y', listTexts.dot[1], listTangentTexts.dot[1]),
    ]),
    ...finish(numbers),
  ]);
  const linear = method(4, 'linear(coefficients, xs)', [
    ...kept(numbers, 'let edge = edges;', 'let v = 0;', tangent('let dv = 0;')),
    ...overList(numbers, [
      'const x = xs[i]!;',
      'const c = coefficients[i]!;',
      'v += c * value[x]!;',
      tangent(`dv += ${tangentText([listTexts.linear, 'valueTangent[x]!'])};`),
      ...edge('x', listTexts.linear, listTangentTexts.linear),
    ]),
    ...finish(numbers),
  ]);
  return `${sum}${dot}${linear}${logSumExp(numbers, edge)}`;
}

type Edge = (argument: string, partial: Source, partialTangent: Source) => string[];

/** The rule itself runs on the tape, over its numbers; not for two, which are common. */
function logSumExp(numbers: Numbers, edge: Edge): string {
  const weights = {
    plain: ['const weights = listRules.logSumExp(numberArithmetic, values);'],
    dual: [
      'const duals = xs.map((x) => ({ v: value[x]!, d: valueTangent[x]! }));',
      'const weights = listRules.logSumExp(dual1.arithmetic, duals);',
      'let dv = 0;',
    ],
  };
  const entry = {
    plain: edge('x', atom('weights[i]!'), atom('0')),
    dual: [
      'const { v: p, d: dp } = weights[i]!;',
      `dv += ${tangentText([atom('p'), 'valueTangent[x]!'])};`,
      ...edge('x', atom('p'), atom('dp')),
    ],
  };
  return method(4, 'logSumExp(xs)', [
    'if (xs.length === 2) return pairs.logSumExp(xs[0]!, xs[1]!);',
    'const values = xs.map((x) => value[x]!);',
    'const v = logSumExp(values);',
    ...weights[numbers],
    'let edge = edges;',
    ...overList(numbers, ['const x = xs[i]!;', ...entry[numbers]]),
    ...finish(numbers),
  ]);
}

function overList(numbers: Numbers, lines: readonly (string | Tangent)[]): string[] {
  return ['for (let i = 0; i < xs.length; i++) {', ...kept(numbers, ...lines).map((line) => `  ${line}`), '}'];
}

function finish(numbers: Numbers): string[] {
  return ['edges = edge;', `return node(${kept(numbers, 'v', tangent('dv')).join(', ')});`];
}
