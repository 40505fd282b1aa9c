import { count, key, outcome, positive, problem, run, table, text } from './columns.ts';

/** Kinds of slips that are planted. */
export const SLIP_KINDS = [
  'dropped-minus',
  'forgotten-factor',
  'lost-term',
  'wrong-index',
  'off-by-one',
  'swapped-rows',
  'transposed',
  'right-at-zero',
  'right-at-first-point',
] as const;
/** A kind of slip. */
export type SlipKind = (typeof SLIP_KINDS)[number];

/** References with which a check may compare a hand-written derivative. */
export const REFERENCES = ['exact', 'forward-difference', 'central-difference'] as const;
/** The name of a reference. */
export type Reference = (typeof REFERENCES)[number];

/** Tolerances at which it is counted what is found: 1e-1 to 1e-10, which is that of the check itself. */
export const TOLERANCES: readonly number[] = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-10];

/** The slip of a row about the correct derivatives. */
export const NO_SLIP = 'none';

/** Slips planted into derivatives by hand, and what checks make of them. */
export const checks = table({
  name: 'checks',
  title: 'What checks catch of slips in derivatives by hand',
  method:
    'A fork plants slips into the hand-written gradient, Jacobian and Hessian of a problem, one at a time. A ' +
    'slip changes one node of the program, or an entry that it writes, and is drawn by the seed. Slips that ' +
    'change nothing at any point, throw, or yield no number are not counted. A check compares all entries at ' +
    '16 points. Against exact derivatives (dual numbers), the tolerance is relative to the size of the terms ' +
    'from which an entry is computed. Against difference quotients with their default step, it is relative to ' +
    'the largest entry of the row. A slip is found where an entry is off by more than the tolerance. named ' +
    'counts the slips whose kind the check also names; that is tried at the tolerance of 1e-10 against exact ' +
    'derivatives. Rows of the slip none are about the correct derivatives, checked at random points: ' +
    'false_alarms counts the checks that accuse them. An accusation by exact derivatives is first confirmed in ' +
    'decimals. Of each suite the first 2 problems of 2 or 3 inputs are taken, and some of their slips. A quick ' +
    'run takes the first problem of 2 inputs. Where a problem or suite is named, all of them are taken. None ' +
    'is taken of training. npm run check -- --catalogue takes all slips of problems of up to 10 inputs.',
  columns: {
    ...problem,
    slip: key({ ...text('kind of slip; none for the correct derivatives'), values: [NO_SLIP, ...SLIP_KINDS] }),
    reference: key({ ...text('reference of the derivative by hand'), values: REFERENCES }),
    tolerance: key(positive('largest error of an entry that is not reported')),
    ...outcome,
    planted: count('slips that were planted and have an effect', 'less is worse'),
    found: count('number of these slips that the check finds', 'less is worse'),
    named: count('number of these slips that the check finds and names', 'less is worse'),
    checks: count('checks of correct derivatives, each at one point', 'less is worse'),
    false_alarms: count('number of these checks that accuse a correct derivative', 'more is worse'),
    ...run,
  },
});
