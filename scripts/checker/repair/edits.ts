/**
 * Repairs that are tried: at every place of the program a factor, a divisor or a term is put in, the smallest first
 * (program repair by search).
 */
import type { Attempts } from './attempts.ts';
import type { Change } from './changes.ts';
import type { Explained } from './explanation.ts';
import { type Ingredient, passOf } from './ingredients.ts';

/** A place of the program, and what stands there: the values of all passes at each point. */
export interface Place {
  readonly k: number;
  readonly text: string;
  /** Names and numbers in the text. */
  readonly size: number;
  passes(p: number): readonly number[];
}

const OPERATIONS = ['times', 'over', 'plus', 'minus'] as const;
type Operation = (typeof OPERATIONS)[number];

/** How much may be tried, in values that pass a place or another: seconds at most. */
const BUDGET = 1e7;
/**
 * The cost of a larger place: of two repairs with ingredients of one size, the one at the smaller place is believed.
 */
const OF_PLACE = 1e-3;
/** The factor that changes a value enough to show which entries depend on it. */
const NUDGE = 1.001;

/** All repairs with the smallest ingredient with which there is one; each makes all entries right at all points. */
export function repairsWith(
  attempts: Attempts,
  places: readonly Place[],
  ingredients: readonly Ingredient[],
  at: number,
  passesOfARun: number,
): readonly Explained[] {
  const able = places.filter(({ k }) => canRepair(attempts, k, at));
  const found: Explained[] = [];
  let left = BUDGET / passesOfARun;
  let simplest = Number.POSITIVE_INFINITY;
  for (const ingredient of ingredients) {
    if (left <= 0 || ingredient.size > simplest) return found;
    const values = ingredient.passes(at);
    for (const place of able) {
      const { length } = place.passes(at);
      if (!Number.isInteger(length / values.length)) continue;
      for (const operation of OPERATIONS) {
        left--;
        if (!attempts.isRightAt(place.k, changeBy(operation, values, length), at)) continue;
        if (isSelf(operation, ingredient, place, at)) continue;
        const change = (p: number) => changeBy(operation, ingredient.passes(p), place.passes(p).length);
        if (!attempts.repairs(place.k, change)) continue;
        found.push(explained(operation, place, ingredient));
        simplest = ingredient.size;
      }
    }
  }
  return found;
}

function changeBy(operation: Operation, values: readonly number[], length: number): Change {
  const amount = (pass: number) => passOf(values, pass, length);
  switch (operation) {
    case 'times':
      return { mode: 'each', of: (value, pass) => value * amount(pass) };
    case 'over':
      return { mode: 'each', of: (value, pass) => value / amount(pass) };
    case 'plus':
      return { mode: 'each', of: (value, pass) => value + amount(pass) };
    case 'minus':
      return { mode: 'each', of: (value, pass) => value - amount(pass) };
  }
}

/** Whether what is added stands there already: that is a factor, or takes away what should not be there. */
function isSelf(operation: Operation, ingredient: Ingredient, place: Place, p: number): boolean {
  const passes = place.passes(p);
  const values = ingredient.passes(p);
  const isSum = operation === 'plus' || operation === 'minus';
  return isSum && passes.every((value, pass) => Math.abs(value) === Math.abs(passOf(values, pass, passes.length)));
}

/**
 * Whether all that is wrong at the point depends on the place, and not much that is right at all points: some passes of
 * a loop may need no repair.
 */
function canRepair({ wrong, at }: Attempts, k: number, p: number): boolean {
  const before = wrong.byHand[p]!;
  const nudged = at(k, { mode: 'each', of: (value) => (value === 0 ? NUDGE - 1 : value * NUDGE) }, p);
  const moved = [...nudged.keys()].filter((e) => nudged[e] !== before[e]);
  const isWrong = (e: number) => !(Math.abs(before[e]! - wrong.exact[p]![e]!) <= wrong.tolerances[p]![e]!);
  const spoilt = moved.filter((e) => !wrong.entries.includes(e)).length;
  return spoilt < wrong.entries.length && wrong.entries.every((e) => !isWrong(e) || moved.includes(e));
}

function explained(operation: Operation, { text: place, size }: Place, ingredient: Ingredient): Explained {
  const text = ingredient.text();
  const rank = ingredient.size + OF_PLACE * size;
  if (operation === 'times')
    return { look: { kinds: ['factor'], words: `\`${place}\` lacks the factor ${text}` }, rank };
  if (operation === 'over')
    return { look: { kinds: ['factor'], words: `\`${place}\` lacks a division by ${text}` }, rank };
  const sign = operation === 'minus' ? '-' : '';
  const term = sign !== '' && /[ ]/.test(text) ? `(${text})` : text;
  return { look: { kinds: ['missing term'], words: `beside \`${place}\` the term ${sign}${term} is missing` }, rank };
}
