/**
 * Every rule of calculus against a central difference of its own primitive, in decimals: with h = 1e-20 the quotient is
 * right to some 40 digits. The checker takes the tables as an argument, so that it can be checked itself: break one
 * rule, and it must name that rule and no other.
 */
import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from './arithmetic.ts';
import { decimalArithmetic } from './decimal.ts';
import { numberArithmetic as N } from './number.ts';
import { binaryRules, listRules, powRule, unaryRules } from './rules.ts';

/** Round-off 1e-70 / h and truncation h^2 f'''/6 are both some ten digits below what is asked for. */
const D = decimalArithmetic(70);
const STEP = D.constant(1e-20);
const AGREEMENT = 1e-30;
const SEED = 20201;
const EXPONENTS = [-3, -2, -1, 0, 1, 2, 3, 4, 0.5];
const LONGEST_LIST = 5;

type UnaryName = keyof typeof unaryRules;
type BinaryName = keyof typeof binaryRules;

/** The rules, as rules.ts exports them. */
interface Tables {
  readonly unary: typeof unaryRules;
  readonly binary: typeof binaryRules;
  readonly pow: typeof powRule;
  readonly list: typeof listRules;
}

/** One primitive at one point: what the rules say, and what the differences say, towards each argument. */
interface Check {
  readonly primitive: string;
  readonly at: string;
  readonly rule: (tables: Tables) => readonly Decimal[];
  readonly slopes: readonly Decimal[];
}

const TABLES: Tables = { unary: unaryRules, binary: binaryRules, pow: powRule, list: listRules };

/** The names of a table. */
function namesOf<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(table) as K[];
}

/** Seeded lists of `length` numbers of either sign, from 0.01 to 3 in magnitude, all of different magnitude. */
function samples(length: number, count: number): number[][] {
  const magnitude = fc.noBias(fc.double({ min: 0.01, max: 3, noNaN: true }));
  const signed = fc.tuple(magnitude, fc.boolean()).map(([x, negative]) => (negative ? -x : x));
  const lists = fc.array(signed, { minLength: length, maxLength: length });
  return fc.sample(lists, { seed: SEED + length, numRuns: count });
}

/** Central differences of f towards each of its arguments. */
function differences(f: (x: readonly Decimal[]) => Decimal, x: readonly Decimal[]): Decimal[] {
  return x.map((xi, i) => {
    const right = f(x.with(i, xi.plus(STEP)));
    const left = f(x.with(i, xi.minus(STEP)));
    return right.minus(left).div(STEP.times(2));
  });
}

/** The check of `f` at each of the points where it is real and finite: outside it has no derivative to check. */
function checksOf(
  primitive: string,
  points: readonly (readonly number[])[],
  f: (x: readonly Decimal[]) => Decimal,
  rule: (tables: Tables, x: readonly Decimal[], v: Decimal) => readonly Decimal[],
): Check[] {
  return points.flatMap((point) => {
    const x = point.map(D.constant);
    const v = f(x);
    if (!v.isFinite()) return [];
    return [{ primitive, at: `(${point})`, rule: (tables) => rule(tables, x, v), slopes: differences(f, x) }];
  });
}

/** Everything that can be checked. It does not depend on the rules, so it is made once. */
const CHECKS: readonly Check[] = [
  ...namesOf(unaryRules).flatMap((name) =>
    checksOf(
      name,
      samples(1, 14),
      ([x]) => D[name](x!),
      (tables, [x], v) => [tables.unary[name](D, x!, v)],
    ),
  ),
  ...namesOf(binaryRules).flatMap((name) =>
    checksOf(
      name,
      samples(2, 6),
      ([x, y]) => D[name](x!, y!),
      (tables, [x, y], v) => tables.binary[name](D, x!, y!, v),
    ),
  ),
  ...EXPONENTS.flatMap((exponent) =>
    checksOf(
      'pow',
      samples(1, 6),
      ([x]) => D.pow(x!, exponent),
      (tables, [x]) => [tables.pow(D, x!, exponent)],
    ),
  ),
  ...Array.from({ length: LONGEST_LIST }, (_, i) => i + 1).flatMap(listChecks),
];

/** The list primitives on lists of one length. */
function listChecks(length: number): Check[] {
  const points = samples(length, 2);
  const [coefficients] = samples(length, 1);
  const halves = (x: readonly Decimal[]) => [x.slice(0, length), x.slice(length)] as const;
  return [
    ...checksOf('sum', points, D.sum, ({ list }, x) => x.map(() => list.sum(D))),
    ...checksOf(
      'dot',
      samples(2 * length, 2),
      (x) => D.dot(...halves(x)),
      ({ list }, x) => {
        const [xs, ys] = halves(x);
        const pairs = xs.map((xi, i) => list.dot(D, xi, ys[i]!));
        return [...pairs.map(([px]) => px), ...pairs.map(([, py]) => py)];
      },
    ),
    ...checksOf(
      'linear',
      points,
      (x) => D.linear(coefficients!, x),
      ({ list }, x) => x.map((_, i) => list.linear(D, D.constant(coefficients![i]!))),
    ),
    ...checksOf('logSumExp', points, D.logSumExp, ({ list }, x) => list.logSumExp(D, x)),
  ];
}

/** The primitives whose rule is wrong somewhere, each with the first place where it is. */
function wrongRules(tables: Tables): Map<string, string> {
  const wrong = new Map<string, string>();
  for (const { primitive, at, rule, slopes } of CHECKS) {
    if (wrong.has(primitive)) continue;
    const partials = rule(tables);
    const i = slopes.findIndex((slope, k) => !agrees(partials[k]!, slope));
    if (i >= 0) wrong.set(primitive, `towards argument ${i + 1} at ${at}: ${partials[i]} for ${slopes[i]}`);
  }
  return wrong;
}

function agrees(partial: Decimal, slope: Decimal): boolean {
  return partial.minus(slope).abs().lessThanOrEqualTo(slope.abs().times(AGREEMENT));
}

/** Ways to get a partial derivative wrong. Each also changes one that is 0. */
const SLIPS: Readonly<Record<string, <T>(A: Arithmetic<T>, partial: T) => T>> = {
  'a ten-thousandth too large': (A, p) => A.add(A.mul(A.constant(1.0001), p), A.constant(1e-9)),
  'of the other sign': (A, p) => A.sub(A.constant(-1e-9), p),
};

/** Every rule broken by itself: what is wrong with it, whose rule it is, and the tables with it. */
function mutants(): { readonly slip: string; readonly primitive: string; readonly tables: Tables }[] {
  return Object.entries(SLIPS).flatMap(([slip, wrong]) => [
    ...namesOf(unaryRules).map((name) => {
      const rule = <T>(A: Arithmetic<T>, x: T, v: T) => wrong(A, unaryRules[name](A, x, v));
      return { slip, primitive: name, tables: { ...TABLES, unary: { ...unaryRules, [name]: rule } } };
    }),
    ...namesOf(binaryRules).flatMap((name) => [
      { slip, primitive: name, tables: withPartials(name, (A, [px, py]) => [wrong(A, px), py]) },
      { slip, primitive: name, tables: withPartials(name, (A, [px, py]) => [px, wrong(A, py)]) },
    ]),
    {
      slip,
      primitive: 'pow',
      tables: { ...TABLES, pow: <T>(A: Arithmetic<T>, x: T, c: number) => wrong(A, powRule(A, x, c)) },
    },
    ...listMutants(wrong).map(({ primitive, list }) => ({ slip, primitive, tables: { ...TABLES, list } })),
  ]);
}

/** The tables with the two partial derivatives of one primitive changed. */
function withPartials(
  name: BinaryName,
  change: <T>(A: Arithmetic<T>, partials: readonly [T, T]) => readonly [T, T],
): Tables {
  const rule = <T>(A: Arithmetic<T>, x: T, y: T, v: T) => change(A, binaryRules[name](A, x, y, v));
  return { ...TABLES, binary: { ...binaryRules, [name]: rule } };
}

function listMutants(wrong: <T>(A: Arithmetic<T>, partial: T) => T) {
  const { sum, dot, linear, logSumExp } = listRules;
  const list = (changed: Partial<typeof listRules>): typeof listRules => ({ ...listRules, ...changed });
  return [
    { primitive: 'sum', list: list({ sum: (A) => wrong(A, sum(A)) }) },
    {
      primitive: 'dot',
      list: list({
        dot: (A, x, y) => {
          const [px, py] = dot(A, x, y);
          return [wrong(A, px), py];
        },
      }),
    },
    { primitive: 'dot', list: list({ dot: (A, x, y) => [dot(A, x, y)[1], dot(A, x, y)[0]] }) },
    { primitive: 'linear', list: list({ linear: (A, c) => wrong(A, linear(A, c)) }) },
    { primitive: 'logSumExp', list: list({ logSumExp: (A, xs) => logSumExp(A, xs).map((p) => wrong(A, p)) }) },
  ];
}

describe('the derivative rules', () => {
  it('agree with differences of their primitives in decimals', () => {
    expect([...wrongRules(TABLES)]).toEqual([]);
  });

  it('are all checked, each at three points of its domain or more', () => {
    const names = [...namesOf(unaryRules), ...namesOf(binaryRules), 'pow', ...namesOf(listRules)];
    for (const name of names) {
      expect(CHECKS.filter(({ primitive }) => primitive === name).length, name).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(mutants())('are found out when $primitive is $slip', ({ primitive, tables }) => {
    expect([...wrongRules(tables).keys()]).toEqual([primitive]);
  });

  const SWAPPABLE = namesOf(binaryRules).filter((name) => name !== 'add'); // the two of x + y are alike
  it.each(SWAPPABLE)('are found out when the two of %s are swapped', (name) => {
    expect([...wrongRules(withPartials(name, (_A, [px, py]) => [py, px])).keys()]).toEqual([name]);
  });
});

describe('the conventions at kinks', () => {
  it.each([0, -0])('let |x| have slope 0 at %d, and the sign of x as well', (x) => {
    expect(unaryRules.abs(N, x, 0)).toBeCloseTo(0, 300);
    expect(unaryRules.sign(N, x, 0)).toBe(0);
    expect(unaryRules.abs(D, D.constant(x), D.constant(0)).isZero()).toBe(true);
  });

  it.each([0, 1, -2.5, 1e300])('share the slope of max and min equally where both arguments are %d', (x) => {
    expect(binaryRules.max(N, x, x, x)).toEqual([0.5, 0.5]);
    expect(binaryRules.min(N, x, x, x)).toEqual([0.5, 0.5]);
  });
});

describe('the rules in doubles', () => {
  /** Where a careless formula would lose all digits. */
  const TRAPS: Readonly<Partial<Record<UnaryName, readonly number[]>>> = {
    tanh: [20, -20, 300, 1e-10],
    asin: [1 - 2 ** -53, -1 + 2 ** -53, 0.999999],
    acos: [1 - 2 ** -53, -1 + 2 ** -53, 0.999999],
    log1p: [1e-20, -1 + 2 ** -53, 5e-324, 1e300],
    expm1: [1e-20, -1e-20, -700],
    atan: [1e150, 1e-200],
    tan: [1.57, 1e-200],
    log: [1e-300, 1e300],
    sqrt: [1e-300, 1e300],
    cosh: [1e-20, 700],
  };

  it.each(Object.entries(TRAPS))('keep their digits: %s', (key, xs) => {
    const name = namesOf(unaryRules).find((known) => known === key)!;
    for (const x of xs) {
      const exact = D.constant(x);
      const truth = unaryRules[name](D, exact, D[name](exact)).toNumber();
      const error = Math.abs(unaryRules[name](N, x, N[name](x)) / truth - 1);
      expect(error, `${name}' at ${x}`).toBeLessThan(8 * Number.EPSILON);
    }
  });

  it('weigh the terms of logSumExp without overflow', () => {
    for (const shift of [0, 1000, -1000, 1e300]) {
      const xs = [shift, shift];
      const v = N.logSumExp(xs);
      expect(v).toBeCloseTo(shift + Math.LN2, 12);
      expect(listRules.logSumExp(N, xs)).toEqual([0.5, 0.5]);
    }
    expect(listRules.logSumExp(N, [1000, -1000])).toEqual([1, 0]);
  });

  it('let x^c have its slope also at 0', () => {
    expect([0, 1, 2, 3].map((exponent) => powRule(N, 0, exponent))).toEqual([0, 1, 0, 0]);
    expect([0, 1, 2, 3].map((exponent) => powRule(D, D.constant(0), exponent).toNumber())).toEqual([0, 1, 0, 0]);
  });

  it('keep the exponent of x^c to all digits where c - 1 is no double', () => {
    const x = D.constant(1e-30);
    const c = D.constant(1 / 3); // the double, exactly
    const exact = D.mul(c, D.exp(D.mul(D.sub(c, D.constant(1)), D.log(x))));
    const slope = powRule(D, x, 1 / 3);
    expect(slope.minus(exact).div(exact).abs().toNumber()).toBeLessThan(1e-60);
  });

  it('give x^c at -1 the sign of (-1)^(c-1), however large c is', () => {
    const slope = <T>(A: Arithmetic<T>, x: number, c: number) => A.toNumber(powRule(A, A.constant(x), c));
    const sizes = [1, 2, 3, 2 ** 52 + 1, 2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, 1e16, 2 ** 54 + 4, 1e22, 1e40, 1e300];
    for (const c of sizes.flatMap((size) => [size, -size])) {
      const expected = BigInt(c) % 2n === 0n ? -c : c;
      expect([slope(N, -1, c), slope(D, -1, c)], `of x^${c}`).toEqual([expected, expected]);
      if (c > 1) expect([slope(N, 0, c), slope(D, 0, c)].map(Math.abs), `of x^${c} at 0`).toEqual([0, 0]);
    }
  });

  it('give x^c all digits of its slope, however large c is', () => {
    const x = D.constant(1 + 2 ** -50);
    for (const c of [2 ** 53 + 2, 1e16, 1e17, -1e16, -(2 ** 53 - 1)]) {
      const exact = D.mul(D.constant(c), D.exp(D.mul(D.sub(D.constant(c), D.constant(1)), D.log(x))));
      expect(powRule(D, x, c).minus(exact).div(exact).abs().toNumber(), `of x^${c}`).toBeLessThan(1e-30);
    }
  });
});
