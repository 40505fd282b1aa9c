import { type Method, OPERATORS } from '../../../methods/method.ts';
import type { Instance, Problem } from '../../../suites/problem.ts';
import { UsageError } from '../usage-error.ts';

/** What a plug-in module exports: every export may be a method or a problem. */
export interface Plugin {
  readonly methods: readonly Method[];
  readonly problems: readonly Problem[];
}

const FAMILIES = ['manual', 'numerical', 'symbolic', 'forward', 'reverse', 'primal'];
const NAME = /^[a-z0-9][a-z0-9-]*$/;

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
    if ('prepare' in value || 'operators' in value) methods.push(checkedMethod(value, place));
    else if ('at' in value || 'sizes' in value) problems.push(checkedProblem(value, place));
  }
  if (methods.length + problems.length === 0) {
    throw new UsageError(
      `${file} exports neither a method (an object with \`prepare\`) nor a problem (an object with \`at\`).`,
    );
  }
  return { methods, problems };
}

function checkedMethod(value: object, place: string): Method {
  const method = value as Readonly<Record<string, unknown>>;
  checkName(method, place);
  need(typeof method.prepare === 'function', place, 'prepare', 'a function');
  need(
    isListOf(method.operators, (o) => OPERATORS.some((name) => name === o)),
    place,
    'operators',
    `a list of ${OPERATORS.join(', ')}`,
  );
  need(
    FAMILIES.some((family) => family === method.family),
    place,
    'family',
    `one of ${FAMILIES.join(', ')}`,
  );
  need(
    method.count === undefined || typeof method.count === 'function',
    place,
    'count',
    'a function, where there is one',
  );
  need(method.error === 'rounding' || method.error === 'truncation', place, 'error', "'rounding' or 'truncation'");
  return value as Method; // every field was just checked
}

function checkedProblem(value: object, place: string): Problem {
  const problem = value as Readonly<Record<string, unknown>>;
  checkName(problem, place);
  need(typeof problem.at === 'function', place, 'at', 'a function');
  const isSize = (n: unknown) => Number.isInteger(n) && Number(n) > 0;
  need(isListOf(problem.sizes, isSize), place, 'sizes', 'a list of whole numbers above 0');
  need(
    isEmpty(problem.quickSizes) || isListOf(problem.quickSizes, isSize),
    place,
    'quickSizes',
    'a list of whole numbers above 0',
  );
  for (const field of ['citation', 'purpose']) need(typeof problem[field] === 'string', place, field, 'a text');
  need(typeof problem.smooth === 'boolean', place, 'smooth', 'true or false');
  return value as Problem; // every field was just checked
}

/**
 * Asks a problem for each of its sizes.
 * @throws {UsageError} naming the size at which it throws, or the field that is missing or wrong there.
 */
export function checkInstances(problem: Problem, file: string): void {
  const { name, sizes, quickSizes } = problem;
  for (const size of new Set([...sizes, ...quickSizes])) {
    const place = `${file}, problem ${name} at size ${size}`;
    let instance: Partial<Instance> | undefined;
    try {
      instance = problem.at(size);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UsageError(`${file}, problem ${name}: \`at\` throws at size ${size}: ${reason}.`);
    }
    const { kind, inputs, outputs, evaluate, byHand, points } = instance ?? {};
    need(kind === 'scalar' || kind === 'vector', place, 'kind', "'scalar' or 'vector'");
    need(Number.isInteger(inputs) && Number(inputs) > 0, place, 'inputs', 'a whole number above 0');
    need(Number.isInteger(outputs) && Number(outputs) > 0, place, 'outputs', 'a whole number above 0');
    need(kind === 'vector' || outputs === 1, place, 'outputs', '1 where `kind` is scalar');
    for (const [field, value] of Object.entries({ evaluate, points })) {
      need(typeof value === 'function', place, field, 'a function');
    }
    const wanted = kind === 'scalar' ? ['value', 'gradient'] : ['values', 'jacobian'];
    const own: Readonly<Record<string, unknown>> = { ...byHand };
    need(
      wanted.every((field) => typeof own[field] === 'function'),
      place,
      'byHand',
      `an object with the functions ${wanted.join(' and ')}`,
    );
    need(
      own.hessian === undefined || typeof own.hessian === 'function',
      place,
      'byHand.hessian',
      'a function, or left out',
    );
  }
}

function checkName(value: Readonly<Record<string, unknown>>, place: string): void {
  const { name, title } = value as { name?: unknown; title?: unknown };
  need(typeof name === 'string' && NAME.test(name), place, 'name', 'a text of small letters, digits and hyphens');
  need(typeof title === 'string', place, 'title', 'a text');
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isListOf(value: unknown, isMember: (member: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isMember);
}

function need(holds: boolean, place: string, field: string, what: string): void {
  if (!holds) throw new UsageError(`${place}: the field \`${field}\` must be ${what}.`);
}
