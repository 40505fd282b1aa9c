import { type Method, Unsupported } from './method.ts';

/** Manual differentiation: the problem's own hand-written derivatives, as they stand. */
export const manual: Method = {
  name: 'manual',
  title: 'derivative written by hand',
  family: 'manual',
  error: 'rounding',
  operators: ['value', 'gradient', 'jacobian', 'hessian'],
  prepare(f) {
    if (f.kind === 'vector') return { values: f.byHand.values, jacobian: f.byHand.jacobian };
    const { value, gradient, hessian = noHessian } = f.byHand;
    return { value, gradient, hessian };
  },
  count() {
    throw new Unsupported('plain JavaScript on doubles: nothing in it can count');
  },
};

function noHessian(): never {
  throw new Unsupported('the problem has no Hessian by hand');
}
