/** Methods that take difference quotients at a step for each coordinate: all of them but the quotient itself. */
import { countFunction } from '../arithmetic/counted-passes.ts';
import { type OperationCounts, sumOfCounts, timesCounts } from '../arithmetic/operation-counts.ts';
import {
  type DifferenceQuotient,
  type Differentiable,
  type Method,
  type OperationCount,
  type OperationCounter,
  type Operators,
  type PrepareOptions,
  Unsupported,
} from '../method.ts';
import { chosenStep, defaultStep, stepOperations } from './default-step.ts';
import { type forwardSecondQuotients, largest } from './second-quotients.ts';
import { valuesOf } from './values.ts';

/** Writes the m values of f at x to `out`. */
export type Call = (x: Float64Array, out: Float64Array) => void;

/** A quotient of one function, with room for the values that it is made of. */
export interface Quotient {
  /** Calls f at x itself, before the columns, and writes `centre`; absent where no column uses that. */
  readonly start?: (x: Float64Array) => void;
  /** The values at x. */
  readonly centre?: Float64Array;
  /** Writes column i of the Jacobian. `along` holds x, before and after. */
  column(x: Float64Array, i: number, h: number, along: Float64Array, out: Float64Array): void;
  /** Writes J v, by a step of h v. `along` may hold anything. */
  direction(x: Float64Array, v: Float64Array, h: number, along: Float64Array, out: Float64Array): void;
  /** Writes how far each entry of the last Jacobian may be off, where that is estimated. */
  readonly errorEstimate?: (out: Float64Array) => void;
}

/** Operations of a quotient, beside the calls of f and the choice of the step. */
interface Counted {
  /** Calls of f for n columns, and the operations in each. */
  columns(n: number, m: number): { readonly calls: number; readonly each: OperationCounts };
  /** Calls of f for J v, and the operations beside them. */
  direction(n: number, m: number): { readonly calls: number; readonly own: OperationCounts };
}

/** A quotient, as its method states it. */
interface Formula {
  readonly name: string;
  readonly title: string;
  /** All that a prediction of its error must know, but the step. */
  readonly difference: Omit<DifferenceQuotient, 'stepAt'>;
  /** Default step in units of max(1, |x_i|), near the minimum of truncation plus round-off. */
  readonly unitStep: number;
  quotientOf(f: Differentiable, call: Call): Quotient;
  readonly counted: Counted;
  /** Second derivatives, whose round-off is divided by the square of the step. */
  readonly second?: {
    readonly order: 1 | 2;
    readonly unitStep: number;
    readonly quotients: typeof forwardSecondQuotients;
  };
}

/** The method of such a quotient, with second derivatives where the formula has them. */
export function differenceMethod(formula: Formula): Method {
  const { name, title, difference, unitStep, second } = formula;
  return {
    name,
    title,
    family: 'numerical',
    error: 'truncation',
    difference: { ...difference, stepAt: defaultStep(unitStep) },
    ...(second && {
      secondDifference: { of: 'function', order: second.order, stepAt: defaultStep(second.unitStep) },
    }),
    operators: ['gradient', 'jacobian', 'jvp', ...(second ? (['hessian', 'hvp'] as const) : [])],
    prepare: (f, options = {}) => operatorsOf(f, formula, options),
    count: (f, x, options = {}) => counterOf(f, formula, x, options),
  };
}

function operatorsOf(f: Differentiable, formula: Formula, options: PrepareOptions): Operators {
  const n = f.inputs;
  const along = new Float64Array(n);
  const values = valuesOf(f);
  let functionCalls = 0;
  const quotient = formula.quotientOf(f, (x, out) => {
    functionCalls++;
    values(x, out);
  });
  const { start, centre, errorEstimate } = quotient;
  const stepFor = chosenStep(defaultStep(formula.unitStep), options);

  function jacobian(x: Float64Array, out: Float64Array): void {
    functionCalls = 0;
    along.set(x);
    start?.(along);
    for (let i = 0; i < n; i++) quotient.column(x, i, stepFor(x[i]!), along, out);
  }

  function jvp(x: Float64Array, v: Float64Array, out: Float64Array): void {
    functionCalls = 0;
    const length = largest(v);
    if (length === 0) out.fill(0);
    else quotient.direction(x, v, stepFor(largest(x)) / length, along, out);
  }

  const common = { jvp, ...(errorEstimate && { errorEstimate }), cost: () => ({ functionCalls }) };
  if (f.kind === 'vector') return { ...common, jacobian };
  const gradient = (x: Float64Array, out: Float64Array) => {
    jacobian(x, out);
    return centre ? centre[0]! : Number.NaN;
  };
  if (!formula.second) return { ...common, gradient };
  const second = formula.second.quotients({
    n,
    value(at) {
      functionCalls++;
      return f.byHand.value(at);
    },
    stepFor: chosenStep(defaultStep(formula.second.unitStep), options),
  });
  return {
    ...common,
    gradient,
    hessian(x, out) {
      functionCalls = 0;
      second.hessian(x, out);
    },
    hvp(x, v, out) {
      functionCalls = 0;
      second.hvp(x, v, out);
    },
  };
}

function counterOf(
  f: Differentiable,
  { counted }: Formula,
  x: Float64Array,
  options: PrepareOptions,
): OperationCounter {
  const { inputs: n, outputs: m } = f;
  const ofFunction = countFunction(f, x);
  const step = stepOperations(options);
  const count = (functionCalls: number, own: OperationCounts): OperationCount => ({
    counts: sumOfCounts(timesCounts(functionCalls, ofFunction), own),
    cost: { functionCalls },
  });
  return (operator) => {
    if (operator === 'jvp') {
      const { calls, own } = counted.direction(n, m);
      return count(calls, sumOfCounts(step, own));
    }
    if (operator !== 'gradient' && operator !== 'jacobian') {
      throw new Unsupported(`the operations of ${operator} are not counted`);
    }
    const { calls, each } = counted.columns(n, m);
    return count(calls, timesCounts(n, sumOfCounts(step, each)));
  };
}
