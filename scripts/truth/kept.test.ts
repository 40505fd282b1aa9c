import { serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExactNumber, fromDigits } from './exact-number.ts';
import { sealed, unsealed } from './kept.ts';

interface Point {
  readonly x: number;
  readonly slopes: readonly ExactNumber[];
}

const points: readonly Point[] = [{ x: 1, slopes: [fromDigits('0.1'), fromDigits('-2.5e-300')] }];
const slopesOf = ({ slopes }: Point) => slopes;
const read = (bytes: Uint8Array, key = 'key') => unsealed(bytes, key, slopesOf);

describe('truths in a file', () => {
  it('are read as they were written, under the key that they were written under', () => {
    expect(read(sealed(points, 'key'))).toEqual(points);
    expect(read(sealed(points, 'key'), 'another key')).toBeUndefined();
  });

  it('are not believed with any byte changed, or with bytes lost or added', () => {
    const whole = sealed(points, 'key');
    const change = fc.record({ at: fc.nat(whole.length - 1), by: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(change, fc.nat(whole.length - 1), ({ at, by }, length) => {
        const changed = Uint8Array.from(whole, (byte, i) => (i === at ? byte ^ by : byte));
        expect(read(changed)).toBeUndefined();
        expect(read(whole.subarray(0, length))).toBeUndefined();
        expect(read(Uint8Array.of(...whole, by))).toBeUndefined();
      }),
      { seed: 13, numRuns: 100 },
    );
    expect(read(serialize(points))).toBeUndefined();
  });

  it('are not believed where doubles and digits differ, nothing is there, or the shape is another', () => {
    const [point] = points;
    const lying = [{ ...point, slopes: [{ ...fromDigits('0.1'), high: 0.2 }] }];
    expect(read(sealed(lying, 'key'))).toBeUndefined();
    expect(read(sealed([{ ...point, slopes: [fromDigits('NaN')] }], 'key'))).toBeUndefined();
    expect(read(sealed([], 'key'))).toBeUndefined();
    expect(read(sealed([{ x: 1 }], 'key'))).toBeUndefined();
  });
});
