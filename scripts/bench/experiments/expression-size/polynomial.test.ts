import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MathNode, parse } from '../../../../methods/arithmetic/mathjs.ts';
import { measureExpression } from './measure.ts';
import { commonFactor, differentiated, horner, type Polynomial, polynomialOf } from './polynomial.ts';
import { polynomialNode, printPolynomial } from './polynomial-text.ts';

function logisticMap(n: number): MathNode {
  let l = 'x1';
  for (let i = 1; i < n; i++) l = `4 * (${l}) * (1 - (${l}))`;
  return parse(l);
}

const slope = (n: number) => differentiated(polynomialOf(logisticMap(n)));

/** p(x) exactly, for a whole x. */
const exactly = (p: Polynomial, x: bigint) => p.reduceRight((value, c) => value * x + c, 0n);

/** An expression, and what it comes to. */
interface Sample {
  readonly text: string;
  value(x: bigint): bigint;
}

const SLIDE = [
  '1',
  '4 - 8x',
  '16(1 - 10x + 24x^2 - 16x^3)',
  '64(1 - 42x + 504x^2 - 2640x^3 + 7040x^4 - 9984x^5 + 7168x^6 - 2048x^7)',
];

describe('the exact polynomial', () => {
  it.each(SLIDE.map((text, i) => [i + 1, text] as const))("of l_%i' is printed as on the slide: %s", (n, text) => {
    expect(printPolynomial(slope(n))).toBe(text);
  });

  it("of l_n' has degree 2^(n-1) - 1, common factor 4^(n-1), and coefficients of 1 to 393 digits", () => {
    const digits = [];
    for (let n = 2; n <= 10; n++) {
      const p = slope(n);
      expect(p.length).toBe(2 ** (n - 1));
      expect(commonFactor(p)).toBe(4n ** BigInt(n - 1));
      digits.push(Math.max(...p.map((c) => String(c).replace('-', '').length)));
    }
    expect(digits).toEqual([1, 3, 6, 13, 25, 50, 99, 197, 393]);
  });

  it('agrees with algebrite, another library, on every coefficient for n = 1..4', () => {
    const algebrite: { run(text: string): string } = createRequire(import.meta.url)('algebrite');
    let l = 'x1';
    for (let n = 1; n <= 4; n++) {
      expect(polynomialOf(parse(algebrite.run(`simplify(d(${l},x1))`)))).toEqual(slope(n));
      l = `4*(${l})*(1-(${l}))`;
    }
  });

  it('of a random expression has its values', () => {
    const { tree } = fc.letrec<{ tree: Sample }>((tie) => {
      const one = (join: (a: Sample) => Sample) => tie('tree').map(join);
      const two = (join: (a: Sample, b: Sample) => Sample) =>
        fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => join(a, b));
      return {
        tree: fc.oneof(
          { maxDepth: 5 },
          fc.bigInt({ min: 0n, max: 9n }).map((c): Sample => ({ text: String(c), value: () => c })),
          fc.constant<Sample>({ text: 'x1', value: (x) => x }),
          two((a, b) => ({ text: `(${a.text}) + (${b.text})`, value: (x) => a.value(x) + b.value(x) })),
          two((a, b) => ({ text: `(${a.text}) - (${b.text})`, value: (x) => a.value(x) - b.value(x) })),
          two((a, b) => ({ text: `(${a.text}) * (${b.text})`, value: (x) => a.value(x) * b.value(x) })),
          one((a) => ({ text: `-(${a.text})`, value: (x) => -a.value(x) })),
          one((a) => ({ text: `(${a.text}) ^ (4 - 1)`, value: (x) => a.value(x) ** 3n })),
        ),
      };
    });
    fc.assert(
      fc.property(tree, fc.bigInt({ min: -50n, max: 50n }), ({ text, value }, x) => {
        const p = polynomialOf(parse(text));
        expect(exactly(p, x)).toBe(value(x));
        expect(p.at(-1)).not.toBe(0n);
      }),
    );
  });

  it('is unsupported, with the reason, for anything else', () => {
    const reason = (text: string) => () => polynomialOf(parse(text));
    expect(reason('x1 / 2')).toThrow('not a polynomial in x1 with whole coefficients: it has divide');
    expect(reason('sin(x1)')).toThrow('it has sin');
    expect(reason('0.5 * x1')).toThrow('0.5 is not whole');
    expect(reason('x1 * x2')).toThrow('it has the variable x2');
    expect(reason('x1 ^ -1')).toThrow('it has a power that is not a natural number');
    expect(reason('2 ^ x1')).toThrow('it has a power that is not a natural number');
  });
});

const polynomial = fc
  .array(fc.bigInt({ min: -(2n ** 50n), max: 2n ** 50n }), { maxLength: 6 })
  .map((p) => p.slice(0, p.findLastIndex((c) => c !== 0n) + 1));

describe('a printed polynomial', () => {
  it.each<[string, Polynomial]>([
    ['0', []],
    ['-3', [-3n]],
    ['x', [0n, 1n]],
    ['-7x', [0n, -7n]],
    ['-x^2 + x^3', [0n, 0n, -1n, 1n]],
    ['10 + 20x + 30x^2', [10n, 20n, 30n]],
    ['100(1 + 2x + 3x^2)', [100n, 200n, 300n]],
    ['-100(1 - 2x + 3x^2)', [-100n, 200n, -300n]],
    ['60(x + x^2)', [0n, 60n, 60n]],
    ['6x + 6x^2', [0n, 6n, 6n]],
  ])('may be %s', (text, p) => {
    expect(printPolynomial(p)).toBe(text);
  });

  it('reads back as the same polynomial', () => {
    fc.assert(
      fc.property(polynomial, (p) => {
        const text = printPolynomial(p).replace(/([0-9])([x(])/g, '$1 * $2');
        expect(polynomialOf(parse(text.replaceAll('x', 'x1')))).toEqual(p);
      }),
    );
  });

  it('is, as an expression, the same polynomial', () => {
    fc.assert(
      fc.property(polynomial, (p) => {
        expect(polynomialOf(polynomialNode(p))).toEqual(p);
      }),
    );
  });

  it('is measured as an expression like any other', () => {
    expect(polynomialNode([4n, -8n]).toString()).toBe('4 - 8 * x1');
    expect(measureExpression(polynomialNode([4n, -8n]))).toEqual({
      nodes: 5,
      operators: 2,
      distinct: 5,
      depth: 2,
      characters: 10,
    });
    expect(polynomialNode(slope(3)).toString()).toBe('16 * (1 - 10 * x1 + 24 * x1 ^ 2 - 16 * x1 ^ 3)');
    expect(measureExpression(polynomialNode(slope(3)))).toMatchObject({ nodes: 19, operators: 9, characters: 46 });
  });
});

describe("Horner's rule", () => {
  it.each([
    [3, 1e-16, 1e-14],
    [4, 1e-15, 1e-13],
    [5, 1e-12, 1e-10],
    [6, 1e-7, 1e-4],
    [7, 1e6, 1e9],
  ])("gives l_%i'(0.2) with a relative error between %d and %d: cancellation, worse for every n", (n, least, most) => {
    const p = slope(n);
    const [numerator, denominator] = [BigInt(0.2 * 2 ** 54), 2n ** 54n];
    const scaled = p.reduceRight((value, c, k) => value * numerator + c * denominator ** BigInt(p.length - 1 - k), 0n);
    const exact = Number((scaled << 100n) / denominator ** BigInt(p.length - 1)) / 2 ** 100;
    const error = Math.abs(horner(p, 0.2) / exact - 1);
    expect(error).toBeGreaterThan(least);
    expect(error).toBeLessThan(most);
  });

  it("gives no number for l_10'(0.2), whose coefficients are beyond the doubles", () => {
    expect(horner(slope(10), 0.2)).toBeNaN();
    expect(horner([], 3)).toBe(0);
  });
});
