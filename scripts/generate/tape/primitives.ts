import { atom, type Source } from '../../../methods/arithmetic/source.ts';
import {
  type BinaryText,
  binaryTexts,
  isShort,
  mentions,
  method,
  pairText,
  squareText,
  tangentText,
  unaryTexts,
} from '../rules/rule-text.ts';
import { kept, type Numbers, tangent } from './numbers.ts';

/** A variable and the text that it stands for. */
type Declaration = readonly [name: string, text: string];

/** Methods that record the primitives of one and of two arguments, and powers. */
export function primitives(numbers: Numbers): string {
  return `${unary(numbers)}${binary(numbers)}${pow(numbers)}`;
}

function unary(numbers: Numbers): string {
  return unaryTexts
    .map(({ name, value, partial, partialTangent }) => {
      const p = named('p', partial);
      const declarations: Declaration[] = [
        ['a', 'value[x]!'],
        ['da', 'valueTangent[x]!'],
        ['v', value],
        ['p', partial.text],
        ['dv', tangentText([p, 'da'])],
        ['dp', partialTangent.text],
      ];
      const args = kept(numbers, 'x', 'v', tangent('dv'), p.text, tangent('dp'));
      return method(4, `${name}(x)`, body(declarations, `return unary(${args.join(', ')});`));
    })
    .join('');
}

function binary(numbers: Numbers): string {
  return binaryTexts.map((text) => ofTwo(numbers, `${text.name}(x, y)`, text)).join('');
}

/** An object with the method that records logSumExp of two. */
export function pairs(numbers: Numbers): string {
  return `  const pairs = {\n${ofTwo(numbers, 'logSumExp(x: number, y: number): number', pairText)}  };\n`;
}

function ofTwo(numbers: Numbers, head: string, { value, partials, partialTangents }: Omit<BinaryText, 'name'>): string {
  const [p, q] = [named('p', partials[0]), named('q', partials[1])];
  const declarations: Declaration[] = [
    ['a', 'value[x]!'],
    ['b', 'value[y]!'],
    ['da', 'valueTangent[x]!'],
    ['db', 'valueTangent[y]!'],
    ['v', value],
    ['p', partials[0].text],
    ['q', partials[1].text],
    ['dv', tangentText([p, 'da'], [q, 'db'])],
    ['dp', partialTangents[0].text],
    ['dq', partialTangents[1].text],
  ];
  const args = kept(numbers, 'x', 'y', 'v', tangent('dv'), p.text, tangent('dp'), q.text, tangent('dq'));
  return method(4, head, body(declarations, `return binary(${args.join(', ')});`));
}

/**
 * The exponent is known only to the tape, so the rule itself runs there, over the numbers of the tape; not for squares,
 * which are common.
 */
function pow(numbers: Numbers): string {
  const { value, partial, partialTangent } = squareText;
  const dv = tangent(tangentText([partial, 'da']));
  const square = kept(numbers, 'x', value, dv, partial.text, tangent(partialTangent.text)).join(', ');
  const lines = {
    plain: ['return unary(x, power(a, exponent), powRule(numberArithmetic, a, exponent));'],
    dual: [
      'const p = powRule(dual1.arithmetic, { v: a, d: da }, exponent);',
      'return unary(x, power(a, exponent), p.v * da, p.v, p.d);',
    ],
  };
  return method(4, 'pow(x, exponent)', [
    ...kept(numbers, 'const a = value[x]!;', tangent('const da = valueTangent[x]!;')),
    `if (exponent === 2) return unary(${square});`,
    ...lines[numbers],
  ]);
}

/** The variable that holds the source, or the source itself where it is as short. */
function named(name: string, source: Source): Source {
  return isShort(source) ? source : atom(name);
}

/** The declarations that the result needs, directly or through others, and then the result. */
function body(declarations: readonly Declaration[], result: string): string[] {
  const lines = [result];
  for (const [name, text] of declarations.toReversed()) {
    if (mentions(name, ...lines)) lines.unshift(`const ${name} = ${text};`);
  }
  return lines;
}
