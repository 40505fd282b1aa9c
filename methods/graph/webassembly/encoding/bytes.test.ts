import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bytes } from './bytes.ts';

const SEED = 20203;

function bytesOf(write: (bytes: Bytes) => void): number[] {
  const bytes = new Bytes();
  write(bytes);
  return [...bytes.toArray()];
}

describe('Bytes', () => {
  it('write whole numbers as the examples of the DWARF 4 standard, figures 22 and 23', () => {
    const unsigned = {
      2: [0x02],
      127: [0x7f],
      128: [0x80, 0x01],
      129: [0x81, 0x01],
      130: [0x82, 0x01],
      12857: [0xb9, 0x64],
    };
    for (const [value, expected] of Object.entries(unsigned)) {
      expect(bytesOf((bytes) => bytes.unsigned(Number(value)))).toEqual(expected);
    }
    const signed = {
      2: [0x02],
      '-2': [0x7e],
      127: [0xff, 0x00],
      '-127': [0x81, 0x7f],
      128: [0x80, 0x01],
      '-128': [0x80, 0x7f],
      129: [0x81, 0x01],
      '-129': [0xff, 0x7e],
    };
    for (const [value, expected] of Object.entries(signed)) {
      expect(bytesOf((bytes) => bytes.signed(Number(value)))).toEqual(expected);
    }
  });

  it('write whole numbers that decode, by the definition of LEB128, to themselves', () => {
    const decode = (bytes: readonly number[]) => bytes.reduce((sum, byte, i) => sum + (byte & 0x7f) * 2 ** (7 * i), 0);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (value) => {
        expect(decode(bytesOf((bytes) => bytes.unsigned(value)))).toBe(value);
      }),
      { seed: SEED },
    );
    fc.assert(
      fc.property(fc.integer(), (value) => {
        const bytes = bytesOf((each) => each.signed(value));
        const isNegative = (bytes.at(-1)! & 0x40) !== 0;
        expect(decode(bytes) - (isNegative ? 2 ** (7 * bytes.length) : 0)).toBe(value);
      }),
      { seed: SEED, examples: [[-(2 ** 31)], [2 ** 31 - 1], [-64], [-65], [63], [64]] },
    );
    expect(bytesOf((bytes) => bytes.unsigned(2 ** 32 - 1))).toEqual([0xff, 0xff, 0xff, 0xff, 0x0f]);
  });

  it('write a double bit for bit, the lowest byte first, and any NaN as the canonical one', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        const expected = Buffer.alloc(8);
        expected.writeDoubleLE(value);
        expect(bytesOf((bytes) => bytes.double(value))).toEqual([...expected]);
      }),
      { seed: SEED, examples: [[-0], [Number.MIN_VALUE], [Number.NEGATIVE_INFINITY]] },
    );
    const [negativeNaN] = new Float64Array(new BigUint64Array([0xfff0_0000_0000_0001n]).buffer);
    expect(bytesOf((bytes) => bytes.double(negativeNaN!))).toEqual([0, 0, 0, 0, 0, 0, 0xf8, 0x7f]);
  });

  it('write a name and other bytes after their length, however long', () => {
    expect(bytesOf((bytes) => bytes.name('né'))).toEqual([3, 0x6e, 0xc3, 0xa9]);
    const long = new Bytes();
    for (let i = 0; i < 1000; i++) long.byte(i % 251);
    const expected = Array.from({ length: 1000 }, (_, i) => i % 251);
    expect(bytesOf((bytes) => bytes.sized(long))).toEqual([0xe8, 0x07, ...expected]);
  });
});
