/** Text is run, not read: whatever is printed must compute what the same operations compute on doubles. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arithmetic, Unsupported } from './arithmetic.ts';
import { asinSlope, atanSlope, logistic, logSumExp, numberArithmetic as N, power, tanhSlope } from './number.ts';
import { binaryRules, listRules, powRule, unaryRules } from './rules.ts';
import { sourceArithmetic as A, atom, type Source } from './source.ts';

const SEED = 20201;
const VARIABLES = ['a', 'b', 'c', 'v'] as const;
type Values = Readonly<Record<(typeof VARIABLES)[number], number>>;

const [a, b, c, v] = VARIABLES.map(atom) as [Source, Source, Source, Source];
const AT: Values = { a: 0.7, b: -1.3, c: 2.1, v: 0.37 };

/** Computes the text at the given values of its variables. They are constants, as in the printed modules. */
function run({ text }: Source, values: Values = AT): number {
  const declarations = VARIABLES.map((name) => `const ${name} = values.${name};`).join('');
  const body = `'use strict'; ${declarations} return ${text};`;
  const functions = { power, logSumExp, tanhSlope, asinSlope, atanSlope, logistic };
  const f = new Function('values', ...Object.keys(functions), body);
  return Number(f(values, ...Object.values(functions)));
}

function namesOf<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(table) as K[];
}

describe('a printed rule', () => {
  it.each(namesOf(unaryRules))('computes what the rule of %s computes, and the primitive likewise', (name) => {
    expect(run(unaryRules[name](A, a, v))).toBe(unaryRules[name](N, AT.a, AT.v));
    expect(run(A[name](a))).toBe(N[name](AT.a));
  });

  it.each(namesOf(binaryRules))('computes what the rules of %s compute, and the primitive likewise', (name) => {
    expect(binaryRules[name](A, a, b, v).map((partial) => run(partial))).toEqual(
      binaryRules[name](N, AT.a, AT.b, AT.v),
    );
    expect(run(A[name](a, b))).toBe(N[name](AT.a, AT.b));
  });

  it.each([-3, -2, -1, 0, 1, 2, 3, 4, 0.5])('computes what the rule of x^%d computes', (exponent) => {
    expect(run(powRule(A, a, exponent))).toBe(powRule(N, AT.a, exponent));
  });

  it('computes what the rules of lists compute', () => {
    expect(run(listRules.sum(A))).toBe(1);
    expect(listRules.dot(A, a, b).map((partial) => run(partial))).toEqual([AT.b, AT.a]);
    expect(run(listRules.linear(A, c))).toBe(AT.c);
    const weights = listRules.logSumExp(N, [AT.a, AT.b]);
    expect(listRules.logSumExp(A, [a, b]).map((partial) => run(partial))).toEqual(weights);
  });
});

describe('text', () => {
  it('has as few parentheses as its operators need', () => {
    expect(A.sub(a, A.sub(b, c)).text).toBe('a - (b - c)');
    expect(A.sub(A.sub(a, b), c).text).toBe('a - b - c');
    expect(A.mul(A.add(a, b), c).text).toBe('(a + b) * c');
    expect(A.mul(a, A.mul(b, c)).text).toBe('a * (b * c)');
    expect(A.div(a, A.mul(b, c)).text).toBe('a / (b * c)');
    expect(A.neg(A.add(a, b)).text).toBe('-(a + b)');
    expect(A.add(a, A.neg(b)).text).toBe('a - b');
    expect(A.mul(a, A.constant(-2)).text).toBe('a * (-2)');
  });

  it('drops factors of 1 and what is multiplied by 0', () => {
    const [zero, one, minusOne] = [0, 1, -1].map(A.constant) as [Source, Source, Source];
    expect(A.mul(one, a).text).toBe('a');
    expect(A.mul(a, one).text).toBe('a');
    expect(A.mul(minusOne, a).text).toBe('-a');
    expect(A.mul(a, minusOne).text).toBe('-a');
    expect(A.mul(zero, a).text).toBe('0');
    expect(A.add(zero, A.mul(a, zero)).text).toBe('0');
    expect(A.sum([a, zero, b]).text).toBe('a + b');
  });

  it('computes lists', () => {
    expect(run(A.sum([a, b, c]))).toBe(N.sum([AT.a, AT.b, AT.c]));
    expect(run(A.dot([a, b], [c, v]))).toBe(N.dot([AT.a, AT.b], [AT.c, AT.v]));
    expect(run(A.linear([2, -3, 0], [a, b, c]))).toBe(N.linear([2, -3, 0], [AT.a, AT.b, AT.c]));
    expect(run(A.logSumExp([a, b, c]))).toBe(logSumExp([AT.a, AT.b, AT.c]));
    expect(run(A.sum([]))).toBe(0);
  });

  it('stands for no number to branch on', () => {
    expect(() => A.toNumber(a)).toThrow(Unsupported);
  });
});

/** A computation of the operators whose precedence matters: a step takes two earlier results, counted backwards. */
interface Step {
  readonly operation: 'add' | 'sub' | 'mul' | 'div' | 'neg' | 'constant';
  readonly left: number;
  readonly right: number;
  readonly constant: number;
}

const steps = fc.array(
  fc.record({
    operation: fc.constantFrom<Step['operation']>('add', 'sub', 'mul', 'div', 'neg', 'constant'),
    left: fc.nat(1),
    right: fc.nat(6),
    constant: fc.constantFrom(-2, -1, 0, 1, 0.5, -1e-7, 3),
  }),
  { minLength: 1, maxLength: 8 },
);

/** The last result of the steps, over any arithmetic. */
function perform<T>(arithmetic: Arithmetic<T>, inputs: readonly T[], program: readonly Step[]): T {
  const results = [...inputs];
  for (const { operation, left, right, constant } of program) {
    const x = results.at(-1 - left)!;
    const y = results.at(-1 - (right % results.length))!;
    if (operation === 'constant') results.push(arithmetic.constant(constant));
    else results.push(operation === 'neg' ? arithmetic.neg(x) : arithmetic[operation](x, y));
  }
  return results.at(-1)!;
}

describe('random text', () => {
  it('computes what the operations compute on doubles, whatever their nesting', () => {
    fc.assert(
      fc.property(steps, (program) => {
        const expected = perform(N, [AT.a, AT.b, AT.c], program);
        fc.pre(Number.isFinite(expected));
        const text = perform(A, [a, b, c], program);
        const error = Math.abs(run(text) - expected); // a + (b + c) is printed as a + b + c, which rounds elsewhere
        expect(error, text.text).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(expected)));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  // Known fault: `neg` and `div` of text that begins with a minus print `--a / b` and `-a + b / c`. No rule has such a
  // form yet. Remove `.fails` with the fault.
  it('computes a quotient of a sum that begins with a minus', () => {
    expect(run(A.div(A.add(A.neg(a), b), c))).toBe((-AT.a + AT.b) / AT.c);
  });
  it('computes the negative of a quotient that begins with a minus', () => {
    expect(run(A.neg(A.div(A.neg(a), b)))).toBe(-(-AT.a / AT.b));
  });
});
