/** Errors that hide at some points: a derivative that is right only there. */
import { isRight, type Look, type Wrong } from './kinds.ts';

/** The points at which the wrong entries are right, if these follow a rule. */
export function rightOnlyAt(wrong: Wrong): Look | undefined {
  const { points, entries, byHand, exact } = wrong;
  const atPoint = points.map((_, p) => entries.every((e) => isRight(wrong, p, e)));
  const isFrozen = entries.every((e) => byHand.every((answer) => answer[e] === byHand[0]![e]));
  const isLone = points.length > 2 && atPoint[0] === true && atPoint.slice(1).every((right) => !right);
  const varies = entries.some((e) => exact.some((row) => row[e] !== exact[0]![e]));
  if (isFrozen && atPoint[0] === true && varies)
    return {
      kinds: ['right only there'],
      words: 'it is right at the first point, and the same at every other: computed once and kept?',
    };
  for (let j = 0; j < points[0]!.length; j++) {
    const isZero = points.map((x) => x[j] === 0);
    const zeros = isZero.filter(Boolean).length;
    if (zeros === 0 || zeros === points.length) continue;
    if (isZero.every((zero, p) => (zero ? atPoint[p] : !atPoint[p])))
      return { kinds: ['right only there'], words: `it is right only where x${j + 1} = 0` };
  }
  return isLone ? { kinds: ['right only there'], words: 'it is right only at the first point' } : undefined;
}
