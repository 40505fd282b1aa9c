import type { TableColumns } from '../../../tables/tables.ts';
import { MAX_HESSIAN_INPUTS } from '../../../truth/second-order.ts';
import type { Cells, Experiment } from '../../plan/experiment.ts';
import { isAsked, type SizedProblem, sizedName } from '../../plan/plan.ts';
import { createKnownFailures, limitsFor, patient, type RunContext } from '../../plan/run-context.ts';
import { NO_FORK_MS } from '../../plan/task-weight.ts';
import { GRAPH_FORMS, GRAPH_SUBJECTS } from './graph-forms.ts';
import type { ExpressionRequest, ExpressionSize } from './request.ts';

/**
 * The suites whose expressions are measured without being asked for: the logistic map in full, and gradients that grow
 * with n.
 */
const SUITES: readonly string[] = ['lecture', 'logistic-map', 'helmholtz', 'speelpenning'];

const REQUESTS: readonly ExpressionRequest[] = [
  { form: 'raw', of: 'function' },
  { form: 'raw', of: 'derivative' },
  { form: 'simplified', of: 'function' },
  { form: 'simplified', of: 'derivative' },
  { form: 'tape', of: 'derivative' },
  ...GRAPH_FORMS.flatMap((form) => GRAPH_SUBJECTS.map((of) => ({ form, of }))),
];
/** Of a vector-valued function no Hessian is measured. */
const VECTOR_REQUESTS = REQUESTS.filter(({ of }) => of !== 'hessian');
/** Only the logistic map is a polynomial of one variable. */
const POLYNOMIAL_REQUESTS: readonly ExpressionRequest[] = [
  { form: 'polynomial', of: 'function' },
  { form: 'polynomial', of: 'derivative' },
];

/**
 * All graphs and tapes may be made in one fork, and all trees in another; those of a plug-in, which may change what all
 * share, in two of its own.
 */
function sequenceOf({ plugin }: SizedProblem, request: ExpressionRequest): string {
  const kind = isBounded(request) ? 'graphs' : 'trees';
  return plugin === undefined ? kind : `${kind} of ${plugin}`;
}

/**
 * Size of every form of every such function, of scalar ones only unless asked, and of its derivative: a case for each.
 */
export const expressionSizeExperiment: Experiment<TableColumns['expressionSize']> = {
  harness: 'size',
  label: 'expression size',
  takes: 'functions, as mathjs, a tape or a graph can hold them',
  needsTruth: false,
  cases(context) {
    // Apart from the run's: simplifying fails where deriving does not.
    const failures = createKnownFailures(context.effort);
    return context.problems
      .filter((problem) => isAsked(context, problem) || isUsual(problem))
      .flatMap((problem) =>
        requestsFor(problem).map((request, k) => ({
          name: `${sizedName(problem)} ${request.form}`,
          problem: problem.reference,
          part: k,
          weight: weightOf(problem, request, failures),
          sequence: sequenceOf(problem, request),
          isThere: (table) => table.has(keysOf(problem, request)),
          measure: async () => [await measure(context, problem, request, failures)],
        })),
      );
  },
};

function isUsual({ reference, instance }: SizedProblem): boolean {
  return SUITES.includes(reference.suite) && instance.kind === 'scalar';
}

function requestsFor({ reference, instance }: SizedProblem): readonly ExpressionRequest[] {
  if (instance.kind === 'vector') return VECTOR_REQUESTS;
  if (reference.suite !== 'logistic-map') return REQUESTS;
  const written: ExpressionRequest = { form: 'lecture', of: 'derivative', n: reference.size };
  return [...REQUESTS, ...POLYNOMIAL_REQUESTS, ...(reference.problem === 'factored' ? [written] : [])];
}

function keysOf({ reference }: SizedProblem, { form, of }: ExpressionRequest) {
  return { suite: reference.suite, problem: reference.problem, n: reference.size, form, of };
}

async function measure(
  context: RunContext,
  problem: SizedProblem,
  request: ExpressionRequest,
  failures: RunContext['knownFailures'],
): Promise<Cells<TableColumns['expressionSize']>> {
  if (request.of === 'hessian' && problem.instance.inputs > MAX_HESSIAN_INPUTS) {
    const reason = `a Hessian of more than ${MAX_HESSIAN_INPUTS} inputs is not laid out`;
    return { ...keysOf(problem, request), outcome: 'skipped', reason };
  }
  const what = `${request.form} ${request.of}`;
  let size: ExpressionSize | undefined;
  const failure =
    failures.find(problem, what) ??
    (await context.pool.run(
      { kind: 'expression', problem: problem.reference, request, seed: context.seed },
      { limits: limitsOf(context, request), share: sequenceOf(problem, request) },
      (part) => {
        size = part;
      },
    ));
  if (failure) failures.add(problem, what, failure);
  const result = failure ?? { outcome: 'ok', ...cellsOf(size!) };
  return { ...keysOf(problem, request), ...result };
}

/** Expected time of a form, ms: none where it is known to fail, the most where it is simplified. */
function weightOf(
  problem: SizedProblem,
  { form, of }: ExpressionRequest,
  failures: RunContext['knownFailures'],
): number {
  if (failures.find(problem, `${form} ${of}`)) return NO_FORK_MS;
  return form === 'simplified' ? 120 : form === 'raw' ? 60 : 15;
}

/** Expressions may explode, written out or expanded; tapes and graphs may not. */
function limitsOf({ effort }: RunContext, request: ExpressionRequest) {
  return isBounded(request) ? patient(effort) : limitsFor(effort, { mayExplode: 'expressions' });
}

function isBounded({ form }: ExpressionRequest): boolean {
  return form === 'tape' || form.startsWith('graph');
}

function cellsOf({ deriveNs, ...measures }: ExpressionSize) {
  return { ...measures, derive_ns: deriveNs };
}
