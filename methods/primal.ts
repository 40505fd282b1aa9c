import { type Method, Unsupported } from './method.ts';

/**
 * No derivative: the hand-written function itself. Its ratio to the primal is 1 but for noise: the floor of what a time
 * can tell (an A/A test).
 */
export const primal: Method = {
  name: 'primal',
  title: 'the hand-written function itself (A/A)',
  family: 'primal',
  timed: 'at few sizes',
  error: 'rounding',
  operators: ['value'],
  prepare: ({ kind, byHand }) => (kind === 'scalar' ? { value: byHand.value } : { values: byHand.values }),
  count() {
    throw new Unsupported('plain JavaScript on doubles: nothing in it can count');
  },
};
