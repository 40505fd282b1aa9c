import { describe, expect, it } from 'vitest';
import { countFunction } from '../../methods/arithmetic/counted-passes.ts';
import { operationsIn } from '../../methods/arithmetic/operation-counts.ts';
import { forward } from '../../methods/forward.ts';
import type { Method, Operator } from '../../methods/method.ts';
import { reverseTape } from '../../methods/reverse-tape.ts';
import { seededRandom } from '../random.ts';
import { sines } from './sines.ts';

const ENTRIES = 256;
const SHAPES = [1, 2, 4, 8, 16, 32, 64, 128, 256];

function at(n: number) {
  const f = sines.at(n);
  if (f.kind !== 'vector') throw new Error('not vector-valued');
  return { f, x: f.points(seededRandom(1))[0]! };
}

function operations(method: Method, n: number, operator: Operator): number {
  const { f, x } = at(n);
  return operationsIn(method.count!(f, x)(operator).counts);
}

describe('sin(A x)', () => {
  it('has the same 256 entries of A at every shape: the Jacobian at 0, where every slope is cos(0) = 1', () => {
    const entries = new Float64Array(ENTRIES);
    at(1).f.byHand.jacobian(new Float64Array(1), entries);
    expect(entries.every((entry) => entry >= -1 && entry < 1)).toBe(true);
    for (const n of SHAPES) {
      const out = new Float64Array(ENTRIES);
      at(n).f.byHand.jacobian(new Float64Array(n), out);
      expect(out).toEqual(entries);
    }
  });

  it('of one input and A x = 0.5 is 0.4794..., with slope 0.8775... times the entry', () => {
    const { f } = at(1);
    const out = new Float64Array(ENTRIES);
    f.byHand.jacobian(Float64Array.of(0), out);
    const entry = out[0]!;
    const x = Float64Array.of(0.5 / entry);
    f.byHand.values(x, out);
    expect(out[0]).toBeCloseTo(0.479425538604203, 14); // sin(1/2), Abramowitz & Stegun, table 4.6
    f.byHand.jacobian(x, out);
    expect(out[0]! / entry).toBeCloseTo(0.8775825618903728, 14); // cos(1/2)
  });

  it('has no shape that 256 entries can not fill', () => {
    expect(() => sines.at(3)).toThrow(/divide/);
  });
});

describe('by exact counts, a Jacobian', () => {
  it('is taken of a function of 512 operations at every shape: n products, n - 1 sums and a sine in each of m rows', () => {
    for (const n of SHAPES) expect(operationsIn(countFunction(at(n).f, at(n).x))).toBe(2 * ENTRIES);
  });

  it('takes forward mode n times its J v', () => {
    for (const n of SHAPES) {
      const m = ENTRIES / n;
      // a pass: f, then m cosines, then each row's tangent: again n products, n - 1 sums, and a product by the cosine
      const pass = 2 * ENTRIES + m + 2 * ENTRIES;
      expect(operations(forward, n, 'jvp')).toBe(pass);
      expect(operations(forward, n, 'jacobian')).toBe(n * pass);
    }
  });

  it('takes the tape one recording and m sweeps', () => {
    for (const n of SHAPES) {
      const m = ENTRIES / n;
      const recording = 2 * ENTRIES + m;
      const sweep = 2 * (ENTRIES + m); // a product and a sum for each edge: n to a row, one to its sine
      expect(operations(reverseTape, n, 'vjp')).toBe(recording + sweep);
      expect(operations(reverseTape, n, 'jacobian')).toBe(recording + m * sweep);
    }
  });

  it('is cheaper by columns while n is far below m, cheaper by rows from n = m on: they cross within a factor 4 of m', () => {
    // with N = 256 = n m, forward mode takes n (4 N + m) and the tape 2 N + m + 2 m (N + m): equal near 4 n = 2 m, a
    // little above as m^2 counts
    for (const n of SHAPES) {
      const m = ENTRIES / n;
      const [columns, rows] = [operations(forward, n, 'jacobian'), operations(reverseTape, n, 'jacobian')];
      if (4 * n <= m) expect(columns).toBeLessThan(rows);
      if (n >= m) expect(rows).toBeLessThan(columns);
    }
  });
});
