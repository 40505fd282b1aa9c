import { availableParallelism } from 'node:os';
import { createForkPool } from '../bench/process/pool.ts';
import { UsageError } from '../command/usage-error.ts';
import type { Section } from '../report/content/parts.ts';
import { type Evaluation, evaluationOf } from '../trace/evaluation.ts';
import { functionLetter, lettersBeside } from '../trace/letters.ts';
import { isBeyondDoubles } from '../truth/exact-number.ts';
import { powerOfNoPositive, writtenInstance } from '../written/function.ts';
import { cancellationsOf } from './cancellation.ts';
import { infiniteSlope, kinksOf, pointInWords, whyNoPower, whyNoValue } from './domain.ts';
import { entriesOf, type FormSize, type Measurer, type MethodAnswer, measurerOf, type Truth } from './measure.ts';
import type { ExplainRequest } from './request.ts';
import { sectionsOf } from './sections.ts';

/** Forks at a time: enough that one that hangs leaves the others their way. */
const FORKS = Math.max(2, Math.min(4, availableParallelism()));

/**
 * Differentiates the function by every method, each in a process that can be killed, and explains how.
 * @throws {UsageError} where it has no value or no finite derivative at the point.
 */
export async function explain(request: ExplainRequest, timeMs: number): Promise<Section[]> {
  const { expression, variables, point, order, remake } = request;
  const instance = writtenInstance(request);
  const evaluation = evaluationOf(instance, point, undefined, lettersBeside(variables));
  const refuse = (reason: string) =>
    new UsageError(`${expression} has no derivative at ${pointInWords(variables, point)}: ${reason}.`);
  const power = powerOfNoPositive(request);
  const reason = power ? whyNoPower(power) : whyNoValue(evaluation);
  if (reason !== undefined) throw refuse(reason);
  const infinite = infiniteSlope(evaluation);
  const pool = createForkPool(FORKS);
  try {
    const measurer = measurerOf(pool, { expression, point }, timeMs);
    const truth = measurer.truth(order);
    if (infinite !== undefined && !isDifferentiable(await truth)) throw refuse(infinite);
    const [gradient, hessian, sizes] = await Promise.all([
      answers(measurer, request, 'gradient', truth),
      order === 2 ? answers(measurer, request, 'hessian', truth) : [],
      sizesOf(measurer, order),
    ]);
    const found = await truth;
    const noTruth = 'reason' in found ? [`The truth could not be computed: ${found.reason}.`] : [];
    return sectionsOf({
      request,
      traced: { inputs: variables, evaluation, remake },
      value: evaluation.quantity(evaluation.graph.outputs[0]!).value,
      warnings: [
        ...warningsOf(evaluation, functionLetter(variables), infinite, found),
        ...cancellationsOf(evaluation),
        ...noTruth,
      ],
      gradient,
      exactGradient: entriesOf(found, 'gradient'),
      hessian,
      exactHessian: entriesOf(found, 'hessian'),
      sizes,
    });
  } finally {
    pool.close();
  }
}

/** Whether there is a gradient, of numbers that doubles may be too small for. */
function isDifferentiable(truth: Truth): boolean {
  return (
    'point' in truth && truth.point.jacobian[0]!.every((entry) => Number.isFinite(entry.high) || isBeyondDoubles(entry))
  );
}

/** Answers of the rules at the point, and the derivatives that exist nevertheless. */
function warningsOf(evaluation: Evaluation, f: string, infinite: string | undefined, truth: Truth): string[] {
  const kinks = kinksOf(evaluation);
  if ('reason' in truth) return kinks;
  const { ranges, isOneSided } = truth.point;
  const slopes = infinite === undefined ? [] : [`On its way ${infinite}, so that no rule has the derivative.`];
  const isKnown = ranges === undefined && isDifferentiable(truth) && kinks.length + slopes.length > 0;
  const all = `Yet ${f} has a derivative there: the truth is what its slopes beside the point tend to, from every side alike.`;
  const some = `Yet ${f} has a derivative to one side, where it has values: the truth is what its slopes tend to there.`;
  return [...kinks, ...slopes, ...(isKnown ? [isOneSided ? some : all] : [])];
}

function answers(
  measurer: Measurer,
  { methods, isChosen }: ExplainRequest,
  operator: 'gradient' | 'hessian',
  truth: Promise<Truth>,
): Promise<MethodAnswer[]> {
  const asked = methods.filter(({ definition }) => isChosen || definition.operators.includes(operator));
  return Promise.all(asked.map(async (method) => measurer.answer(method, operator, await truth)));
}

function sizesOf(measurer: Measurer, order: 1 | 2): Promise<FormSize[]> {
  return Promise.all([
    measurer.size({ form: 'graph-simplified', of: 'function' }),
    measurer.size({ form: 'graph-simplified', of: 'derivative' }),
    ...(order === 2 ? [measurer.size({ form: 'graph-simplified', of: 'hessian' })] : []),
    measurer.size({ form: 'raw', of: 'function' }),
    measurer.size({ form: 'raw', of: 'derivative' }),
    measurer.size({ form: 'simplified', of: 'derivative' }),
    measurer.size({ form: 'tape', of: 'derivative' }),
  ]);
}
