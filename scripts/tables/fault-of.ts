/** Faults of a value that others wrote, in words. */
import * as v from 'valibot';

/** A schema without promises. */
export type Schema<T> = v.GenericSchema<unknown, T>;

type Entries = Readonly<Record<string, v.GenericSchema>>;

/** An object that has these fields, and may have more. The words say what it must be. */
export function objectWith<const E extends Entries>(entries: E, words = 'an object') {
  const message = (issue: v.LooseObjectIssue) => {
    const key = issue.path?.at(-1)?.key;
    return typeof key === 'string' && Object.hasOwn(entries, key) ? wordsOf(entries[key]) : words;
  };
  return v.pipe(
    v.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), words),
    v.looseObject(entries, message),
  );
}

/** The values that a schema allows, in words. */
function wordsOf(schema: v.GenericSchema | undefined): string {
  return schema !== undefined && 'message' in schema && typeof schema.message === 'string' ? schema.message : 'there';
}

/** A fault of a value. */
export interface Fault {
  /** The field that is wrong, with those around it; undefined where it is the value itself. */
  readonly field: string | undefined;
  /** The values that are allowed. */
  readonly mustBe: string;
}

/** The first fault of a value; undefined where it fits the schema, whose messages say what its parts must be. */
export function firstFault(schema: Schema<unknown>, value: unknown): Fault | undefined {
  const [issue] = v.safeParse(schema, value, { abortEarly: true }).issues ?? [];
  return issue && { field: v.getDotPath(issue) ?? undefined, mustBe: issue.message };
}

/** The first fault as the end of a sentence; undefined where the value fits. */
export function faultOf(schema: Schema<unknown>, value: unknown): string | undefined {
  const fault = firstFault(schema, value);
  return fault && `${fault.field === undefined ? 'it' : `its field \`${fault.field}\``} must be ${fault.mustBe}`;
}

/** Whether a value fits the schema. */
export function fits<T>(schema: Schema<T>, value: unknown): value is T {
  return v.is(schema, value);
}
