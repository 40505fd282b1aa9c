import { SLIP_KINDS } from '../../slips/kinds.ts';
import { REFERENCES } from '../../slips/tolerances.ts';
import { count, key, outcome, positive, problem, run, table, text } from './columns.ts';

/** The slip of a row about the correct derivatives. */
export const NO_SLIP = 'none';

/** Slips planted into derivatives by hand, and what checks make of them. */
export const checks = table({
  name: 'checks',
  title: 'What checks catch of slips in derivatives by hand',
  method:
    'A fork plants slips into its gradient, Jacobian and Hessian by hand, one at a time: changes of one node of the program, or of what it writes. ' +
    'Each is drawn by the seed. Slips that change nothing at any point, throw, or yield no number are not counted. A check compares all entries at 16 points. ' +
    'Against exact derivatives (dual numbers) the tolerance is relative to the size of what an entry is computed from; against difference quotients, whose step is their default, ' +
    'to the largest entry of the row. A slip is found where an entry is off by more than that. named says how often the check also says what it is; that is tried at the tolerance of 1e-10 against exact derivatives. ' +
    'Rows of the slip none are about the correct derivatives, checked at random points: false_alarms says how many of these checks accuse them. An accusation by exact derivatives is first confirmed in decimals. Of each suite the first 2 problems of 2 or 3 inputs are taken (in a quick run the first, of 2; all of them, where problem or suite is named), none of training, and some of their slips; npm run check -- --catalogue takes all slips of problems of up to 10.',
  columns: {
    ...problem,
    slip: key({ ...text('kind of slip; none for the correct derivatives'), values: [NO_SLIP, ...SLIP_KINDS] }),
    reference: key({ ...text('what the derivative by hand is compared with'), values: REFERENCES }),
    tolerance: key(positive('how far an entry may be off')),
    ...outcome,
    planted: count('slips that were planted and have an effect', 'less is worse'),
    found: count('how many of them the check finds', 'less is worse'),
    named: count('how many of them it finds and names', 'less is worse'),
    checks: count('checks of correct derivatives, each at one point', 'less is worse'),
    false_alarms: count('how many of these checks accuse a correct derivative', 'more is worse'),
    ...run,
  },
});
