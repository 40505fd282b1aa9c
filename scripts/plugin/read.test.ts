import { describe, expect, it } from 'vitest';
import type { Method } from '../../methods/method.ts';
import { type Problem, scalar, vector } from '../../suites/problem.ts';
import { UsageError } from '../command/usage-error.ts';
import { checkInstances, readPlugin } from './read.ts';

const METHOD: Method = {
  name: 'm',
  title: 'M',
  family: 'numerical',
  error: 'truncation',
  difference: { order: 1, truncation: 0.5, weights: 2, stepAt: () => 1 },
  secondDifference: { of: 'function', order: 2, stepAt: () => 1 },
  mayExplode: 'it may',
  estimatesError: true,
  timed: 'on demand',
  generatesCode: true,
  operators: ['gradient'],
  prepare: () => ({}),
  count: () => () => {
    throw new Error('not counted');
  },
};

const INSTANCE = scalar({
  inputs: 1,
  evaluate: (_, [x]) => x!,
  byHand: { value: ([x]) => x!, gradient: ([x]) => x!, hessian: () => {} },
  points: () => [Float64Array.of(1)],
});

const PROBLEM: Problem = {
  name: 'p',
  title: 'P',
  citation: 'c',
  purpose: 'u',
  sizes: [1, 2],
  quickSizes: [],
  timed: { default: [1], quick: [], related: [2] },
  smooth: true,
  expectWrong: [
    { methods: ['m'], operators: ['gradient'], sizes: [1], steps: [1e-9, 1], atSomePoints: true, reason: 'it is' },
  ],
  interval: [0, 1],
  at: () => INSTANCE,
};

function problemOf(instance: object): Problem {
  // @ts-expect-error: the author of a plug-in may use no types
  return { ...PROBLEM, at: () => instance };
}

const MAY_LACK =
  /^(difference|secondDifference|mayExplode|estimatesError|timed|generatesCode|count|expectWrong|interval|timed\.related|byHand\.hessian)$/;

/** The fields of an object, and of objects in it. */
function fields(value: object): string[] {
  return Object.entries(value).flatMap(([name, inner]) => [
    name,
    ...(typeof inner === 'object' && !Array.isArray(inner) ? fields(inner).map((each) => `${name}.${each}`) : []),
  ]);
}

/** Copies the object with another value in a field. */
function changed(value: object, field: string, to: unknown): object {
  const [name = '', ...rest] = field.split('.');
  const inner: unknown = Reflect.get(value, name);
  return { ...value, [name]: rest.length > 0 && inner instanceof Object ? changed(inner, rest.join('.'), to) : to };
}

function refusal(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message;
  }
}

describe.each([
  ['method', METHOD, (value: object) => readPlugin({ own: value }, 'file')],
  ['problem', PROBLEM, (value: object) => readPlugin({ own: value }, 'file')],
  ['instance', INSTANCE, (value: object) => checkInstances(problemOf(value), 'file')],
])('a %s of a plug-in', (kind, whole: object, read) => {
  it('is taken with all its fields, and without those that it may lack', () => {
    expect(refusal(() => read(whole))).toBeUndefined();
    for (const field of fields(whole).filter((each) => MAY_LACK.test(each)))
      expect(
        refusal(() => read(changed(whole, field, undefined))),
        field,
      ).toBeUndefined();
  });

  it('is refused with the field that is missing or of another type', () => {
    for (const field of fields(whole))
      for (const value of [undefined, null, 0, -1, 0.5, {}, ['x'], Number.NaN]) {
        if (value === undefined && MAY_LACK.test(field)) continue;
        if (typeof value === 'number' && /order|truncation|weights/.test(field) && !Number.isNaN(value)) continue;
        const isPlace = kind === 'instance' ? 'file, problem p at size 1' : 'file, export own';
        expect(
          refusal(() => read(changed(whole, field, value))),
          `${field} ${JSON.stringify(value)}`,
        ).toMatch(
          new RegExp(`^(${isPlace}: the field \`${field.split('.')[0]}.*\` must be .*\\.|file exports neither .*)$`),
        );
      }
  });
});

describe('what a problem of a plug-in announces', () => {
  const announcing = (expectWrong: unknown) => refusal(() => readPlugin({ own: { ...PROBLEM, expectWrong } }, 'file'));
  const words =
    'file, export own: the field `expectWrong` must be a list of announcements, each an object with `methods`, `operators` and `reason`, and `sizes`, `steps` or `atSomePoints` where they narrow it.';

  it('may be nothing, or by methods and operators at every size', () => {
    expect(announcing([])).toBeUndefined();
    expect(announcing([{ methods: ['m'], operators: ['hvp'], reason: 'it is' }])).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['one object, as by older versions', { families: ['numerical'], reason: 'it is' }],
    ['one object in a list, by family', [{ families: ['numerical'], reason: 'it is' }]],
    ['no operator', [{ methods: ['m'], operators: [], reason: 'it is' }]],
    ['an unknown operator', [{ methods: ['m'], operators: ['slope'], reason: 'it is' }]],
    ['no reason', [{ methods: ['m'], operators: ['gradient'] }]],
    ['no size', [{ methods: ['m'], operators: ['gradient'], sizes: [], reason: 'it is' }]],
    ['one step', [{ methods: ['m'], operators: ['gradient'], steps: [1], reason: 'it is' }]],
  ])('is refused in one sentence for %s', (_, expectWrong) => {
    expect(announcing(expectWrong)).toBe(words);
  });
});

describe('a plug-in', () => {
  it('is what it exports itself, methods of classes included', () => {
    class Own {
      readonly name = 'own';
      readonly title = 'Own';
      readonly family = 'manual';
      readonly error = 'rounding';
      readonly operators = ['gradient'];
      prepare() {
        return {};
      }
    }
    const own = new Own();
    expect(readPlugin({ own, version: 3, nothing: null }, 'file').methods[0]).toBe(own);
  });

  it('whose instance is vector-valued has values and a Jacobian by hand', () => {
    const { byHand, ...rest } = vector({
      inputs: 1,
      outputs: 2,
      evaluate: (_, [x]) => [x!, x!],
      byHand: { values: () => {}, jacobian: () => {} },
      points: () => [],
    });
    const of = (hand: object) => refusal(() => checkInstances(problemOf({ ...rest, byHand: hand }), 'file'));
    expect(of(byHand)).toBeUndefined();
    expect(of({ value: () => 1, gradient: () => 1 })).toMatch(
      /`byHand` must be an object with the functions values and/,
    );
  });
});
