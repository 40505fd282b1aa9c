import type { Differentiable } from '../../../../methods/method.ts';
import { reverseTape } from '../../../../methods/reverse-tape.ts';
import { seededRandom } from '../../../../suites/random.ts';
import { loadInstance } from '../../reference/load-problem.ts';
import type { JobProblem } from '../../reference/reference.ts';
import { expressionForms } from './forms.ts';
import { graphForm } from './graph-forms.ts';
import { lectureForm } from './lecture-form.ts';
import { relativeError } from './relative-error.ts';
import type { ExpressionRequest, ExpressionSize } from './request.ts';

/** The size of one expression, or of a tape. */
export interface ExpressionJob {
  readonly kind: 'expression';
  readonly problem: JobProblem;
  readonly request: ExpressionRequest;
  readonly seed: number;
}

declare module '../../process/job.ts' {
  interface Jobs {
    expression: ExpressionJob;
  }
  interface Parts {
    expression: ExpressionSize;
  }
}

/** Longer expressions are not kept as text. */
const LONGEST_TEXT = 200;

/**
 * Functions of one variable, of which every form is a polynomial: here the shortest form can be held against the most
 * accurate one.
 */
const JUDGED_SUITE = 'logistic-map';

/**
 * Deriving that takes less than this, ns, is done `REPEATED` times more: the first may be ten times as long in a
 * process that derived nothing before.
 */
const SHORT_NS = 2e6;
const REPEATED = 3;

/** The size of the expression that the job asks for. */
export async function expressionJob(
  { problem, request, seed }: ExpressionJob,
  send: (part: ExpressionSize) => void,
): Promise<void> {
  const instance = await loadInstance(problem);
  const judged = 'suite' in problem && problem.suite === JUDGED_SUITE;
  const point = instance.points(seededRandom(seed))[0]!;
  const { text, ...measures } = sizeOf(instance, request, point, judged);
  const deriveNs = shortest(measures.deriveNs, () => sizeOf(instance, request, point, false).deriveNs);
  send({ ...measures, deriveNs, ...(text !== undefined && text.length <= LONGEST_TEXT && { text }) });
}

/** The shortest time, with some more where the first is short. */
export function shortest(first: number, again: () => number): number {
  if (first === 0 || first >= SHORT_NS) return first;
  return Math.min(first, ...Array.from({ length: REPEATED }, again));
}

/** The size, and if the form is to be judged how accurate a derivative it is. */
function sizeOf(f: Differentiable, request: ExpressionRequest, point: Float64Array, judged: boolean): ExpressionSize {
  switch (request.form) {
    case 'tape':
      return tapeSize(f, point);
    case 'graph-raw':
    case 'graph-shared':
    case 'graph-simplified':
      return graphForm(f, request.form, request.of);
    default: {
      const form = request.form === 'lecture' ? lectureForm(request.n) : expressionForms(f, request.form, request.of);
      const { derive_ns: deriveNs, evaluate, ...measures } = form;
      const size = { ...measures, deriveNs };
      if (!judged || request.of === 'function' || f.kind === 'vector') return size;
      return { ...size, relative_error: relativeError(evaluate(point), f, point) };
    }
  }
}

/** Size of the tape that reverse mode records for one gradient or Jacobian. */
function tapeSize(f: Differentiable, point: Float64Array): ExpressionSize {
  const operators = reverseTape.prepare(f);
  const start = performance.now();
  if (f.kind === 'scalar') operators.gradient!(point, new Float64Array(f.inputs));
  else operators.jacobian!(point, new Float64Array(f.outputs * f.inputs));
  const deriveNs = Math.round((performance.now() - start) * 1e6);
  const { tapeNodes = 0, tapeEdges = 0 } = operators.cost!();
  return { nodes: tapeNodes, edges: tapeEdges, deriveNs };
}
