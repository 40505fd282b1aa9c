import { describe, expect, it } from 'vitest';
import { ASK, plantInSource } from './source-slips.ts';

const MODULE = `const byHand = {
  value: (x) => -x[0] * 2,
  gradient(x, out) {
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum += 3 * x[i];
    out[0] = sum - Math.cos(x[1]);
    out[1] = -x[0];
    return sum * 2;
  },
};
globalThis.byHandUnderTest = byHand;`;

interface ByHand {
  value(x: number[]): number;
  gradient(x: number[], out: number[]): number;
}

/** The gradient at (1, 2) with slip k in force; without any, where k is -1. */
function gradientWith(text: string, k: number): number[] {
  Reflect.set(globalThis, ASK, (asked: number) => asked === k);
  new Function(text)();
  const byHand = Reflect.get(globalThis, 'byHandUnderTest') as ByHand;
  const out = [0, 0];
  byHand.gradient([1, 2], out);
  return out;
}

describe('slips in the text', () => {
  const { text, slips } = plantInSource(MODULE);
  const with_ = (kind: string, before: string, after: string) => {
    const k = slips.findIndex((slip) => slip.kind === kind && slip.before === before && slip.after === after);
    expect(k, `${kind} ${before} -> ${after}`).toBeGreaterThanOrEqual(0);
    return gradientWith(text, k);
  };

  it('change nothing as long as none is in force', () => {
    expect(gradientWith(text, -1)).toEqual([9 - Math.cos(2), -1]);
  });

  it('are what they are called', () => {
    expect(with_('dropped-minus', '-x[0]', '(x[0])')).toEqual([9 - Math.cos(2), 1]);
    expect(with_('forgotten-factor', '3 * x[i]', '(x[i])')).toEqual([3 - Math.cos(2), -1]);
    expect(with_('lost-term', 'sum - Math.cos(x[1])', '(sum)')).toEqual([9, -1]);
    expect(with_('wrong-index', 'x[1]', 'x[(1 + 1) % x.length]')).toEqual([9 - Math.cos(1), -1]);
    expect(with_('off-by-one', 'x.length', '(x.length - 1)')).toEqual([3 - Math.cos(2), -1]);
    expect(with_('off-by-one', '0', '(0 + 1)')).toEqual([6 - Math.cos(2), -1]);
    expect(with_('right-at-zero', 'Math.cos(x[1])', '1')).toEqual([8, -1]);
  });

  it('are planted neither into the value nor into what a gradient returns', () => {
    expect(slips.map(({ before }) => before)).not.toContain('-x[0] * 2');
    expect(slips.map(({ before }) => before)).not.toContain('sum * 2');
  });
});
