import { describe, expect, it } from 'vitest';
import { bytes, count, list, number, plural, powerOfTen, time } from './words.ts';

describe('numbers in words', () => {
  it.each([
    [0, '0'],
    [1, '1.00'],
    [-2.5, '−2.50'],
    [999.6, '1000'],
    [1234.5, '1235'],
    [99_999, '99999'],
    [1e5, '1.00 × 10⁵'],
    [0.001, '0.00100'],
    [1.953e-9, '1.95 × 10⁻⁹'],
    [-3948.87, '−3949'],
    [Number.NaN, 'not a number'],
    [Number.POSITIVE_INFINITY, 'infinite'],
  ])('%d is %s', (value, text) => {
    expect(number(value)).toBe(text);
  });
  it('of time and memory have the unit that suits them', () => {
    expect([time(12), time(1234), time(2.5e6), time(3e9)]).toEqual(['12.0 ns', '1.23 µs', '2.50 ms', '3.00 s']);
    expect([bytes(592), bytes(13.6e6), bytes(1e9)]).toEqual(['592 B', '13.6 MB', '1.00 GB']);
  });
  it('that count are whole where they are small', () => {
    expect([count(0), count(12714), count(1e5), count(1e6), count(9_088_325), count(1.5)]).toEqual([
      '0',
      '12714',
      '10⁵',
      '10⁶',
      '9.09 × 10⁶',
      '1.50',
    ]);
    expect([count(Number.NaN), count(Number.POSITIVE_INFINITY)]).toEqual(['not a number', 'infinite']);
  });
  it('of powers are raised', () => {
    expect([powerOfTen(-17), powerOfTen(0), powerOfTen(4)]).toEqual(['10⁻¹⁷', '10⁰', '10⁴']);
  });
});

describe('lists', () => {
  it('have an and before the last', () => {
    expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect([plural(1, 'row'), plural(0, 'row')]).toEqual(['1 row', '0 rows']);
    expect([plural(1, 'entry', 'entries'), plural(2, 'entry', 'entries')]).toEqual(['1 entry', '2 entries']);
  });
});
