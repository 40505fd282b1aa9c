import { type Method, Unsupported } from './method.ts';

/** Manual differentiation: the problem's own hand-written derivative, as it stands. */
export const manual: Method = {
  name: 'manual',
  title: 'derivative written by hand',
  family: 'manual',
  error: 'rounding',
  operators: ['value', 'gradient', 'jacobian'],
  prepare(f) {
    if (f.kind === 'scalar') return { value: f.byHand.value, gradient: f.byHand.gradient };
    return { values: f.byHand.values, jacobian: f.byHand.jacobian };
  },
  count() {
    throw new Unsupported('plain JavaScript on doubles: nothing in it can count');
  },
};
