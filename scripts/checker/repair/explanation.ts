/** The look of a change that a program needs: the amounts found for it at several points, put into words. */
import { agrees, type Look, slackOf } from '../diagnosis/kinds.ts';
import { type Candidate, constantOf, named, rational } from '../diagnosis/ratios.ts';

/** A change that would make a derivative right. */
export interface Needed {
  /** The place of the program. */
  readonly text: string;
  readonly mode: 'add' | 'multiply';
  /** How much of it, at each point. */
  readonly amounts: readonly number[];
  /** The value that stands there now, at each point. */
  readonly values: readonly number[];
  /** Whether the place is passed once: then any change is a sum and a product alike. */
  readonly isOnce: boolean;
  /** Whether this factor, in all passes, makes all entries right at all points. */
  isRight(factor: number): boolean;
}

/** A look, and how far-fetched it is: the lowest rank is believed. */
export interface Explained {
  readonly look: Look;
  readonly rank: number;
}

/** Factors that are forgotten most. */
const USUAL: readonly number[] = [2, 3, 4, -2];
/** Candidates that are paired with one another. */
const PAIRED = 40;

/** The simplest explanation of a change, if there is one. */
export function explain(
  { text, mode, amounts, values, isOnce, isRight }: Needed,
  candidates: () => readonly Candidate[],
): Explained | undefined {
  const place = `\`${text}\``;
  const factors = mode === 'multiply' ? amounts : values.map((value, p) => (value + amounts[p]!) / value);
  const terms = mode === 'add' ? amounts : values.map((value, p) => value * (amounts[p]! - 1));
  const isRatio = factors.every(Number.isFinite);
  const factor = isRatio ? constantOf(factors, 1e-9) : undefined;
  const constant = factor === undefined || amounts.length === 1 ? undefined : rounded(factor);
  if (constant !== undefined && isRight(constant)) return ofConstant(constant, place);
  const term = isOnce || mode === 'add' ? constantOf(terms, 0) : undefined;
  const found =
    amounts.length > 1
      ? ofCandidates(place, isRatio ? factors : [], isOnce || mode === 'add' ? terms : [], values, candidates)
      : undefined;
  const isTakenAway = term !== undefined && values.every((value) => agrees(value, -term, 0));
  if (term !== undefined && terms.length > 1 && !isTakenAway)
    return { look: { kinds: ['missing term'], words: `the term ${shown(term)} is missing beside ${place}` }, rank: 3 };
  return found;
}

/** The fraction with a small divisor that a number is but for what finding it costs, or else the number. */
function rounded(factor: number): number {
  const near = Math.round(factor * 360) / 360;
  return Math.abs(near - factor) < 1e-7 * Math.max(1, Math.abs(factor)) ? near : factor;
}

function ofConstant(factor: number, place: string): Explained {
  if (agrees(factor, -1, 0)) return { look: { kinds: ['sign'], words: `${place} has the wrong sign` }, rank: 0 };
  if (Math.abs(factor) < 1e-7)
    return { look: { kinds: ['extra term'], words: `${place} should not be there` }, rank: 2 };
  const text = rational(factor).replace(' times', '');
  const isNice = agrees(factor * 12, Math.round(factor * 12), 1e-6);
  const isUsual = USUAL.some((usual) => agrees(factor, usual, 0) || agrees(factor, 1 / usual, 0));
  return {
    look: { kinds: ['factor'], words: `${place} lacks the factor ${text}` },
    rank: isUsual ? 2 : isNice ? 3 : 3.2,
  };
}

function ofCandidates(
  place: string,
  factors: readonly number[],
  terms: readonly number[],
  values: readonly number[],
  candidates: () => readonly Candidate[],
): Explained | undefined {
  const all = candidates();
  const slack = slackOf(factors);
  const fits = (amounts: readonly number[], value: (p: number) => number) =>
    amounts.length > 0 && amounts.every((amount, p) => agrees(amount, value(p), slack));
  const multiple = (value: (p: number) => number) => {
    const ratio =
      terms.length === 0
        ? undefined
        : constantOf(
            terms.map((term, p) => term / value(p)),
            0,
          );
    return ratio === undefined || Math.abs(ratio) < 1e-7 ? undefined : ratio;
  };
  const isItself = (d: Candidate) => values.every((value, p) => agrees(Math.abs(value), Math.abs(d.values[p]!), 0));
  for (const d of all.filter((each) => !isItself(each))) {
    if (fits(factors, (p) => d.values[p]!))
      return { look: { kinds: ['factor'], words: `${place} lacks the factor ${named(d)}` }, rank: 2.5 };
    if (fits(factors, (p) => 1 / d.values[p]!))
      return { look: { kinds: ['factor'], words: `${place} has the factor ${named(d)} too many` }, rank: 2.5 };
    const ratio = multiple((p) => d.values[p]!);
    if (ratio !== undefined)
      return {
        look: { kinds: ['missing term'], words: `beside ${place} the term ${times(ratio, named(d))} is missing` },
        rank: 3.5,
      };
    const scale = constantOf(
      factors.map((factor, p) => factor / d.values[p]!),
      0,
    );
    if (scale !== undefined)
      return { look: { kinds: ['factor'], words: `${place} lacks the factor ${times(scale, named(d))}` }, rank: 4 };
  }
  for (const d of all) {
    const factor = lineOf(factors, d);
    if (factor) return { look: { kinds: ['factor'], words: `${place} lacks the factor (${factor})` }, rank: 4.2 };
    const term = lineOf(terms, d);
    if (term)
      return { look: { kinds: ['missing term'], words: `beside ${place} the term ${term} is missing` }, rank: 4.4 };
  }
  const some = all.slice(0, PAIRED);
  for (const a of some) {
    for (const b of some) {
      const product = (p: number) => a.values[p]! * b.values[p]!;
      const name = `${named(a)} ${named(b)}`;
      if (fits(factors, product))
        return { look: { kinds: ['factor'], words: `${place} lacks the factor ${name}` }, rank: 4.5 };
      const ratio = multiple(product);
      if (ratio !== undefined)
        return {
          look: { kinds: ['missing term'], words: `beside ${place} the term ${times(ratio, name)} is missing` },
          rank: 5,
        };
      if (a !== b && fits(factors, (p) => a.values[p]! / b.values[p]!))
        return { look: { kinds: ['factor'], words: `${place} lacks the factor ${named(a)} / ${named(b)}` }, rank: 5 };
    }
  }
  return undefined;
}

/** The amounts as a + b d with numbers a and b of small divisors, neither 0; for four points or more. */
function lineOf(amounts: readonly number[], { values, text }: Candidate): string | undefined {
  if (amounts.length < 4) return undefined;
  const b = (amounts[1]! - amounts[0]!) / (values[1]! - values[0]!);
  const a = amounts[0]! - b * values[0]!;
  const isNice = (c: number) => c !== 0 && Math.abs(c) < 1e6 && agrees(12 * c, Math.round(12 * c), 0);
  if (!isNice(a) || !isNice(b) || !amounts.every((amount, p) => agrees(amount, a + b * values[p]!, 0)))
    return undefined;
  return `${shown(a)} ${b < 0 ? '-' : '+'} ${times(Math.abs(b), text())}`;
}

function times(ratio: number, name: string): string {
  return agrees(ratio, 1, 0) ? name : agrees(ratio, -1, 0) ? `-${name}` : `${shown(ratio)} ${name}`;
}

function shown(value: number): string {
  return rational(value).replace(' times', '');
}
