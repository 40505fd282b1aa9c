import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from './arithmetic/arithmetic.ts';
import { type Differentiable, type Method, type ScalarFunction, Unsupported } from './method.ts';
import { symbolicCompiled, symbolicGenerated, symbolicMathjs, symbolicSimplified } from './symbolic.ts';

const METHODS: readonly Method[] = [symbolicMathjs, symbolicCompiled, symbolicGenerated, symbolicSimplified];

/** A scalar function without anything by hand: no method here may read it. */
function scalar(
  inputs: number,
  evaluate: <T>(A: Arithmetic<T>, x: readonly T[]) => T,
  closedForm?: string,
): ScalarFunction {
  const unread = () => {
    throw new Error('read by hand');
  };
  return {
    kind: 'scalar',
    inputs,
    outputs: 1,
    byHand: { value: unread, gradient: unread },
    evaluate: (A, x) => [evaluate(A, x)],
    ...(closedForm === undefined ? {} : { closedForm }),
  };
}

function closedForm(text: string, inputs = 1): ScalarFunction {
  return scalar(inputs, (A) => A.constant(Number.NaN), text);
}

function gradient(method: Method, f: Differentiable, ...x: number[]): number[] {
  const out = new Float64Array(f.inputs);
  return [method.prepare(f).gradient!(Float64Array.from(x), out), ...out];
}

function repeat<T>(times: number, start: T, step: (x: T) => T): T {
  let x = start;
  for (let i = 0; i < times; i++) x = step(x);
  return x;
}

/** The logistic map l_1 = x, l_(n+1) = 4 l_n (1 - l_n), n - 1 times over. */
function logisticMap(n: number): ScalarFunction {
  return scalar(1, <T>(A: Arithmetic<T>, [x]: readonly T[]) =>
    repeat<T>(n - 1, x!, (l) => A.mul(A.mul(A.constant(4), l), A.sub(A.constant(1), l))),
  );
}

/** l_n'(x) exactly: a double is an integer over a power of two, and so is everything after it. */
function exactSlope(n: number, x: number): number {
  let bits = 0n;
  let scaled = x;
  for (; !Number.isInteger(scaled); bits++) scaled *= 2;
  let l = BigInt(scaled);
  let slope = 1n << bits;
  for (let i = 1; i < n; i++) {
    const one = 1n << bits;
    slope = 4n * slope * (one - 2n * l);
    l = 4n * l * (one - l);
    bits *= 2n; // both are now over 2^(2 bits)
  }
  return ratio(slope, bits);
}

function ratio(numerator: bigint, bits: bigint): number {
  const shift = bits > 80n ? bits - 80n : 0n;
  return Number(numerator >> shift) / 2 ** Number(bits - shift);
}

const POINTS = [0.2, 0.0371, 0.3, 0.4999, 0.61, 0.87654321, 0.99];

describe.each(METHODS)('$name', (method) => {
  it.each([1, 2, 3, 4])("gives the slide's derivative of l_%i, against exact rationals", (n) => {
    for (const x of POINTS) {
      const [, slope] = gradient(method, logisticMap(n), x);
      // some 8 n roundings of numbers no larger than 4^n
      expect(Math.abs(slope! - exactSlope(n, x))).toBeLessThan(4 ** n * n * 8 * Number.EPSILON);
    }
  });

  it('gives the gradient of ln(x1) + x1 x2 - sin(x2) at (2, 5): 5.5, 1.716', () => {
    const f = closedForm('log(x1) + x1 * x2 - sin(x2)', 2);
    const [value, ...partials] = gradient(method, f, 2, 5);
    expect(value).toBeCloseTo(11.652, 3);
    expect(partials[0]).toBe(5.5);
    expect(partials[1]).toBeCloseTo(2 - Math.cos(5), 15);
    const generic = scalar(2, (A, [x, y]) => A.sub(A.add(A.log(x!), A.mul(x!, y!)), A.sin(y!)));
    expect(gradient(method, generic, 2, 5)).toEqual([value, ...partials]);
  });

  it('gives values, Jacobian, J v and J^T u of a vector-valued function', () => {
    const f: Differentiable = {
      kind: 'vector',
      inputs: 3,
      outputs: 2,
      byHand: { values: () => {}, jacobian: () => {} },
      evaluate: (A, [x, y, z]) => [A.mul(A.mul(x!, y!), z!), A.sub(A.exp(x!), A.pow(z!, 2))],
    };
    const operators = method.prepare(f);
    const x = Float64Array.of(0, 2, 3);
    const run = (size: number, write: (out: Float64Array) => void) => {
      const out = new Float64Array(size).fill(Number.NaN);
      write(out);
      return [...out];
    };
    expect(run(2, (out) => operators.values!(x, out))).toEqual([0, -8]);
    expect(run(6, (out) => operators.jacobian!(x, out))).toEqual([6, 0, 0, 1, 0, -6]);
    expect(run(2, (out) => operators.jvp!(x, Float64Array.of(1, 10, 100), out))).toEqual([6, -599]);
    expect(run(3, (out) => operators.vjp!(x, Float64Array.of(1, 10), out))).toEqual([16, 0, -60]);
  });

  it('answers Unsupported, with the reason, where there is no expression', () => {
    const prepare = (evaluate: <T>(A: Arithmetic<T>, x: readonly T[]) => T) => () =>
      method.prepare(scalar(1, evaluate));
    expect(prepare((A, [x]) => A.max(x!, A.constant(0)))).toThrow(
      new Unsupported('mathjs has no derivative rule for max'),
    );
    expect(prepare((A, [x]) => (A.toNumber(x!) > 0 ? x! : A.neg(x!)))).toThrow('branches on values');
    expect(prepare(<T>(A: Arithmetic<T>, [x]: readonly T[]) => repeat<T>(40, x!, (l) => A.mul(l, l)))).toThrow(
      'expression swell',
    );
    const chain = prepare((A, [x]) => repeat(100_000, x!, A.sin));
    expect(chain).toThrow(new Unsupported('the expression is nested too deeply to differentiate it'));
  });
});

it('rejects a complex result of mathjs instead of letting it flow on', () => {
  const operators = symbolicCompiled.prepare(closedForm('sqrt(x1)'));
  expect(() => operators.value!(Float64Array.of(-4))).toThrow('the expression is 2i, not a real number, at this point');
  expect(() => operators.gradient!(Float64Array.of(-4), new Float64Array(1))).toThrow('not a real number');
  const generated = symbolicGenerated.prepare(closedForm('sqrt(x1)'));
  expect(generated.value!(Float64Array.of(-4))).toBeNaN();
});

it("agrees with algebrite, another library, on l_n' for n = 1..4", () => {
  const algebrite: { run(text: string): string } = createRequire(import.meta.url)('algebrite');
  let l = 'x';
  for (let n = 1; n <= 4; n++) {
    const polynomial = algebrite.run(`simplify(d(${l},x))`);
    for (const eighths of [1, 2, 3, 5, 7]) {
      const [numerator, denominator = '1'] = algebrite.run(`subst(${eighths}/8,x,${polynomial})`).split('/');
      const [, slope] = gradient(symbolicGenerated, logisticMap(n), eighths / 8);
      expect(slope! / (Number(numerator) / Number(denominator))).toBeCloseTo(1, 13);
    }
    l = `4*(${l})*(1-(${l}))`;
  }
});
