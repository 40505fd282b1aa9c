import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { speelpenning } from './speelpenning.ts';

const sizes = [1, 2, 4, 5, 6, 7, 8, 9, ...speelpenning.sizes];

function at(n: number) {
  const instance = speelpenning.at(n);
  if (instance.kind !== 'scalar') throw new Error('not scalar');
  return instance;
}

test("at ADOL-C's point the product is 1 / (n + 1) and its slopes are (i + 1) / (i (n + 1))", () => {
  for (const n of sizes) {
    const { byHand, points } = at(n);
    const out = new Float64Array(n);
    const x = points(seededRandom(1))[0]!;
    expect(byHand.gradient(x, out) * (n + 1)).toBeCloseTo(1, 13);
    expect(byHand.value(x) * (n + 1)).toBeCloseTo(1, 13);
    for (let i = 1; i <= n; i++) expect((out[i - 1]! * i * (n + 1)) / (i + 1)).toBeCloseTo(1, 13);
  }
});

test('every partial derivative is the product over its variable, and no point underflows', () => {
  for (const n of sizes) {
    const { byHand, points } = at(n);
    for (const x of points(seededRandom(5))) {
      const out = new Float64Array(n);
      const f = byHand.gradient(x, out);
      expect(Math.abs(Math.log10(f))).toBeLessThan(10);
      out.forEach((slope, i) => {
        expect((slope * x[i]!) / f).toBeCloseTo(1, 12);
      });
    }
  }
});

test('where one factor is 0, only its own slope is left: nothing is divided', () => {
  const { byHand } = at(5);
  const out = new Float64Array(5);
  expect(byHand.gradient(Float64Array.of(2, 3, 0, 5, 7), out)).toBe(0);
  expect([...out]).toEqual([0, 0, 210, 0, 0]);
});

test('an entry of the Hessian is the product of the other factors: nothing is divided', () => {
  const { byHand } = at(4);
  const H = new Float64Array(16).fill(Number.NaN);
  byHand.hessian!(Float64Array.of(2, 3, 0, 5), H);
  expect([...H]).toEqual([0, 0, 15, 0, 0, 0, 10, 0, 15, 10, 0, 6, 0, 0, 6, 0]);
});
