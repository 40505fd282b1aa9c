import { describe, expect, it } from 'vitest';
import { OPERATORS } from '../../methods/method.ts';
import { applicable, leftOut, orderOf } from './plan.ts';

describe('the operators of a function', () => {
  it('are gradient, Hessian and H v where it is scalar, the Jacobian where it is not', () => {
    expect(applicable(OPERATORS, { kind: 'scalar' })).toEqual(['value', 'gradient', 'jvp', 'vjp', 'hessian', 'hvp']);
    expect(applicable(OPERATORS, { kind: 'vector' })).toEqual(['value', 'jacobian', 'jvp', 'vjp']);
    expect(applicable(['hvp', 'gradient'], { kind: 'scalar' })).toEqual(['hvp', 'gradient']);
  });

  it('are judged by a truth of first or second order', () => {
    expect(OPERATORS.filter((operator) => orderOf(operator) === 2)).toEqual(['hessian', 'hvp']);
  });
});

describe('second derivatives', () => {
  it('are left out beyond the inputs up to which they are measured, with the option that asks for them', () => {
    expect(leftOut('hessian', { inputs: 10 }, 10)).toBeUndefined();
    expect(leftOut('hvp', { inputs: 11 }, 10)).toBe('beyond 10 inputs only on demand: --operator hvp');
    expect(leftOut('gradient', { inputs: 1000 }, 10)).toBeUndefined();
  });

  it('as a Hessian are left out above 50 inputs, where there is no truth of it, even if asked for; H v is not', () => {
    expect(leftOut('hessian', { inputs: 50 }, Infinity)).toBeUndefined();
    expect(leftOut('hessian', { inputs: 51 }, Infinity)).toMatch(/no truth of a Hessian of more than 50 inputs/);
    expect(leftOut('hvp', { inputs: 1000 }, Infinity)).toBeUndefined();
  });
});
