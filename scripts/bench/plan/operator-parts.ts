import type { Operator } from '../../../methods/method.ts';
import type { Failure } from '../process/job.ts';
import type { RunOptions } from '../process/pool.ts';
import type { CatalogueMethod } from './catalogue.ts';
import { methodReference, type SizedProblem, sharedFork } from './plan.ts';
import { limitsFor, type RunContext } from './run-context.ts';

/** Operators of a method on a problem, which a fork is asked for. */
export interface OperatorRequest {
  readonly context: RunContext;
  readonly problem: SizedProblem;
  readonly method: CatalogueMethod;
  readonly operators: readonly Operator[];
  /** The name under which a failure of all is known to the rest of the run. */
  readonly failsAs: string;
}

/** The parts that came, by operator, and why others did not. What is known to fail is not asked again. */
export async function operatorParts<P extends { readonly operator: Operator }>(
  { context, problem, method, operators, failsAs }: OperatorRequest,
  ask: (job: ReturnType<typeof jobOf>, options: RunOptions, onPart: (part: P) => void) => Promise<Failure | undefined>,
): Promise<{ readonly parts: ReadonlyMap<string, P>; readonly failure?: Failure | undefined }> {
  const parts = new Map<string, P>();
  const { knownFailures, effort } = context;
  if (operators.length === 0) return { parts };
  const known = knownFailures.find(problem, method.method) ?? knownFailures.find(problem, failsAs);
  if (known) return { parts, failure: known };
  const options = { limits: limitsFor(effort, method.definition), share: sharedFork(problem, method) };
  const job = jobOf(context, problem, method, operators);
  const failure = await ask(job, options, (part) => parts.set(part.operator, part));
  // a method that answered one operator and failed in another has not failed in all
  if (failure && parts.size === 0) knownFailures.add(problem, failsAs, failure);
  return { parts, failure };
}

function jobOf(
  { stepRule, seed }: RunContext,
  { reference }: SizedProblem,
  method: CatalogueMethod,
  operators: readonly Operator[],
) {
  return { problem: reference, method: methodReference(method), operators, stepRule, seed };
}
