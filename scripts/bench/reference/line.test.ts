import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dualArithmetic } from '../../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../../methods/arithmetic/number.ts';
import type { ScalarFunction } from '../../../methods/method.ts';
import { suites } from '../../../suites/index.ts';
import { type Points, scalar } from '../../../suites/problem.ts';
import { seededRandom } from '../../../suites/random.ts';
import { hasLine, isLine, onLine, spelled } from './line.ts';

/** x1^2 x2 + sin x3, at (3, 2, 0.5). */
const mixed = scalar({
  inputs: 3,
  evaluate: (A, [x, y, z]) => A.add(A.mul(A.mul(x!, x!), y!), A.sin(z!)),
  byHand: {
    value: ([x, y, z]) => x! * x! * y! + Math.sin(z!),
    gradient([x, y, z], out) {
      out.set([2 * x! * y!, x! * x!, Math.cos(z!)]);
      return x! * x! * y! + Math.sin(z!);
    },
  },
  points: () => [Float64Array.of(3, 2, 0.5), Float64Array.of(1, 1, 1)],
});
if (mixed.kind === 'vector') throw new Error('it is scalar');
const f: ScalarFunction & Points = mixed;

/** Value and slope on the line at t: by the function written once, over duals, and by hand. */
function both(of: ScalarFunction & Points, along: string, t?: number) {
  const line = onLine(of, { along, seed: 1 });
  if (line.kind === 'vector') throw new Error('a line is scalar');
  const at = t ?? line.points(seededRandom(1))[0]![0]!;
  const [y] = line.evaluate(dualArithmetic(numberArithmetic), [{ v: at, d: 1 }]);
  const slope = new Float64Array(1);
  const value = line.byHand.gradient(Float64Array.of(at), slope);
  return { at, once: [y!.v, y!.d], byHand: [value, slope[0]!], alone: line.byHand.value(Float64Array.of(at)) };
}

describe('a function on a line', () => {
  it.each([
    ['x1', 3, 12],
    ['x2', 2, 9],
    ['x3', 0.5, Math.cos(0.5)],
    ['1,0,0', 0, 12],
    ['0,-2,4', 0, -18 + 4 * Math.cos(0.5)],
    ['diagonal', 0, (12 + 9 + Math.cos(0.5)) / Math.sqrt(3)],
  ])('along %s has its own point there and the slope in that direction', (along, at, slope) => {
    const found = both(f, along);
    expect(found.at).toBe(at);
    for (const [value, derivative] of [found.once, found.byHand]) {
      expect(value).toBeCloseTo(18 + Math.sin(0.5), 14);
      expect(derivative).toBeCloseTo(slope, 13);
    }
    expect(found.alone).toBe(found.byHand[0]);
  });

  it('is the same function by hand and over duals, wherever on whatever line', () => {
    const component = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(component, component, component), component, (direction, t) => {
        fc.pre(direction.some((each) => each !== 0));
        const { once, byHand } = both(f, direction.join(','), t);
        expect(once[0]).toBeCloseTo(byHand[0]!, 9);
        expect(once[1]).toBeCloseTo(byHand[1]!, 9);
      }),
    );
  });

  it('is there for every scalar problem of the suites, along its last coordinate and the diagonal', async () => {
    let problems = 0;
    for (const load of Object.values(suites)) {
      for (const problem of (await load()).problems.filter(({ smooth }) => smooth)) {
        const instance = problem.at(problem.sizes[0]!);
        if (instance.kind === 'vector') continue;
        problems++;
        for (const along of [`x${instance.inputs}`, 'diagonal']) {
          const { once, byHand } = both(instance, along);
          const scale = Math.max(Math.abs(byHand[1]!), Math.abs(byHand[0]!) * 1e-3, Number.MIN_VALUE);
          expect(Math.abs(once[1]! - byHand[1]!) / scale, `${problem.name} ${along}`).toBeLessThan(1e-5);
        }
      }
    }
    expect(problems).toBeGreaterThan(40);
  });

  it('has only the lines that fit its inputs, and refuses others', () => {
    expect([1, 2, 3].map((n) => ['x1', 'x2', 'diagonal', '3,4', '7'].filter((along) => hasLine(n, along)))).toEqual([
      ['x1', 'diagonal', '7'],
      ['x1', 'x2', 'diagonal', '3,4'],
      ['x1', 'x2', 'diagonal'],
    ]);
    expect(() => onLine(f, { along: 'x4', seed: 1 })).toThrow('a function of 3 inputs has no x4');
  });

  it('is named by a coordinate, the diagonal or numbers, in one spelling', () => {
    expect(['x1', 'x10', 'diagonal', '3,4', ' 3 , -4e-1', '1'].filter((text) => !isLine(text))).toEqual([]);
    expect(['x0', 'x01', 'x', '', '0', '0,0', '1,', ',', 'x1,x2', 'a,1', 'Infinity,1'].filter(isLine)).toEqual([]);
    expect(spelled(' 3 , -4e-1')).toBe('3,-4e-1');
  });
});
