/**
 * The derivative written by hand is the measure of exact methods: the rounding bound may allow more, and excuse what a
 * better formula avoids. A test, not a judgement of rows: `ok` still means within the bound.
 */
import { describe, expect, it } from 'vitest';
import { bindOperator } from '../scripts/truth/bind.ts';
import { expectedAnswer } from '../scripts/truth/judgement/expected.ts';
import { judge } from '../scripts/truth/judgement/judge.ts';
import { pointTruth } from '../scripts/truth/point-truth.ts';
import { secondOrderTruth } from '../scripts/truth/second-order.ts';
import { testSeeds } from '../scripts/truth/seeds.ts';
import { suites } from '../suites/index.ts';
import { type Instance, scalar } from '../suites/problem.ts';
import { seededRandom } from '../suites/random.ts';
import { methods } from './index.ts';
import { type Method, type Operator, Unsupported } from './method.ts';

const SEED = 20201;
/** Suites whose truths take little time. */
const SUITES = ['logistic-map', 'scalar', 'step-size'];
const MOST_INPUTS = 4;
/**
 * How many times the error by hand, and one ulp, an exact method may be off. Of all suites and sizes the largest factor
 * is 5.3.
 */
const FACTOR = 8;

/**
 * Functions that cancel as they are written, by problem: a method differentiates that, while the one by hand is
 * rewritten so that nothing does.
 */
const REWRITTEN = [
  'scalar/cosine-cancellation',
  'scalar/hyperbolic-quotient',
  'scalar/multiple-root',
  'scalar/square-root-difference',
  'step-size/shi-quartic',
];
/** Where no digit is left by hand either. */
const LOST = ['scalar/logistic-chaos'];

const all = await Promise.all(Object.values(methods).map((load) => load()));
const manual = all.find(({ name }) => name === 'manual')!;
/**
 * One of each kind; others of the kind do the same operations. Symbolic methods follow mathjs's rules: what those lose
 * is announced.
 */
const exact = all.filter(({ name }) =>
  ['forward', 'reverse-tape', 'reverse-graph-javascript', 'complex-step'].includes(name),
);

const problems: [string, Instance][] = [];
for (const key of SUITES) {
  const suite = await suites[key]!();
  for (const problem of suite.problems.filter(({ smooth }) => smooth)) {
    const f = problem.at(problem.sizes[0]!);
    const name = `${suite.name}/${problem.name}`;
    if (f.inputs <= MOST_INPUTS && !LOST.includes(name)) problems.push([name, f]);
  }
}

/** The logarithm of a sum of exponentials, far away from 0, with weights in which x - y stands and not x - f. */
const largeExponents = scalar({
  inputs: 2,
  evaluate: (A, x) => A.logSumExp(x),
  byHand: {
    value: ([x, y]) => Math.max(x!, y!) + Math.log1p(Math.exp(-Math.abs(x! - y!))),
    gradient([x, y], out) {
      out[0] = 1 / (1 + Math.exp(y! - x!));
      out[1] = 1 / (1 + Math.exp(x! - y!));
      return Math.max(x!, y!) + Math.log1p(Math.exp(-Math.abs(x! - y!)));
    },
    hessian([x, y], out) {
      const product = 1 / (1 + Math.exp(y! - x!)) / (1 + Math.exp(x! - y!));
      out.set([product, -product, -product, product]);
    },
  },
  points: () => [1e10, 1e16].map((x) => Float64Array.of(x, x)),
});

/** The largest factor of an exact method, and which it was. */
function worstFactor(f: Instance): { readonly factor: number; readonly what: string } {
  const seeds = testSeeds(f);
  const truths = f
    .points(seededRandom(SEED))
    .slice(0, 2)
    .map((x) => ({ ...pointTruth(f, x), second: f.kind === 'scalar' ? secondOrderTruth(f, x) : undefined }));
  const ulpsOf = (method: Method, operator: Operator) => {
    const { call, out } = bindOperator(f, method.prepare(f), operator, seeds);
    const answers = truths.map(({ point }) => {
      call(point.slice());
      return out.slice();
    });
    const expected = truths.map(({ second, ...truth }) =>
      expectedAnswer(second ? { ...truth, second } : truth, operator, method, seeds),
    );
    return judge(answers, expected, method.error).maxUlps;
  };
  let worst = { factor: 0, what: 'none' };
  for (const operator of ['gradient', 'jacobian', 'hessian'] as const) {
    try {
      const byHand = ulpsOf(manual, operator); // without an operator by hand there is no measure
      for (const method of exact.filter(({ operators }) => operators.includes(operator))) {
        const ulps = ulpsOf(method, operator);
        const factor = ulps / (1 + byHand);
        if (!(factor <= worst.factor))
          worst = { factor, what: `${operator} by ${method.name}: ${ulps}, by hand ${byHand}` };
      }
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
    }
  }
  return worst;
}

describe('exact methods are about as good as derivatives by hand', () => {
  it.each([...problems, ['log(e^x + e^y) at large x = y', largeExponents] as const])('on %s', (name, f) => {
    const { factor, what } = worstFactor(f);
    if (REWRITTEN.includes(name)) expect(factor, what).toBeGreaterThan(FACTOR);
    else expect(factor, what).toBeLessThanOrEqual(FACTOR);
  });
});
