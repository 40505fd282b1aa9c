import { performance } from 'node:perf_hooks';
import {
  type Method,
  type Operators,
  type ScalarFunction,
  type StepRule,
  Unsupported,
  type VectorFunction,
} from '../../../../methods/method.ts';
import { loggedSteps } from '../training/descent.ts';
import { augmentedLagrangian } from './augmented-lagrangian.ts';
import { gradientDescent } from './gradient-descent.ts';
import { lbfgs } from './lbfgs.ts';
import type { Constraints, Objective, Solving, Stop } from './objective.ts';
import type { Solver } from './solved-problems.ts';

/** A solver at an iteration, and what it took to come there. */
export interface SolvingPoint {
  readonly iteration: number;
  readonly x: Float64Array;
  /** f(x) by the hand-written function. */
  readonly value: number;
  /** How far the constraint that is violated most is above 0; 0 where none is. */
  readonly violation: number;
  /** Length of the gradient as the method gives it. */
  readonly gradientNorm: number;
  /** Calls of f by the solver. */
  readonly functionCalls: number;
  readonly gradientCalls: number;
  /** Calls of f by the method, in its difference quotients. */
  readonly callsInQuotients: number;
  /** Time since the solver began, ns. */
  readonly timeNs: number;
}

/** The result of solving. */
export interface Solved {
  /** Time of preparation, ns. */
  readonly prepareNs: number;
  /**
   * Some iterations, from the start to the answer: that is the iterate that the solver thinks best, not always the
   * last.
   */
  readonly points: readonly SolvingPoint[];
  readonly stopped: Stop;
  /** A Lagrange multiplier for each constraint. */
  readonly multipliers: Float64Array;
}

/**
 * Minimises f, under c(x) <= 0 where there is a c, with derivatives by the method, from `start`. Values of f and c are
 * those of the hand-written functions for all methods.
 * @throws {Unsupported} where the method has no gradient of f or no Jacobian of c.
 */
export function solve(
  f: ScalarFunction,
  c: VectorFunction | undefined,
  method: Method,
  solver: Solver,
  start: Float64Array,
  stepRule: StepRule = 'relative',
): Solved {
  const before = performance.now();
  const { gradient, cost } = method.prepare(f, { operators: ['gradient'], stepRule });
  const ofConstraints = c && method.prepare(c, { operators: ['jacobian'], stepRule });
  const prepareNs = Math.round((performance.now() - before) * 1e6);
  if (!gradient) throw new Unsupported(`${method.name} has no gradient here`);
  const counts = { functionCalls: 0, gradientCalls: 0, callsInQuotients: 0 };
  const at = start.slice();
  const objective: Objective = {
    value(x) {
      counts.functionCalls++;
      return f.byHand.value(x);
    },
    gradient(x, out) {
      counts.gradientCalls++;
      at.set(x); // a method may write to its point
      out.fill(Number.NaN); // an entry that the method forgets to write is no answer
      gradient(at, out);
      counts.callsInQuotients += cost?.().functionCalls ?? 0;
    },
  };
  const constraints = c && ofConstraints ? constraintsOf(c, ofConstraints, method) : NONE;
  const began = performance.now();
  const iterates: (Pick<SolvingPoint, 'x' | 'gradientNorm' | 'timeNs'> & typeof counts)[] = [];
  const solving = solvingBy(solver, objective, constraints, start);
  let next = solving.next();
  for (; !next.done; next = solving.next()) {
    const { x, gradientNorm } = next.value;
    iterates.push({ x, gradientNorm, timeNs: Math.round((performance.now() - began) * 1e6), ...counts });
  }
  const { x, gradientNorm, stopped, multipliers = new Float64Array(0) } = next.value;
  const last = iterates.length - 1;
  iterates[last] = { x, gradientNorm, timeNs: Math.round((performance.now() - began) * 1e6), ...counts };
  const points = [...new Set(loggedSteps(last))].map((iteration) => {
    const iterate = iterates[iteration]!;
    return { iteration, value: f.byHand.value(iterate.x), violation: violationOf(c, iterate.x), ...iterate };
  });
  return { prepareNs, points, stopped, multipliers };
}

const NONE: Constraints = { count: 0, values: () => {}, jacobian: () => {} };

function constraintsOf(c: VectorFunction, { jacobian }: Operators, { name }: Method): Constraints {
  if (!jacobian) throw new Unsupported(`${name} has no jacobian here`);
  const at = new Float64Array(c.inputs);
  return {
    count: c.outputs,
    values: c.byHand.values,
    jacobian(x, out) {
      at.set(x);
      out.fill(Number.NaN);
      jacobian(at, out);
    },
  };
}

function solvingBy(solver: Solver, f: Objective, c: Constraints, start: Float64Array): Solving {
  switch (solver.name) {
    case 'augmented-lagrangian':
      return augmentedLagrangian(f, c, start);
    case 'lbfgs':
      return lbfgs(f, start);
    case 'gradient-descent':
      return gradientDescent(f, start, solver.rate);
  }
}

/** The largest of the values of c that are above 0, or 0. */
function violationOf(c: VectorFunction | undefined, x: Float64Array): number {
  if (!c) return 0;
  const values = new Float64Array(c.outputs);
  c.byHand.values(x, values);
  return Math.max(0, ...values);
}
