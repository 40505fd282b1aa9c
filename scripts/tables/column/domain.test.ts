import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Domain, parseNumber, parseNumbers } from './domain.ts';

const said = (text: string, domain: Domain = 'anything') => {
  const parsed = parseNumber(text, domain);
  return 'fault' in parsed ? parsed.fault : parsed.value;
};

describe('a number in a cell', () => {
  it('is the double that was written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => Object.is(said(String(x)), x + 0)),
      { numRuns: 1000, seed: 1 },
    );
  });

  it.each([
    ['1e5', 1e5],
    ['1E+05', 1e5],
    ['.5', 0.5],
    ['5.', 5],
    ['0e999', 0],
    ['4.9e-324', 5e-324],
    ['INF', Number.POSITIVE_INFINITY],
    ['-INF', Number.NEGATIVE_INFINITY],
    ['NaN', Number.NaN],
  ])('may be spelled %s', (text, value) => {
    expect(said(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    ' 1',
    '1 ',
    'abc',
    '1,5',
    '1.2.3',
    '.',
    'e5',
    '1e',
    '0x10',
    '1_000',
    '--1',
    'Infinity',
    'inf',
    'nan',
  ])('is not "%s"', (text) => {
    expect(said(text)).toBe('is not a number');
  });

  it.each(['1e999', '-1e999', '1e-999', '-2e-324'])('is not %s, which no double holds', (text) => {
    expect(said(text)).toBe('is a number that no double can hold');
  });

  it.each<[Domain, string, string]>([
    ['finite', '-1 0 5e-324', 'NaN INF -INF'],
    ['positive', '5e-324 1 1e308', '0 -1 NaN INF -INF'],
    ['not negative', '0 1e308', '-1 -5e-324 NaN INF -INF'],
    ['magnitude', '0 1e308 INF NaN', '-1 -5e-324 -INF'],
    ['share', '0 0.5 1', '-0.1 1.0001 NaN INF'],
    ['digits', '0 15.954589770191003', '-1 16.5 NaN INF'],
    ['count', '0 7 1e3 9007199254740991', '-1 0.5 9007199254740992 NaN INF'],
  ])('of the domain "%s" is one of %s and none of %s', (domain, inside, outside) => {
    for (const text of inside.split(' ')) expect(said(text, domain), text).toBeTypeOf('number');
    for (const text of outside.split(' ')) expect(said(text, domain), text).toMatch(/^is not a /);
  });
});

describe('a list of numbers in a cell', () => {
  it('is read number by number', () => {
    expect(parseNumbers('1.5 2 0.25', 'positive')).toEqual({ value: [1.5, 2, 0.25] });
  });

  it('is refused for any one of its numbers, which is named with its place', () => {
    for (const part of ['NaN', 'INF', 'Infinity', '1e999', 'abc', '1,5', '0', '-1', ''])
      for (const place of [1, 2, 3]) {
        const list = ['1', '2', '3'].with(place - 1, part).join(' ');
        expect(parseNumbers(list, 'positive'), list).toEqual({
          fault: expect.stringMatching(new RegExp(`^holds "${part}" in place ${place} of its list, which is `)),
        });
      }
  });
});
