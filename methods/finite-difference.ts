/**
 * Difference quotients of the hand-written function (reference: Press et al., Numerical Recipes, 3rd ed., 5.7). Each divides
 * by the distance that the rounded arguments really lie apart, so that rounding x + h costs nothing.
 */

import { countFunction } from './arithmetic/counted-passes.ts';
import { type OperationCounts, sumOfCounts, timesCounts } from './arithmetic/operation-counts.ts';
import { chosenStep, defaultStep, stepOperations } from './finite-difference/default-step.ts';
import { centralSecondQuotients, forwardSecondQuotients, largest } from './finite-difference/second-quotients.ts';
import { valuesOf } from './finite-difference/values.ts';
import {
  type Differentiable,
  type Method,
  type OperationCount,
  type OperationCounter,
  type Operators,
  type PrepareOptions,
  Unsupported,
} from './method.ts';

interface Formula {
  readonly name: string;
  readonly title: string;
  readonly order: 1 | 2;
  /** Default step in units of max(1, |x_i|), near the minimum of truncation plus round-off. */
  readonly relativeStep: number;
  /** The same for second derivatives, where the round-off is divided by the square of the step. */
  readonly secondStep: number;
  readonly secondQuotients: typeof forwardSecondQuotients;
}

/** (f(x + h e_i) - f(x)) / h: n + 1 calls of f for a gradient, truncation error h f''/2. */
export const forwardDifference: Method = differenceMethod({
  name: 'forward-difference',
  title: 'forward difference',
  order: 1,
  relativeStep: Math.sqrt(Number.EPSILON),
  secondStep: Math.cbrt(Number.EPSILON),
  secondQuotients: forwardSecondQuotients,
});

/** (f(x + h e_i) - f(x - h e_i)) / 2h: 2n calls of f for a gradient, truncation error h^2 f'''/6. */
export const centralDifference: Method = differenceMethod({
  name: 'central-difference',
  title: 'central difference',
  order: 2,
  relativeStep: Math.cbrt(Number.EPSILON),
  secondStep: Math.sqrt(Math.sqrt(Number.EPSILON)),
  secondQuotients: centralSecondQuotients,
});

function differenceMethod(formula: Formula): Method {
  const { name, title, order, relativeStep, secondStep } = formula;
  return {
    name,
    title,
    family: 'numerical',
    error: 'truncation',
    difference: {
      order,
      truncation: order === 1 ? 1 / 2 : 1 / 6,
      weights: 2 / order,
      stepAt: defaultStep(relativeStep),
    },
    secondDifference: { of: 'function', order, stepAt: defaultStep(secondStep) },
    operators: ['gradient', 'jacobian', 'jvp', 'hessian', 'hvp'],
    prepare: (f, options = {}) => quotients(f, formula, options),
    count: (f, x, options = {}) => counterOf(f, formula, x, options),
  };
}

function quotients(f: Differentiable, formula: Formula, options: PrepareOptions): Operators {
  const { order } = formula;
  const { inputs: n, outputs: m } = f;
  const along = new Float64Array(n);
  const centre = new Float64Array(m);
  const above = new Float64Array(m);
  const below = new Float64Array(m);
  let functionCalls = 0;

  const values = valuesOf(f);
  const call = (x: Float64Array, out: Float64Array) => {
    functionCalls++;
    values(x, out);
  };
  const stepFor = chosenStep(defaultStep(formula.relativeStep), options);

  /** Writes column i of the Jacobian; for order 1, `centre` holds f(x) and for order 2 nothing. */
  function column(x: Float64Array, i: number, out: Float64Array): void {
    const h = stepFor(x[i]!);
    const right = x[i]! + h;
    const left = order === 1 ? x[i]! : x[i]! - h;
    along[i] = right;
    call(along, above);
    if (order === 2) {
      along[i] = left;
      call(along, below);
    }
    along[i] = x[i]!;
    const start = order === 1 ? centre : below;
    const distance = right - left || h; // a step lost in rounding answers 0, as the quotient as written does
    for (let k = 0; k < m; k++) out[k * n + i] = (above[k]! - start[k]!) / distance;
  }

  function jacobian(x: Float64Array, out: Float64Array): void {
    functionCalls = 0;
    along.set(x);
    if (order === 1) call(x, centre);
    for (let i = 0; i < n; i++) column(x, i, out);
  }

  function jvp(x: Float64Array, v: Float64Array, out: Float64Array): void {
    functionCalls = 0;
    const length = largest(v);
    if (length === 0) {
      out.fill(0);
      return;
    }
    const h = stepFor(largest(x)) / length;
    for (let i = 0; i < n; i++) along[i] = x[i]! + h * v[i]!;
    call(along, above);
    if (order === 2) for (let i = 0; i < n; i++) along[i] = x[i]! - h * v[i]!;
    else along.set(x);
    call(along, below);
    for (let k = 0; k < m; k++) out[k] = (above[k]! - below[k]!) / (order * h);
  }

  const cost = () => ({ functionCalls });
  if (f.kind === 'vector') return { jacobian, jvp, cost };
  const gradient = (x: Float64Array, out: Float64Array) => {
    jacobian(x, out);
    return order === 1 ? centre[0]! : Number.NaN;
  };
  const second = formula.secondQuotients({
    n,
    value(at) {
      functionCalls++;
      return f.byHand.value(at);
    },
    stepFor: chosenStep(defaultStep(formula.secondStep), options),
  });
  const hessian = (x: Float64Array, out: Float64Array) => {
    functionCalls = 0;
    second.hessian(x, out);
  };
  const hvp = (x: Float64Array, v: Float64Array, out: Float64Array) => {
    functionCalls = 0;
    second.hvp(x, v, out);
  };
  return { gradient, jvp, hessian, hvp, cost };
}

function counterOf(f: Differentiable, { order }: Formula, x: Float64Array, options: PrepareOptions): OperationCounter {
  const { inputs: n, outputs: m } = f;
  const ofFunction = countFunction(f, x);
  const step = stepOperations(options);
  const calls = (functionCalls: number, own: OperationCounts): OperationCount => ({
    counts: sumOfCounts(timesCounts(functionCalls, ofFunction), own),
    cost: { functionCalls },
  });
  return (operator) => {
    if (operator === 'jvp') return calls(2, sumOfCounts(step, ownOfDirection(n, m, order)));
    if (operator !== 'gradient' && operator !== 'jacobian') {
      throw new Unsupported(`the operations of ${operator} are not counted`);
    }
    return calls(order === 1 ? n + 1 : 2 * n, timesCounts(n, sumOfCounts(step, ownOfColumn(m, order))));
  };
}

/** What `column` executes beside the calls and the choice of the step: its ends and their distance, then a quotient for each output. */
function ownOfColumn(m: number, order: 1 | 2): Partial<OperationCounts> {
  return {
    additions: order + 1 + m,
    divisions: m,
    moves: order + 2 + 3 * m,
  };
}

/** What `jvp` executes beside the calls and the choice of the step: the largest entries of x and v, its ends, then a quotient for each output. */
function ownOfDirection(n: number, m: number, order: 1 | 2): Partial<OperationCounts> {
  return {
    selections: 4 * n,
    additions: order * n + m,
    multiplications: order * n + m,
    divisions: 1 + m,
    moves: 2 * n + (order === 1 ? 3 + 2 : 3 + 3) * n + 3 * m,
  };
}
