import { describe, expect, it } from 'vitest';
import { OPERATORS } from '../../../methods/method.ts';
import { openCatalogue } from './catalogue.ts';
import { applicable, leftOut, orderOf, sequenceOf, sharedFork, sizedProblems } from './plan.ts';

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

describe('forks', () => {
  it('are shared by all methods, but for what a plug-in takes part in; sizes of a method wait for each other', async () => {
    const { methods, ...rest } = await openCatalogue([], 'unused');
    const [problem] = sizedProblems({ methods, ...rest }, false);
    const [first, second] = methods;
    const ofPlugin = { ...first!, plugin: 'its.js' };
    expect(sharedFork(problem!, first!)).toBe(sharedFork(problem!, second!));
    expect(sharedFork(problem!, first!)).toBeDefined();
    expect([sharedFork(problem!, ofPlugin), sharedFork({ ...problem!, plugin: 'its.js' })]).toEqual([
      undefined,
      undefined,
    ]);
    expect(sequenceOf(problem!, first!)).not.toBe(sequenceOf(problem!, second!));
    expect(sequenceOf(problem!, ofPlugin)).toBeUndefined();
  });
});
