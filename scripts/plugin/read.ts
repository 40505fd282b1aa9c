import type { Method } from '../../methods/method.ts';
import type { Instance, Problem } from '../../suites/problem.ts';
import { UsageError } from '../command/usage-error.ts';
import { firstFault, fits, type Schema } from '../tables/fault-of.ts';
import { METHOD, PROBLEM, SCALAR, VECTOR } from './schemas.ts';

/** The exports of a plug-in module: every export may be a method or a problem. */
export interface Plugin {
  readonly methods: readonly Method[];
  readonly problems: readonly Problem[];
}

/**
 * The methods and problems among the exports of a module.
 * @throws {UsageError} naming the field that is missing or wrong.
 */
export function readPlugin(module: Readonly<Record<string, unknown>>, file: string): Plugin {
  const methods: Method[] = [];
  const problems: Problem[] = [];
  for (const [exported, value] of Object.entries(module)) {
    if (typeof value !== 'object' || value === null) continue;
    const place = `${file}, export ${exported}`;
    if ('prepare' in value || 'operators' in value) methods.push(checked(METHOD, value, place));
    else if ('at' in value || 'sizes' in value) problems.push(checked(PROBLEM, value, place));
  }
  if (methods.length + problems.length === 0) {
    throw new UsageError(
      `${file} exports neither a method (an object with \`prepare\`) nor a problem (an object with \`at\`).`,
    );
  }
  return { methods, problems };
}

/**
 * Asks a problem for each of its sizes.
 * @throws {UsageError} naming the size at which it throws, or the field that is missing or wrong there.
 */
export function checkInstances(problem: Problem, file: string): void {
  const { name, sizes, quickSizes } = problem;
  for (const size of new Set([...sizes, ...quickSizes])) {
    let instance: Partial<Instance> | undefined;
    try {
      instance = problem.at(size);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UsageError(`${file}, problem ${name}: \`at\` throws at size ${size}: ${reason}.`);
    }
    const schema = instance?.kind === 'vector' ? VECTOR : SCALAR;
    if (!fits(schema, instance)) throw refusal(schema, instance, `${file}, problem ${name} at size ${size}`);
  }
}

/** The value itself, not a copy: it may be an instance of a class. */
function checked<T>(schema: Schema<T>, value: unknown, place: string): T {
  if (fits(schema, value)) return value;
  throw refusal(schema, value, place);
}

function refusal(schema: Schema<unknown>, value: unknown, place: string): UsageError {
  const fault = firstFault(schema, value);
  return new UsageError(
    `${place}: ${fault?.field === undefined ? 'it' : `the field \`${fault.field}\``} must be ${fault?.mustBe}.`,
  );
}
