import type { Differentiable, Operator } from '../../../methods/method.ts';
import type { Instance, Problem } from '../../../suites/problem.ts';
import { MAX_HESSIAN_INPUTS } from '../../truth/second-order.ts';
import type { MethodReference, ProblemReference } from '../reference/reference.ts';
import type { Catalogue, CatalogueMethod, CatalogueProblem } from './catalogue.ts';
import type { TruthOrder } from './truths.ts';

/** A problem at one size. */
export interface SizedProblem extends CatalogueProblem {
  readonly reference: ProblemReference;
  readonly instance: Instance;
}

/**
 * Whether a run measures of the problem what it measures of few otherwise: it was asked for, or is nobody's but the
 * user's.
 */
export function isAsked({ everyProblem }: { readonly everyProblem: boolean }, { plugin }: CatalogueProblem): boolean {
  return everyProblem || plugin !== undefined;
}

/** Cells that identify a problem at a size in every table. */
export function problemCells({ reference, instance }: SizedProblem) {
  return {
    suite: reference.suite,
    problem: reference.problem,
    size: reference.size,
    inputs: instance.inputs,
    outputs: instance.outputs,
  };
}

/** A problem at its size, for the display. */
export function sizedName({ reference }: SizedProblem): string {
  return `${reference.suite}/${reference.problem} ${reference.size}`;
}

/**
 * The problems at the sizes that are to be run; one that was asked for by `named` takes part in a quick run at any
 * rate.
 */
export function sizedProblems(
  { problems }: Catalogue,
  quick: boolean,
  named: readonly string[] = [],
): readonly SizedProblem[] {
  const sizesOf = ({ name, sizes, quickSizes }: Problem) => {
    if (!quick) return sizes;
    return quickSizes.length === 0 && named.includes(name) ? sizes.slice(0, 1) : quickSizes;
  };
  return problems.flatMap((entry) =>
    sizesOf(entry.problem).map((size) => ({
      ...entry,
      reference: {
        suite: entry.suite,
        problem: entry.problem.name,
        size,
        ...(entry.plugin !== undefined && { plugin: entry.plugin }),
      },
      instance: entry.problem.at(size),
    })),
  );
}

/** The reference by which a fork finds the method. */
export function methodReference({ method, plugin }: CatalogueMethod): MethodReference {
  return { method, ...(plugin !== undefined && { plugin }) };
}

/**
 * The tasks that the task of the method on the problem waits for: those of the method, so that smaller sizes come
 * first.
 */
export function sequenceOf(problem: SizedProblem, method: CatalogueMethod): string | undefined {
  return isOurs(problem, method) ? method.method : undefined;
}

/**
 * The fork that answers of the method on the problem may share where nothing is timed: one for all methods, since
 * starting it costs more than most answers. A plug-in may change what all share (Math.sin, a prototype), so whatever it
 * takes part in has each fork to itself.
 */
export function sharedFork(problem: SizedProblem, method?: CatalogueMethod): string | undefined {
  return isOurs(problem, method) ? 'answers' : undefined;
}

function isOurs(problem: SizedProblem, method?: CatalogueMethod): boolean {
  return (problem.plugin ?? method?.plugin) === undefined;
}

/** Operators that only a function of this kind has. */
const ONLY_OF: Readonly<Partial<Record<Operator, Differentiable['kind']>>> = {
  gradient: 'scalar',
  jacobian: 'vector',
  hessian: 'scalar',
  hvp: 'scalar',
};

/** The operators, of those that are wanted, that make sense for the function. */
export function applicable(wanted: readonly Operator[], { kind }: Pick<Differentiable, 'kind'>): readonly Operator[] {
  return wanted.filter((operator) => (ONLY_OF[operator] ?? kind) === kind);
}

/** The order of the truth that judges the operator. */
export function orderOf(operator: Operator): TruthOrder {
  return operator === 'hessian' || operator === 'hvp' ? 2 : 1;
}

/**
 * The reason why an operator is not measured on a function by any method, or undefined where it is measured. A Hessian
 * of many inputs has no truth to judge it by. Second derivatives of more than `most` inputs are measured only on
 * demand, since their truth takes long.
 */
export function leftOut(
  operator: Operator,
  { inputs }: Pick<Differentiable, 'inputs'>,
  most: number,
): string | undefined {
  if (orderOf(operator) === 1) return undefined;
  if (operator === 'hessian' && inputs > MAX_HESSIAN_INPUTS) {
    return `there is no truth of a Hessian of more than ${MAX_HESSIAN_INPUTS} inputs`;
  }
  return inputs > most ? `beyond ${most} inputs only on demand: --operator ${operator}` : undefined;
}

/** The operators of a method that are wanted here. */
export function servedBy({ definition }: CatalogueMethod, operators: readonly Operator[]): readonly Operator[] {
  return operators.filter((operator) => definition.operators.includes(operator));
}
