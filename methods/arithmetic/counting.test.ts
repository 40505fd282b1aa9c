import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Arithmetic, BinaryPrimitives, ListPrimitives, UnaryPrimitives } from './arithmetic.ts';
import { countFunction, countPasses } from './counted-passes.ts';
import { countingArithmetic } from './counting.ts';
import { newTally, type OperationCounts, operationsIn, sumOfCounts, timesCounts, workIn } from './operation-counts.ts';
import { binaryRules, unaryRules } from './rules.ts';

type Use = <T>(A: Arithmetic<T>, x: readonly T[]) => T;

function parts(use: Use, n = 2) {
  const f = { evaluate: <T>(A: Arithmetic<T>, x: readonly T[]) => [use(A, x)] };
  const x = Float64Array.from({ length: n }, (_, i) => 0.3 + i / 7);
  const own = countFunction(f, x);
  const { recording, tangent } = countPasses(f, x);
  return { own, partials: sumOfCounts(recording, timesCounts(-1, own)), recording, tangent };
}

/** Counts without moves, as `2+ 1* 1/ 1f 1?`: additions, multiplications, divisions, nonlinear calls, selections. */
function text({ additions, multiplications, divisions, nonlinear, selections }: OperationCounts): string {
  const counts = [additions, multiplications, divisions, nonlinear, selections];
  return counts.map((count, i) => (count === 0 ? '' : `${count}${'+*/f?'[i]}`)).join('');
}

/** By hand from the rules: the primitive itself, its partial derivatives, and a tangent carried along. */
const UNARY_BY_HAND: Readonly<Record<keyof UnaryPrimitives<unknown>, readonly [string, string, string]>> = {
  neg: ['1+', '', '1+'], // -d
  exp: ['1f', '', '1*'], // v d
  log: ['1f', '1/', '1*'], // 1 / x
  log1p: ['1f', '1+1/', '1*'], // 1 / (1 + x)
  expm1: ['1f', '1f', '1*'], // exp(x)
  sin: ['1f', '1f', '1*'], // cos(x)
  cos: ['1f', '1+1f', '1*'], // -sin(x)
  tan: ['1f', '1+1*', '1*'], // 1 + v v
  tanh: ['1f', '1*1/1f', '1*'], // 1 / (c c) with c = cosh(x)
  asin: ['1f', '2+1*1/1f', '1*'], // 1 / sqrt((1 - x) (1 + x))
  acos: ['1f', '3+1*1/1f', '1*'], // -1 / sqrt((1 - x) (1 + x))
  atan: ['1f', '1+1*1/', '1*'], // 1 / (1 + x x)
  sinh: ['1f', '1f', '1*'], // cosh(x)
  cosh: ['1f', '1f', '1*'], // sinh(x)
  sqrt: ['1f', '1/', '1*'], // 0.5 / v
  abs: ['1?', '1?', '1*'], // sign(x)
  sign: ['1?', '', ''], // 0
  tanhSlope: ['1*1/1f', '2*1f', '1*'], // 1 / (c c) with c = cosh(x); -2 tanh(x) v
  asinSlope: ['2+1*1/1f', '3*', '1*'], // 1 / sqrt((1 - x) (1 + x)); x (v v v)
  atanSlope: ['1+1*1/', '3*', '1*'], // 1 / (1 + x x); -2 (x v) v
  logistic: ['1f', '1+1*1f', '1*'], // v logistic(-x)
};
const BINARY_BY_HAND: Readonly<Record<keyof BinaryPrimitives<unknown>, readonly [string, string, string]>> = {
  add: ['1+', '', '1+'], // dx + dy
  sub: ['1+', '', '1+'], // dx - dy
  mul: ['1*', '', '1+2*'], // y dx + x dy
  div: ['1/', '1+2/', '1+2*'], // 1 / y and -v / y
  max: ['1?', '4+2*2?', '1+2*'], // 0.5 + 0.5 sign(x - y) and 0.5 + 0.5 sign(y - x)
  min: ['1?', '4+2*2?', '1+2*'],
};
/** x^c and the rule c x^(c - 1), which runs on plain numbers: nothing in it is left out. */
const POWERS_BY_HAND: readonly (readonly [number, string, string])[] = [
  [0, '1f', ''], // Math.pow; 0
  [1, '', '1*1f'], // x; 1 pow(x, 0)
  [2, '1*', '1*'], // x x; 2 x
  [3, '2*', '2*'], // x x x; 3 (x x)
  [4, '1f', '3*'], // pow(x, 4); 4 (x x x)
  [-1, '1/', '2*1/'], // 1 / x; -1 (1 / (x x))
  [-2, '1*1/', '1*1f'], // 1 / (x x); -2 pow(x, -3)
  [0.5, '1f', '1*1f'], // pow(x, 0.5); 0.5 pow(x, -0.5)
];

function counted(use: Use) {
  const { own, partials, tangent } = parts(use);
  return [text(own), text(partials), text(tangent)];
}

describe('counts, by hand', () => {
  it.each(Object.entries(UNARY_BY_HAND))('of %s: itself, its partial derivative, its tangent', (name, byHand) => {
    expect(counted((A, x) => A[name as keyof typeof UNARY_BY_HAND](x[0]!))).toEqual(byHand);
  });

  it.each(Object.entries(BINARY_BY_HAND))('of %s: itself, its partial derivatives, its tangent', (name, byHand) => {
    expect(counted((A, x) => A[name as keyof typeof BINARY_BY_HAND](x[0]!, x[1]!))).toEqual(byHand);
  });

  it.each(POWERS_BY_HAND)('of x^%d', (exponent, own, partial) => {
    expect(counted((A, x) => A.pow(x[0]!, exponent))).toEqual([own, partial, '1*']);
  });

  it('of a list of n: closed forms in n', () => {
    for (const n of [1, 2, 3, 7]) {
      const of = (use: Use) => parts(use, n);
      const plus = (k: number) => ({ additions: k });
      for (const { own, partials, tangent } of [of((A, x) => A.sum(x)), of((A, x) => A.sumOver(n, (i) => x[i]!))]) {
        expect([own, tangent]).toMatchObject([plus(n - 1), plus(n - 1)]);
        expect(text(partials)).toBe('');
      }
      const dot = of((A, x) => A.dot(x, x));
      expect(dot.own).toMatchObject({ additions: n - 1, multiplications: n });
      expect(dot.tangent).toMatchObject({ additions: 2 * n - 1, multiplications: 2 * n });
      const linear = of((A, x) => A.linear([1, 0, -1, 2, 3, 4, 5].slice(0, n), x)); // whatever the coefficients are
      for (const each of [linear.own, linear.tangent]) {
        expect(each).toMatchObject({ additions: n - 1, multiplications: n });
      }
      const { own, partials, tangent } = of((A, x) => A.logSumExp(x));
      // max + log1p(exp(-|x - y|)); else max of n, n times exp(x_i - max), their sum, its log, + max
      if (n === 2) expect(text(own)).toBe('3+2f2?');
      else expect(own).toMatchObject({ selections: n - 1, additions: n + (n - 1) + 1, nonlinear: n + 1 });
      // logistic(x - y) and logistic(y - x); else max of n, n times exp(x_i - max), their sum, and n quotients by it
      expect(text(partials)).toBe(n === 2 ? '2+2f' : `${2 * n - 1}+${n}/${n}f${n === 1 ? '' : `${n - 1}?`}`);
      expect(tangent).toMatchObject({ additions: n - 1, multiplications: n });
    }
  });

  it('of moves: one for each argument and one for the result, of a tangent the same, and one for each input', () => {
    const moves = (use: Use, n: number) => {
      const { own, recording, tangent } = parts(use, n);
      expect([recording.moves, tangent.moves]).toEqual([own.moves, own.moves]);
      return own.moves - n;
    };
    expect(moves((A, x) => A.sin(x[0]!), 1)).toBe(2);
    expect(moves((A, x) => A.pow(x[0]!, 3), 1)).toBe(2);
    expect(moves((A, x) => A.div(x[0]!, x[1]!), 2)).toBe(3);
    expect(moves((A) => A.constant(3), 2)).toBe(1);
    expect(moves((A, x) => A.sum(x), 5)).toBe(6);
    expect(moves((A, x) => A.dot(x, x), 5)).toBe(11);
    expect(moves((A, x) => A.linear([1, 2, 3, 4, 5], x), 5)).toBe(6);
    expect(moves((A, x) => A.logSumExp(x), 5)).toBe(6);
    expect(moves((A, x) => A.sumOver(5, (i) => A.sin(x[i]!)), 5)).toBe(5 * 2 + 6);
  });
});

describe('a function', () => {
  it('that multiplies by 1 and adds 0 does so, and its tangents do', () => {
    const { own, tangent } = parts((A, x) => A.add(A.mul(A.constant(1), x[0]!), A.constant(0)));
    expect([text(own), text(tangent)]).toEqual(['1+1*', '2+2*']);
  });

  it('whose tangent is 0 or negated carries it on as any other', () => {
    expect(text(parts((A, x) => A.mul(A.sign(x[0]!), x[1]!)).tangent)).toBe('1+2*');
    expect(text(parts((A, x) => A.add(x[0]!, A.neg(x[1]!))).tangent)).toBe('2+');
  });

  it('can branch on the values', () => {
    // 10, 5, 2.5, 1.25, 0.625: halved four times
    const halved: Use = (A, x) => {
      let y = A.mul(A.constant(10 / 0.3), x[0]!);
      while (A.toNumber(y) >= 1) y = A.mul(A.constant(0.5), y);
      return y;
    };
    const { own, tangent } = parts(halved, 1);
    expect([text(own), text(tangent)]).toEqual(['5*', '5+10*']);
  });
});

describe('a literal of a rule', () => {
  const run = (use: (A: ReturnType<typeof countingArithmetic>) => { v: number }) => {
    const tally = newTally();
    return [use(countingArithmetic(tally)).v, text(tally)];
  };
  it('0 or 1 costs nothing in a product, 0 nothing in a sum, and -1 a change of sign', () => {
    expect(run((A) => A.mul(A.constant(0), A.variable(7)))).toEqual([0, '']);
    expect(run((A) => A.mul(A.variable(7), A.constant(1)))).toEqual([7, '']);
    expect(run((A) => A.add(A.constant(0), A.variable(7)))).toEqual([7, '']);
    expect(run((A) => A.mul(A.constant(-1), A.variable(7)))).toEqual([-7, '1+']);
    expect(run((A) => A.add(A.variable(9), A.mul(A.constant(-1), A.variable(7))))).toEqual([2, '1+']); // 9 - 7
    expect(run((A) => A.mul(A.constant(2), A.variable(7)))).toEqual([14, '1*']);
    expect(run((A) => A.mul(A.variable(1), A.variable(7)))).toEqual([7, '1*']);
  });
});

describe('the measures', () => {
  it('count every operation once, or weigh divisions and nonlinear calls 2 and moves 1', () => {
    const counts = { additions: 1, multiplications: 10, divisions: 100, nonlinear: 1000, selections: 1e4, moves: 1e5 };
    expect(operationsIn(counts)).toBe(11111);
    expect(workIn(counts)).toBe(1e5 + 1e4 + 2 * 1000 + 2 * 100 + 10 + 1);
  });
});

/** Counts of the printed modules, read from their text: operators stand between blanks, and a sign before a name. */
describe('the text of', () => {
  const source = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8');
  const printed = (file: string) => source(path.join('specialised', file));
  /**
   * The lines of a function of number.ts that its ordinary path executes, without the lines that choose another one.
   */
  const executedBy = (name: string) =>
    new RegExp(`^export function ${name}\\(.*?\\n(.*?)^\\}`, 'ms')
      .exec(source('number.ts'))![1]!
      .replaceAll(/^ +if .*\n/gm, '')
      .trim();
  function operatorsIn(module: string, name: string): string {
    const body = new RegExp(`^ +${name}\\(x(?:, y)?\\) \\{\\n(.*?)^ +\\},`, 'ms').exec(module)?.[1];
    if (body === undefined) throw new Error(`${name} is not there`);
    const executed = body
      .replaceAll(/\b(?:tanh|asin|atan)Slope(?=\()/g, executedBy)
      .replaceAll('inverseSquare', executedBy)
      .replaceAll('logistic', 'Math.$&')
      .replaceAll('power(v, 3)', 'v * v * v');
    const number = (pattern: RegExp) => executed.match(pattern)?.length ?? 0;
    return text({
      additions: number(/ [+-] /g) + number(/-(?=[A-Za-z(])/g),
      multiplications: number(/ \* /g),
      divisions: number(/ \/ /g),
      nonlinear: number(/Math\.(?!abs|sign|max|min)/g),
      selections: number(/Math\.(?:abs|sign|max|min)\b/g),
      moves: 0,
    });
  }
  const uses: (readonly [string, Use])[] = [
    ...Object.keys(unaryRules).map(
      (name) => [name, ((A, x) => A[name as keyof UnaryPrimitives<unknown>](x[0]!)) satisfies Use] as const,
    ),
    ...Object.keys(binaryRules).map(
      (name) => [name, ((A, x) => A[name as keyof BinaryPrimitives<unknown>](x[0]!, x[1]!)) satisfies Use] as const,
    ),
  ];

  it.each([
    ['dual1.ts', 1],
    ['dual8.ts', 8],
    ['tape.ts', 0],
  ])('%s has the operators of a recording and of %d tangents', (file, tangents) => {
    const module = printed(file);
    for (const [name, use] of uses) {
      const { recording, tangent } = parts(use);
      expect(operatorsIn(module, name), name).toBe(text(sumOfCounts(recording, timesCounts(tangents, tangent))));
    }
  });

  it('the lists in dual1.ts takes the same for each further entry', () => {
    const module = printed('dual1.ts');
    const LISTS: Readonly<Record<keyof ListPrimitives<unknown>, Use>> = {
      sum: (A, x) => A.sum(x),
      dot: (A, x) => A.dot(x, x),
      linear: (A, x) => A.linear([1, 2, 3, 4, 5], x),
      logSumExp: (A, x) => A.logSumExp(x),
    };
    for (const [name, use] of Object.entries(LISTS)) {
      const loop = new RegExp(`^  ${name}\\((?:xs|coefficients).*?i\\+\\+\\) \\{\\n(.*?)^    \\}`, 'ms').exec(
        module,
      )![1]!;
      const number = (pattern: RegExp) => loop.match(pattern)?.length ?? 0;
      const per = (n: number) => {
        const { recording, tangent } = parts(use, n);
        // logSumExp's value and weights are computed before the loop, by number.ts and by the rule
        return name === 'logSumExp' ? tangent : sumOfCounts(recording, tangent);
      };
      const entry = sumOfCounts(per(5), timesCounts(-1, per(4)));
      expect(text(entry), name).toBe(
        text({
          additions: number(/ [+-]=? /g),
          multiplications: number(/ \* /g),
          divisions: 0,
          nonlinear: number(/Math\./g),
          selections: 0,
          moves: 0,
        }),
      );
    }
  });
});
