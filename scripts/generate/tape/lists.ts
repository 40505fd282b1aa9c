import type { Source } from '../../../methods/arithmetic/source.ts';
import { listTangentTexts, listTexts, method, tangentText } from '../rule-text.ts';
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

/** Its tangent is known only after a pass over the list, and the tangents of its partial derivatives need it: a second pass. */
function logSumExp(numbers: Numbers, edge: Edge): string {
  const value =
    'const v = xs.length === 2 ? logSumExpOfTwo(value[xs[0]!]!, value[xs[1]!]!) : logSumExp(xs.map((x) => value[x]!));';
  const tangentPass = [
    'let dv = 0;',
    ...overList(numbers, [
      'const x = xs[i]!;',
      'const a = value[x]!;',
      `dv += ${tangentText([listTexts.logSumExp, 'valueTangent[x]!'])};`,
    ]),
  ];
  return method(4, 'logSumExp(xs)', [
    value,
    ...(numbers === 'dual' ? tangentPass : []),
    'let edge = edges;',
    ...overList(numbers, [
      'const x = xs[i]!;',
      'const a = value[x]!;',
      tangent('const da = valueTangent[x]!;'),
      ...edge('x', listTexts.logSumExp, listTangentTexts.logSumExp),
    ]),
    ...finish(numbers),
  ]);
}

function overList(numbers: Numbers, lines: readonly (string | Tangent)[]): string[] {
  return ['for (let i = 0; i < xs.length; i++) {', ...kept(numbers, ...lines).map((line) => `  ${line}`), '}'];
}

function finish(numbers: Numbers): string[] {
  return ['edges = edge;', `return node(${kept(numbers, 'v', tangent('dv')).join(', ')});`];
}
