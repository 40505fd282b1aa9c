import type { ScalarFunction } from '../../../methods/method.ts';
import { reverseTape } from '../../../methods/reverse-tape.ts';
import { seededRandom } from '../../../suites/random.ts';
import { expressionForms } from '../expression-size/forms.ts';
import { graphForm } from '../expression-size/graph-forms.ts';
import type { ExpressionRequest, ExpressionSize } from '../expression-size/request.ts';
import type { ExpressionJob } from './job.ts';
import { loadInstance } from './load.ts';

/** Longer expressions are not kept as text. */
const LONGEST_TEXT = 200;

/** The size of the expression that the job asks for. */
export async function expressionJob(
  { problem, request, seed }: ExpressionJob,
  send: (part: ExpressionSize) => void,
): Promise<void> {
  const instance = await loadInstance(problem);
  if (instance.kind !== 'scalar') throw new Error('expressions are measured of scalar functions');
  const { text, ...measures } = sizeOf(instance, request, instance.points(seededRandom(seed))[0]!);
  send({ ...measures, ...(text !== undefined && text.length <= LONGEST_TEXT && { text }) });
}

function sizeOf(f: ScalarFunction, request: ExpressionRequest, point: Float64Array): ExpressionSize {
  switch (request.form) {
    case 'tape':
      return tapeSize(f, point);
    case 'graph-raw':
    case 'graph-shared':
    case 'graph-simplified':
      return graphForm(f, request.form, request.of);
    default: {
      const { derive_ns: deriveNs, ...measures } = expressionForms(f, request.form, request.of);
      return { ...measures, deriveNs };
    }
  }
}

/** What reverse mode records for one gradient. */
function tapeSize(f: ScalarFunction, point: Float64Array): ExpressionSize {
  const operators = reverseTape.prepare(f);
  const start = performance.now();
  operators.gradient!(point, new Float64Array(f.inputs));
  const deriveNs = Math.round((performance.now() - start) * 1e6);
  const { tapeNodes = 0, tapeEdges = 0 } = operators.cost!();
  return { nodes: tapeNodes, edges: tapeEdges, deriveNs };
}
