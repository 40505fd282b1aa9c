/** Second partial derivatives as JavaScript: the rules table over dual numbers over program text. */
import { type Dual, dualArithmetic } from '../../../methods/arithmetic/dual.ts';
import { binaryRules, powRule, unaryRules } from '../../../methods/arithmetic/rules.ts';
import { sourceArithmetic as A, atom, type Source } from '../../../methods/arithmetic/source.ts';
import {
  binaryTexts,
  squareText as firstSquareText,
  pairText,
  unaryTexts,
  weightTangentsOfTwo,
  withNames,
} from './rule-text.ts';

const dual = dualArithmetic(A);
const seeded = (name: string, tangent: string | Source): Dual<Source> => ({
  v: atom(name),
  d: typeof tangent === 'string' ? atom(tangent) : tangent,
});

/** The variable `name` for text that is worth one, or the text itself where it is a name or a small number. */
export function worthName(name: string, source: Source): Source {
  return /^-?[\w.]{1,3}$/.test(source.text) ? source : atom(name);
}

/**
 * The primitives of one argument, with the second derivative from `a`, the value `v` and the partial derivative `p`.
 */
export const secondUnaryTexts = unaryTexts.map((text) => {
  const second = unaryRules[text.name](dual, seeded('a', '1'), seeded('v', worthName('p', text.partial))).d;
  return { ...text, second: withNames(second, { v: atom(text.value), p: text.partial }) };
});

/** The square of `a`, with its second derivative. */
export const squareText = { ...firstSquareText, second: powRule(dual, seeded('a', '1'), 2).d };

/** The primitives of two arguments, with the second derivatives [xx, xy, yy] from `a`, `b` and the value `v`. */
export const secondBinaryTexts = binaryTexts.map((text) => {
  const [px, py] = text.partials;
  const alongX = binaryRules[text.name](dual, seeded('a', '1'), seeded('b', '0'), seeded('v', px));
  const alongY = binaryRules[text.name](dual, seeded('a', '0'), seeded('b', '1'), seeded('v', py));
  return { ...text, seconds: [alongX[0].d, alongX[1].d, alongY[1].d] as const };
});

/** logSumExp of two, with its second derivatives from `a`, `b` and the weights `p` and `q`. */
export const secondPairText = {
  ...pairText,
  seconds: [
    weightTangentsOfTwo(seeded('a', '1'), seeded('b', '0'))[0],
    weightTangentsOfTwo(seeded('a', '1'), seeded('b', '0'))[1],
    weightTangentsOfTwo(seeded('a', '0'), seeded('b', '1'))[1],
  ] as const,
};
