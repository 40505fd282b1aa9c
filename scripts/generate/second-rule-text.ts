/** Second partial derivatives as JavaScript: the rules table over dual numbers over program text. */
import { type Dual, dualArithmetic } from '../../methods/arithmetic/dual.ts';
import { binaryRules, listRules, powRule, unaryRules } from '../../methods/arithmetic/rules.ts';
import { sourceArithmetic as A, atom, type Source } from '../../methods/arithmetic/source.ts';
import { binaryTexts, squareText as firstSquareText, unaryTexts } from './rule-text.ts';

const dual = dualArithmetic(A);
const seeded = (name: string, tangent: string | Source): Dual<Source> => ({
  v: atom(name),
  d: typeof tangent === 'string' ? atom(tangent) : tangent,
});

/** The primitives of one argument, with the second derivative from `a` and the value `v`. */
export const secondUnaryTexts = unaryTexts.map((text) => ({
  ...text,
  second: unaryRules[text.name](dual, seeded('a', '1'), seeded('v', text.partial)).d,
}));

/** The square of `a`, with its second derivative. */
export const squareText = { ...firstSquareText, second: powRule(dual, seeded('a', '1'), 2).d };

/** The primitives of two arguments, with the second derivatives [xx, xy, yy] from `a`, `b` and the value `v`. */
export const secondBinaryTexts = binaryTexts.map((text) => {
  const [px, py] = text.partials;
  const alongX = binaryRules[text.name](dual, seeded('a', '1'), seeded('b', '0'), seeded('v', px));
  const alongY = binaryRules[text.name](dual, seeded('a', '0'), seeded('b', '1'), seeded('v', py));
  return { ...text, seconds: [alongX[0].d, alongX[1].d, alongY[1].d] as const };
});

/** The tangent of the softmax weight of an entry `a` of a logSumExp `v`, where `ae` and `e` are the tangents of both. */
export const softmaxTangent = listRules.logSumExp(dual, seeded('a', 'ae'), seeded('v', 'e')).d;
