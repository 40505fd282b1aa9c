/** Schemas of a method and a problem of a plug-in. */
import * as v from 'valibot';
import { FAMILIES, type Method, OPERATORS } from '../../methods/method.ts';
import type { Problem } from '../../suites/problem.ts';
import { objectWith, type Schema } from '../tables/fault-of.ts';

const text = v.string('a text');
const name = v.pipe(
  v.string('a text of small letters, digits and hyphens'),
  v.regex(/^[a-z0-9][a-z0-9-]*$/, 'a text of small letters, digits and hyphens'),
);
const isFunction = (words: string) => v.custom<never>((value) => typeof value === 'function', words);
const oneOf = <const T extends readonly string[]>(names: T, words = `one of ${names.join(', ')}`) =>
  v.picklist(names, words);
const listOf = <T>(member: Schema<T>, words: string, least: 0 | 1 = 1) =>
  v.custom<readonly T[]>(
    (value) => Array.isArray(value) && value.length >= least && value.every((each) => v.is(member, each)),
    words,
  );
const ABSENT = v.custom<never>(() => true);
/** A field that may be left out, or undefined. */
const optional = <T>(schema: Schema<T>) =>
  v.exactOptional(v.lazy((value): Schema<T> => (value === undefined ? ABSENT : schema)));
const truth = v.literal(true, 'true, or left out');
const number = v.pipe(v.number('a number'), v.finite('a finite number'));
const whole = v.pipe(number, v.integer('a whole number'), v.minValue(1, 'a whole number above 0'));
const sizes = (least: 0 | 1) => listOf(whole, 'a list of whole numbers above 0', least);

/** A method. */
export const METHOD: Schema<Method> = objectWith({
  name,
  title: text,
  prepare: isFunction('a function'),
  operators: listOf(oneOf(OPERATORS), `a list of ${OPERATORS.join(', ')}`),
  family: oneOf(FAMILIES),
  count: optional(isFunction('a function, where there is one')),
  error: oneOf(['rounding', 'truncation'], "'rounding' or 'truncation'"),
  difference: optional(
    objectWith({ order: number, truncation: number, weights: number, stepAt: isFunction('a function') }),
  ),
  secondDifference: optional(
    objectWith({
      of: oneOf(['function', 'gradient']),
      order: v.picklist([1, 2], '1 or 2'),
      stepAt: isFunction('a function'),
    }),
  ),
  mayExplode: optional(text),
  estimatesError: optional(truth),
  timed: optional(oneOf(['at few sizes', 'on demand'])),
  generatesCode: optional(truth),
});

const range = v.strictTuple([number, number], 'a list of two numbers');

/** Rows that are announced to be wrong. */
const ANNOUNCEMENT = objectWith({
  methods: listOf(text, 'a list of texts'),
  operators: listOf(oneOf(OPERATORS), `a list of ${OPERATORS.join(', ')}`),
  sizes: optional(sizes(1)),
  atSomePoints: optional(truth),
  steps: optional(range),
  reason: text,
});

/** A problem, but for what it is at its sizes. */
export const PROBLEM: Schema<Problem> = objectWith({
  name,
  title: text,
  at: isFunction('a function'),
  sizes: sizes(1),
  quickSizes: sizes(0),
  citation: text,
  purpose: text,
  smooth: v.boolean('true or false'),
  timed: optional(objectWith({ default: sizes(0), quick: sizes(0), related: optional(sizes(0)) })),
  expectWrong: optional(
    listOf(
      ANNOUNCEMENT,
      'a list of announcements, each an object with `methods`, `operators` and `reason`, and `sizes`, `steps` or `atSomePoints` where they narrow it',
      0,
    ),
  ),
  interval: optional(range),
});

/** The schema of an instance of this kind. Its hand-written derivative has at least the functions `wanted`. */
function instance(kind: 'scalar' | 'vector', outputs: v.GenericSchema, wanted: readonly [string, string]) {
  return objectWith({
    kind: v.literal(kind, "'scalar' or 'vector'"),
    inputs: whole,
    outputs,
    evaluate: isFunction('a function'),
    points: isFunction('a function'),
    closedForm: optional(text),
    byHand: v.pipe(
      v.custom<object>(
        (value) => value instanceof Object && wanted.every((each) => typeof Reflect.get(value, each) === 'function'),
        `an object with the functions ${wanted.join(' and ')}`,
      ),
      objectWith({ hessian: optional(isFunction('a function, or left out')) }),
    ),
  });
}

/** A scalar problem at one of its sizes. */
export const SCALAR: Schema<unknown> = instance('scalar', v.literal(1, '1 where `kind` is scalar'), [
  'value',
  'gradient',
]);
/** A vector-valued problem at one of its sizes. */
export const VECTOR: Schema<unknown> = instance('vector', whole, ['values', 'jacobian']);
