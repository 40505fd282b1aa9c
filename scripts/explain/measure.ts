import { operationsIn } from '../../methods/arithmetic/operation-counts.ts';
import type { Operator } from '../../methods/method.ts';
import type { ExpressionRequest, ExpressionSize } from '../bench/experiments/expression-size/request.ts';
import type { OperatorOperations } from '../bench/experiments/operations/operations-job.ts';
import type { CatalogueMethod } from '../bench/plan/catalogue.ts';
import { methodReference } from '../bench/plan/plan.ts';
import type { Failure, Job, Parts } from '../bench/process/job.ts';
import type { ForkPool } from '../bench/process/pool.ts';
import { type ExactNumber, type ExactRanges, isBeyondDoubles } from '../truth/exact-number.ts';
import { withEstimate } from '../truth/judgement/estimate.ts';
import { expectedAnswer } from '../truth/judgement/expected.ts';
import { judge, UNMODELLED_TOLERANCE } from '../truth/judgement/judge.ts';
import type { PointTruth } from '../truth/point-truth.ts';
import { testSeeds } from '../truth/seeds.ts';
import { NOBODY_WROTE_ONE, type WrittenProblem } from '../written/function.ts';

/** The truth, or why there is none. */
export type Truth = { readonly point: PointTruth } | { readonly reason: string };

/** The answer of a method, or the reason why there is none; and the number of operations, where they can be counted. */
export interface MethodAnswer {
  readonly method: string;
  readonly answer?: Float64Array;
  /** Why the answer is wrong, if it is. */
  readonly wrong?: string;
  /** How the answer, which is as good as others of its kind, betrays what its method says of its error. */
  readonly overclaim?: string;
  /** Why there is no answer. */
  readonly failure?: Failure;
  /** Operations, and those of the function itself. */
  readonly operations?: number;
  readonly ofFunction?: number;
}

/** A form of the function or its derivative, and its size or why it has none. */
export interface FormSize {
  readonly request: ExpressionRequest;
  readonly size?: ExpressionSize;
  readonly failure?: Failure;
}

/** Runs jobs on one function, each in a fork that is killed when its time is over. */
export interface Measurer {
  truth(order: 1 | 2): Promise<Truth>;
  answer(method: CatalogueMethod, operator: Operator, truth: Truth): Promise<MethodAnswer>;
  size(request: ExpressionRequest): Promise<FormSize>;
}

/** The truth may take longer than a method. */
const TRUTH_PATIENCE = 6;
const MEMORY_MB = 1024;

/** Measures of the function that was written down, each in at most `timeMs`. */
export function measurerOf(pool: ForkPool, problem: WrittenProblem, timeMs: number): Measurer {
  async function run<J extends Job>(job: J, time = timeMs) {
    let part: Parts[J['kind']] | undefined;
    const limits = { timeMs: time, memoryMb: MEMORY_MB };
    const failure = await pool.run(job, { limits, share: 'explain' }, (sent) => {
      part = sent;
    });
    return { part, failure };
  }

  async function operations(method: CatalogueMethod, operator: Operator): Promise<OperatorOperations | undefined> {
    const job = {
      kind: 'operations',
      problem,
      method: methodReference(method),
      operators: [operator],
      seed: 0,
    } as const;
    return (await run(job)).part;
  }

  return {
    async truth(order) {
      const first = await run({ kind: 'truth', problem, seed: 0 }, TRUTH_PATIENCE * timeMs);
      const point = first.part?.[0];
      if (!point) return { reason: first.failure?.reason ?? 'no answer' };
      if (order === 1) return { point };
      const second = await run({ kind: 'second-truth', problem, seed: 0 }, TRUTH_PATIENCE * timeMs);
      const found = second.part?.[0];
      return found ? { point: { ...point, second: found } } : { reason: second.failure?.reason ?? 'no answer' };
    },
    async answer(method, operator, truth) {
      const { definition } = method;
      const name = definition.name;
      if (definition.family === 'manual') return unsupported(name, NOBODY_WROTE_ONE);
      if (!definition.operators.includes(operator)) return unsupported(name, `it has no ${operator}`);
      const job = {
        kind: 'answers',
        problem,
        method: methodReference(method),
        operators: [operator],
        seed: 0,
      } as const;
      const { part, failure } = await run(job);
      const answer = part?.answers?.[0];
      const estimate = part?.estimates?.[0];
      if (!answer) {
        return { method: name, failure: part?.failure ?? failure ?? { outcome: 'error', reason: 'no answer' } };
      }
      const fault = faultOf({ answer, estimate }, operator, method, truth);
      const counted = await operations(method, operator);
      return {
        method: name,
        answer,
        ...fault,
        ...(counted?.count && {
          operations: operationsIn(counted.count.counts),
          ofFunction: operationsIn(counted.ofFunction),
        }),
      };
    },
    async size(request) {
      const { part, failure } = await run({ kind: 'expression', problem, request, seed: 0 });
      return { request, ...(part && { size: part }), ...(failure && { failure }) };
    },
  };
}

function unsupported(method: string, reason: string): MethodAnswer {
  return { method, failure: { outcome: 'unsupported', reason } };
}

/** An answer, with the errors that its method estimates of it, if it does. */
interface Estimated {
  readonly answer: Float64Array;
  readonly estimate: Float64Array | undefined;
}

/** The fault of the answer: by the truth, or by what its method estimates of itself alone. */
export function faultOf(
  { answer, estimate }: Estimated,
  operator: Operator,
  { definition }: CatalogueMethod,
  truth: Truth,
): Pick<MethodAnswer, 'wrong' | 'overclaim'> {
  if ('reason' in truth) return {};
  const { point } = truth;
  const seeds = testSeeds({ inputs: point.point.length, outputs: 1 });
  const expected = withEstimate(expectedAnswer(point, operator, definition, seeds), estimate);
  if (expected.exact.some(isBeyondDoubles)) {
    const isRounded = expected.exact.every((exact, i) => !isBeyondDoubles(exact) || answer[i] === exact.high);
    return isRounded ? {} : { wrong: 'not infinite, although the truth exceeds the largest double' };
  }
  const { outcome, reason, maxRelativeError, errorToBound } = judge([answer], [expected], definition.error);
  if (outcome === 'ok') return {};
  const said = reason ?? 'no reason is known';
  if (!expected.isEstimated || !(maxRelativeError <= UNMODELLED_TOLERANCE.truncation)) return { wrong: said };
  if (errorToBound === undefined || errorToBound <= 1) return { overclaim: said };
  return { overclaim: `exceeds its own stated error, ${errorToBound.toPrecision(2)} times; not wrong otherwise` };
}

/** The entries of the truth of an operator, and the ranges of those that a convention chose. */
export interface TrueEntries {
  readonly exact: readonly ExactNumber[];
  readonly ranges?: ExactRanges;
}

/** The entries of the truth of an operator; undefined where it is not known. */
export function entriesOf(truth: Truth, operator: 'gradient' | 'hessian'): TrueEntries | undefined {
  if ('reason' in truth) return undefined;
  const { jacobian, second } = truth.point;
  const exact = operator === 'gradient' ? jacobian[0] : second?.hessian?.flat();
  const ranges = operator === 'gradient' ? truth.point.ranges?.[0] : second?.ranges?.flat();
  return exact && { exact, ...(ranges && { ranges }) };
}
