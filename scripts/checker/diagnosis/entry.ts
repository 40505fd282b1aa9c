/** The slip in one entry: the part of it that explains the error, found by comparing the error with all parts. */
import type { Differentiable } from '../../../methods/method.ts';
import type { WrittenOperator } from '../comparison/hand-written.ts';
import { agrees, clearPoints, type Look, type Wrong } from './kinds.ts';
import { type Candidate, candidateLook, candidatesOf, constantLook, constantOf } from './ratios.ts';
import type { Spelled } from './spelled.ts';
import { type Composition, compositionOf } from './terms.ts';

/**
 * How many points are looked at, how many candidates a ratio is compared with, and how many of these with one another.
 */
const MOST = { points: 6, edges: 300, candidates: 160, pairs: 24, swappedInputs: 4 };

/** The function that has the entry. */
export interface Differentiated {
  readonly f: Differentiable;
  readonly operator: WrittenOperator;
}

/** Describes the error of entry e. */
export function entryError(of: Differentiated, wrong: Wrong, e: number): Look {
  const { byHand, exact, points, columns } = wrong;
  if (byHand.every((answer) => !Number.isFinite(answer[e]!)))
    return { kinds: ['no number'], words: 'it is no finite number' };
  const chosen = clearPoints(wrong, [e]).slice(0, MOST.points);
  const unknown: Look = { kinds: ['unknown'], words: 'its error fits no known slip' };
  if (chosen.length < 2) return unknown;
  const hand = chosen.map((p) => byHand[p]![e]!);
  const truth = chosen.map((p) => exact[p]![e]!);
  const errors = hand.map((value, k) => value - truth[k]!);
  const whole = constantOf(
    hand.map((value, k) => value / truth[k]!),
    1e-9,
  );
  const wholeLook = whole === undefined ? undefined : constantLook(whole, 'it');
  if (wholeLook && whole !== 0) return wholeLook;
  const [row, column] = [Math.floor(e / columns), e % columns];
  const compose = (x: Float64Array) => compositionOf(of.f, of.operator, x, row, column);
  const compositions = chosen.map((p) => compose(points[p]!));
  // The function branches: its terms differ from point to point.
  if (compositions.some(({ terms }) => terms.length !== compositions[0]!.terms.length)) return wholeLook ?? unknown;
  return (
    lostWhole(wholeLook, compositions) ??
    partError(errors, compositions, hand, truth) ??
    groupError(errors, compositions) ??
    exchangedInput(
      errors,
      compositions,
      chosen.map((p) => points[p]!),
      compose,
    ) ??
    unknown
  );
}

/** An entry that is 0 instead of something: of a sum of one term only a loop may have lost it. */
function lostWhole(look: Look | undefined, compositions: readonly Composition[]): Look | undefined {
  if (!look) return undefined;
  return compositions.length > 0
    ? { kinds: ['missing term', 'off by one', 'wrong index'], words: 'it is 0: its only term is missing' }
    : look;
}

/** Values that occur in the computation of entry e, at these points. */
export function candidatesAt(
  { f, operator }: Differentiated,
  points: readonly Float64Array[],
  e: number,
  columns: number,
): readonly Candidate[] {
  const compositions = points.map((x) => compositionOf(f, operator, x, Math.floor(e / columns), e % columns));
  const { length } = compositions[0]!.values;
  if (compositions.some(({ values }) => values.length !== length)) return [];
  return candidatesOf(
    compositions.map(({ values }) => values),
    MOST.candidates,
  );
}

interface Part {
  /** The part of the entry that comes through it, at every point. */
  readonly values: readonly number[];
  readonly ratios: readonly number[];
  readonly place: readonly [number, number] | undefined;
  readonly own: readonly Candidate[];
  name(): string;
}

function partsOf(errors: readonly number[], compositions: readonly Composition[]): Part[] {
  const known = new Set<string>();
  return compositions[0]!.terms.slice(0, 4000).flatMap(({ factors, place }, k): Part[] => {
    const terms = compositions.map(({ terms }) => terms[k]!);
    const values = terms.map(({ value }) => value);
    const key = values.join();
    if (known.has(key) || values.some((value) => value === 0 || !Number.isFinite(value))) return [];
    known.add(key);
    const own = factors.map((factor, c) => ({
      text: () => factor.text(),
      values: terms.map(({ factors }) => factors[c]!.value),
    }));
    return [
      {
        values,
        ratios: values.map((value, p) => 1 + errors[p]! / value),
        place,
        own,
        name: () => termName(factors),
      },
    ];
  });
}

function termName(factors: readonly Spelled[]): string {
  const texts = factors.map((factor) => factor.text()).filter((text) => text !== '1');
  if (texts.includes('')) return 'a term of it';
  if (texts.length === 0) return 'the term 1';
  return `the term ${texts.map((text) => (/^[\w.^]+$|^\w+\([^()]*\)$/.test(text) ? text : `(${text})`)).join(' ')}`;
}

/** One part of the entry that is missing, has a wrong sign, or a factor too many or too few. */
function partError(
  errors: readonly number[],
  compositions: readonly Composition[],
  hand: readonly number[],
  truth: readonly number[],
): Look | undefined {
  const parts = partsOf(errors, compositions).slice(0, MOST.edges);
  parts.unshift({
    values: truth,
    ratios: hand.map((value, p) => value / truth[p]!),
    place: undefined,
    own: [],
    name: () => 'it',
  });
  const constants = parts.flatMap((part) => {
    const ratio = constantOf(part.ratios, 1e-9);
    return ratio === undefined || part.values.length < 2 ? [] : [{ part, ratio }];
  });
  const rank = (ratio: number) =>
    Math.abs(ratio) < 1e-7 ? 0 : agrees(ratio, -1, 1e-9) ? 1 : Number.isInteger(2 * ratio) ? 2 : 3;
  const [best] = constants.sort((a, b) => rank(a.ratio) - rank(b.ratio));
  const look = best && constantLook(best.ratio, best.part.name());
  if (best && look) return look.kinds.includes('missing term') ? placed(look, best.part.place) : look;
  const candidates = candidatesOf(
    compositions.map(({ values }) => values),
    MOST.candidates,
  );
  for (const part of parts) {
    const found = candidateLook(
      part.ratios,
      [...part.own.filter(({ values }) => values.some((v) => v !== values[0])), ...candidates],
      MOST.pairs,
      part.name(),
    );
    if (found) return found;
  }
  return undefined;
}

function placed(look: Look, place: readonly [number, number] | undefined): Look {
  if (!place || (place[0] > 0 && place[0] < place[1] - 1)) return look;
  const which = place[0] === 0 ? 'first' : 'last';
  return {
    kinds: [...look.kinds, 'off by one'],
    words: `the ${which} of ${place[1]} terms of a sum is missing: a loop off by one?`,
  };
}

/** Explains the error by one part that is alike in every term of a sum. */
function groupError(errors: readonly number[], compositions: readonly Composition[]): Look | undefined {
  const groups = new Map<string, number[]>();
  compositions[0]!.terms.forEach(({ group }, k) => {
    groups.set(group, [...(groups.get(group) ?? []), k]);
  });
  const part = 'a part of every term of a sum';
  for (const members of groups.values()) {
    if (members.length < 2) continue;
    const total = (weigh: (factors: readonly number[]) => number) =>
      compositions.map(({ terms }) =>
        members.reduce(
          (sum, k) =>
            sum + (terms[k]!.value === 0 ? 0 : terms[k]!.value * weigh(terms[k]!.factors.map(({ value }) => value))),
          0,
        ),
      );
    const sums = total(() => 1);
    if (sums.some((sum) => sum === 0)) continue;
    const ratio = constantOf(
      sums.map((sum, p) => 1 + errors[p]! / sum),
      1e-9,
    );
    const look = ratio === undefined ? undefined : constantLook(ratio, part);
    if (look) return look;
    for (const c of [0, 1, 2]) {
      const lacking = total((factors) => 1 / factors[c]! - 1);
      if (lacking.every((value, p) => agrees(value, errors[p]!, 0)))
        return { kinds: ['factor'], words: `${part} lacks a factor` };
    }
  }
  return undefined;
}

/** One part of the entry into which another input was put than should be. */
function exchangedInput(
  errors: readonly number[],
  compositions: readonly Composition[],
  points: readonly Float64Array[],
  compose: (x: Float64Array) => Composition,
): Look | undefined {
  const n = points[0]!.length;
  if (n > MOST.swappedInputs) return undefined;
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < n; k++) {
      if (j === k) continue;
      const others = points.map((x) => compose(x.map((value, i) => (i === j ? x[k]! : value))));
      const { length } = compositions[0]!.terms;
      if (others.some(({ terms }) => terms.length !== length)) continue;
      for (let t = 0; t < length; t++) {
        const isIt = errors.every((error, p) =>
          agrees(others[p]!.terms[t]!.value - compositions[p]!.terms[t]!.value, error, 0),
        );
        if (isIt) return { kinds: ['wrong index'], words: `x${k + 1} stands in it where x${j + 1} should` };
      }
    }
  }
  return undefined;
}
