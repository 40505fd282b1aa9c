/** The functions written in WebAssembly against those of Math, bit for bit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asinSlope, atanSlope, inverseSquare, logistic, logSumExpOfTwo, tanhSlope } from '../../arithmetic/number.ts';
import { addCallees, type CalleeName } from './callees.ts';
import { fromHighWord } from './double-bits.ts';
import { ModuleWriter } from './encoding/module.ts';
import { instantiate } from './instantiate.ts';

const SEED = 20203;
const SAMPLES = 50_000;

/** Where msun's functions change from one formula to another, and where doubles change their kind. */
const THRESHOLDS = [
  0x3c800000, 0x3c900000, 0x3e200000, 0x3e300000, 0x3fd2bec4, 0x3fd62e42, 0x3fda827a, 0x3ff00000, 0x3ff0a2b2,
  0x40360000, 0x4043687a, 0x40862e42, 0x408633ce, 0x43400000, 0x7ff00000, 0x00100000, 0x00000000,
].flatMap((word) => [fromHighWord(word), fromHighWord(word + 1)]);
/** The last doubles of which e^x and cosh are finite. */
const LIMITS = [709.782712893384, 710.4758600739439];
/** Multiples of log 2 and of its halves, and 2^k - 1: where e^x and 1 + x are reduced by another power of two. */
const REDUCTIONS = [
  ...Array.from({ length: 2101 }, (_, i) => (i - 1050) * (Math.LN2 / 2)),
  ...Array.from({ length: 600 }, (_, i) => 2 ** ((i - 100) / 2) - 1),
];

const EXTREMES = [0, Number.MIN_VALUE, Number.MAX_VALUE, Number.POSITIVE_INFINITY];
const extreme = fc.constantFrom(Number.NaN, ...EXTREMES, ...EXTREMES.map((x) => -x));
/** Every pattern of 64 bits is as likely as any other: all sizes, subnormals, infinities, NaN of every kind. */
const anyBits = fc
  .bigInt({ min: 0n, max: 2n ** 64n - 1n })
  .map((bits) => new Float64Array(new BigUint64Array([bits]).buffer)[0]!);
const ordinary = fc.double({ min: -50, max: 50, noNaN: true });
/** One of these, or a neighbour of it at any distance, with either sign. */
const near = (xs: readonly number[]) =>
  fc
    .tuple(fc.constantFrom(...xs), fc.constantFrom(1, -1), fc.integer({ min: -9, max: 9 }), fc.nat(48))
    .map(([x, side, by, distance]) => side * moved(x, by * 2 ** distance));
const point = fc.oneof(
  extreme,
  anyBits,
  ordinary,
  fc.integer({ min: -3000, max: 3000 }).map((x) => x / 4),
  near([...THRESHOLDS, ...LIMITS]),
  near(REDUCTIONS),
);

/** x moved by so many doubles, up or down in size. */
function moved(x: number, by: number): number {
  const bits = new BigInt64Array(new Float64Array([x]).buffer);
  bits[0]! += BigInt(by);
  return new Float64Array(bits.buffer)[0]!;
}

function compiled(name: CalleeName): WebAssembly.NumericFunction {
  const module = new ModuleWriter();
  module.exportFunction('it', addCallees(module, [name])(name));
  return instantiate(module, 'it');
}

describe('In WebAssembly', () => {
  it.each([
    'sign',
    'expm1',
    'log1p',
    'tanh',
    'cosh',
    'sinh',
  ] as const)('%s has the bits that Math has, for doubles of every kind', (name) => {
    const written = compiled(name);
    fc.assert(
      fc.property(point, (x) => Object.is(written(x), Math[name](x))),
      { seed: SEED, numRuns: SAMPLES },
    );
  });

  it('logSumExpOfTwo has the bits of the plain numbers, for doubles of every kind', () => {
    const written = compiled('logSumExpOfTwo');
    fc.assert(
      fc.property(point, point, fc.boolean(), (x, y, areClose) => {
        const other = areClose ? x + y * 2 ** -20 : y;
        return Object.is(written(x, other), logSumExpOfTwo(x, other));
      }),
      { seed: SEED, numRuns: SAMPLES },
    );
  });

  it.each(
    Object.entries({ inverseSquare, tanhSlope, asinSlope, atanSlope, logistic }),
  )('%s has the bits of the plain numbers, for doubles of every kind', (name, plain) => {
    const written = compiled(name as CalleeName);
    fc.assert(
      fc.property(point, (x) => Object.is(written(x), plain(x))),
      { seed: SEED, numRuns: SAMPLES / 5 },
    );
  });

  it.each(['exp', 'log', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan'] as const)('%s is that of Math', (name) => {
    const imported = compiled(name);
    fc.assert(
      fc.property(point, (x) => Object.is(imported(x), Math[name](x))),
      { seed: SEED, numRuns: SAMPLES / 10 },
    );
  });

  it('pow is that of Math', () => {
    const imported = compiled('pow');
    fc.assert(
      fc.property(point, point, (x, y) => Object.is(imported(x, y), x ** y)),
      { seed: SEED, numRuns: SAMPLES / 10 },
    );
  });

  it('a module has no function that nothing needs', () => {
    const module = new ModuleWriter();
    const index = addCallees(module, ['log1p']);
    expect(index('log1p')).toBe(0);
    expect(() => index('exp')).toThrow(/no function exp/);
  });
});
