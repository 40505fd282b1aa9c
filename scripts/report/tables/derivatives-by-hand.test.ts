import { describe, expect, it } from 'vitest';
import { accuracyRow, NOTHING, timingRow } from '../fixtures/results.ts';
import { derivativesByHand } from './derivatives-by-hand.ts';
import { matlabExample } from './matlab-example.ts';

type Cells = Parameters<typeof accuracyRow>[0];

const BY_HAND = { method: 'manual', operator: 'gradient', size: 1 } as const;
const accurate = (suite: string, problem: string, cells: Cells) =>
  accuracyRow({ suite, problem, ...BY_HAND, ...cells });
const timed = (suite: string, problem: string, ratio: number) => timingRow({ suite, problem, ...BY_HAND, ratio });

function tableOf(accuracy: ReturnType<typeof accurate>[], timing: ReturnType<typeof timed>[]) {
  const part = derivativesByHand({ ...NOTHING, accuracy, timing });
  if (part.kind !== 'table') throw new Error(part.why);
  return { reading: part.reading, rows: part.rows.map((cells) => cells.map(({ text }) => text)) };
}

describe('the table of derivatives by hand', () => {
  it('has the geometric mean of the ratios, the worst digits, and the problems without one', () => {
    const accuracy = [
      accurate('a', 'p', { digits: 15 }),
      accurate('a', 'q', { digits: 12 }),
      accurate('a', 'r', { outcome: 'unsupported' }),
      accurate('a', 'p', { digits: 2, method: 'forward-difference' }),
      accurate('a', 'p', { digits: 1, operator: 'hessian' }),
      accurate('b', 'p', { digits: 9 }),
      accurate('c', 'p', { method: 'forward', digits: 9 }),
    ];
    const { rows, reading } = tableOf(accuracy, [timed('a', 'p', 1), timed('a', 'q', 4)]);
    expect(rows).toEqual([
      ['a', '3', '2', '2', '2.00', '12.0'],
      ['b', '1', '1', '0', 'not measured', '9.00'],
    ]);
    expect(reading).toEqual([
      'A derivative by hand exists for 3 problems in a and b, and for 1 it does not.',
      'It costs 2.00 (a) evaluations of f (geometric mean of a suite).',
      'Of its worst entry 9.00 (b) to 12.0 (a) digits are correct.',
    ]);
  });

  it('says how many of the times of a mean are known', () => {
    const at = (size: number, cells: Parameters<typeof timingRow>[0]) =>
      timingRow({ suite: 'a', problem: 'p', size, operator: 'gradient', method: 'manual', ...cells });
    const rows = [at(1, { ratio: 2 }), at(2, { ratio: 8 }), at(3, { ratio: 1e9, steady: 'no' })];
    const part = derivativesByHand({ ...NOTHING, timing: rows });
    expect(part.kind === 'table' && part.rows[0]!.slice(3, 5)).toEqual([
      { text: '2 of 3', note: 'the times of the others are not known' },
      { text: '4.00', value: expect.closeTo(4) },
    ]);
  });

  it('says only what was measured', () => {
    const { rows, reading } = tableOf([], [timed('a', 'p', Number.NaN)]);
    expect(rows).toEqual([['a', '1', '1', '0', 'not measured', 'not measured']]);
    expect(reading).toEqual(['A derivative by hand exists for 1 problem in a.']);
  });

  it('is missing without any', () => {
    expect(derivativesByHand(NOTHING).kind).toBe('missing');
    const refused = [accurate('a', 'p', { outcome: 'unsupported' })];
    expect(derivativesByHand({ ...NOTHING, accuracy: refused }).kind).toBe('missing');
  });
});

describe("the lecture's MATLAB example", () => {
  it('says how right the derivatives by hand are', () => {
    const accuracy = [
      accurate('lecture', 'matlab-objective', { digits: 15.5 }),
      accurate('lecture', 'matlab-constraints', { operator: 'jacobian', outcome: 'timeout' }),
    ];
    expect(matlabExample({ ...NOTHING, accuracy }).reading).toEqual([
      'Written by hand without the slip: 15.5 correct digits of matlab-objective and timeout for matlab-constraints (worst entry).',
    ]);
    expect(matlabExample(NOTHING).reading[0]).toContain('nothing measured of matlab-objective');
  });

  it('states gradients that difference quotients confirm, and columns of the Jacobian as the slide prints them', () => {
    const x = { x1: -0.7, x2: 1.3 };
    const valueAt = (text: string, { x1, x2 }: typeof x): number[] => {
      const names = text
        .replaceAll('−', '-')
        .replaceAll('²', '**2')
        .replaceAll(/(\d|x\d|\)) (?=[x(e\d])/g, '$1*');
      const body = `const exp = Math.exp; const f = ${F}; return [${names.replace(/^\[|\]$/g, '')}].flat();`;
      return new Function('x1', 'x2', body)(x1, x2);
    };
    const F = 'exp(x1)*(4*x1**2+2*x2**2+4*x1*x2+2*x2+1)';
    const slope = (text: string, name: 'x1' | 'x2') => {
      const shifted = (h: number) => valueAt(text, { ...x, [name]: x[name] + h })[0]!;
      return (shifted(1e-5) - shifted(-1e-5)) / 2e-5;
    };
    const [f, c1, c2] = matlabExample(NOTHING).rows.map((cells) => cells.map(({ text }) => text));
    for (const line of [f!, c1!, c2!]) {
      const [by1, by2] = valueAt(line[2]!, x);
      expect(by1).toBeCloseTo(slope(line[1]!, 'x1'), 7);
      expect(by2).toBeCloseTo(slope(line[1]!, 'x2'), 7);
    }
    const jacobian = [valueAt(c1![2]!, x), valueAt(c2![2]!, x)];
    expect(valueAt(c1![3]!, x)).toEqual(jacobian.map((gradient) => gradient[0]));
    expect(valueAt(c2![3]!, x)).toEqual(jacobian.map((gradient) => gradient[1]));
  });
});
