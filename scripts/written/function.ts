import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { numberArithmetic } from '../../methods/arithmetic/number.ts';
import { Unsupported } from '../../methods/method.ts';
import { type Instance, scalar } from '../../suites/problem.ts';
import { parseConstant, parseExpression, type Term } from './parse.ts';

/** A function that someone wrote down, at a point: the values of its variables, in the order of their names. */
export interface WrittenProblem {
  readonly expression: string;
  readonly point: readonly number[];
}

/** Why `manual` has nothing to say of it. */
export const NOBODY_WROTE_ONE = 'nobody wrote a derivative by hand';

/** The function that an expression stands for. */
export function writtenInstance({ expression, point }: WrittenProblem): Instance {
  const { variables, term } = parseExpression(expression);
  return scalar({
    inputs: variables.length,
    evaluate: (A, x) => evaluate(term, A, x),
    byHand: {
      value: (x) => evaluate(term, numberArithmetic, [...x]),
      gradient() {
        throw new Unsupported(NOBODY_WROTE_ONE);
      },
    },
    points: () => [Float64Array.from(point)],
  });
}

/**
 * The number that an expression without variables stands for: pi/4.
 * @throws {ExpressionFault} where it is no such expression.
 */
export function constantOf(expression: string): number {
  return evaluate(parseConstant(expression), numberArithmetic, []);
}

/** A power with numbers for what it is made of. */
export interface PowerInNumbers {
  readonly base: number;
  readonly exponent: number;
}

/**
 * A power whose exponent varies and whose base is not positive at the point, if there is one: it has no real values
 * around it.
 */
export function powerOfNoPositive({ expression, point }: WrittenProblem): PowerInNumbers | undefined {
  return powerWithin(parseExpression(expression).term, point);
}

function powerWithin(term: Term, x: readonly number[]): PowerInNumbers | undefined {
  for (const part of partsOf(term)) {
    const found = powerWithin(part, x);
    if (found) return found;
  }
  if (term.kind !== 'operation' || term.sign !== '^' || !hasVariable(term.sides[1])) return undefined;
  const [base, exponent] = [evaluate(term.sides[0], numberArithmetic, x), evaluate(term.sides[1], numberArithmetic, x)];
  return base <= 0 ? { base, exponent } : undefined;
}

function evaluate<T>(term: Term, A: Arithmetic<T>, x: readonly T[]): T {
  switch (term.kind) {
    case 'number':
      return A.constant(term.value);
    case 'variable':
      return x[term.index]!;
    case 'negative':
      return A.neg(evaluate(term.of, A, x));
    case 'operation':
      return term.sign === '^' ? power(term.sides, A, x) : operation(term.sign, term.sides, A, x);
    case 'call': {
      const [first, ...others] = term.args.map((arg) => evaluate(arg, A, x));
      const { callee } = term;
      if (callee === 'max' || callee === 'min') return others.reduce((best, other) => A[callee](best, other), first!);
      return A[callee](first!);
    }
  }
}

function operation<T>(sign: '+' | '-' | '*' | '/', sides: readonly [Term, Term], A: Arithmetic<T>, x: readonly T[]): T {
  const [a, b] = [evaluate(sides[0], A, x), evaluate(sides[1], A, x)];
  if (sign === '+') return A.add(a, b);
  if (sign === '-') return A.sub(a, b);
  return sign === '*' ? A.mul(a, b) : A.div(a, b);
}

/** A power is a primitive where its exponent is a number; else a^b is exp(b log a). */
function power<T>([base, exponent]: readonly [Term, Term], A: Arithmetic<T>, x: readonly T[]): T {
  if (!hasVariable(exponent)) return A.pow(evaluate(base, A, x), evaluate(exponent, numberArithmetic, []));
  const b = evaluate(exponent, A, x);
  if (base.kind === 'number' && base.value === Math.E) return A.exp(b);
  return A.exp(A.mul(b, A.log(evaluate(base, A, x))));
}

function hasVariable(term: Term): boolean {
  return term.kind === 'variable' || partsOf(term).some(hasVariable);
}

function partsOf(term: Term): readonly Term[] {
  if (term.kind === 'negative') return [term.of];
  if (term.kind === 'operation') return term.sides;
  return term.kind === 'call' ? term.args : [];
}
