/** Whether what problems announce comes true: what is announced of gradients and products, where one sweep is cheap. */
import { expect, it } from 'vitest';
import { methods } from '../../../methods/index.ts';
import type { Method, Operator } from '../../../methods/method.ts';
import { QUOTIENTS } from '../../../suites/expected-wrong.ts';
import { nested } from '../../../suites/logistic-map/nested.ts';
import type { Instance, Problem } from '../../../suites/problem.ts';
import { seededRandom } from '../../../suites/random.ts';
import { highFrequency } from '../../../suites/scalar/high-frequency.ts';
import { scalars } from '../../../suites/scalar/index.ts';
import { saturated } from '../../../suites/scalar/saturated.ts';
import { stepSizes } from '../../../suites/step-size/index.ts';
import { sine } from '../../../suites/step-size/sine.ts';
import { bindOperator, estimateOf } from '../../truth/bind.ts';
import { withEstimate } from '../../truth/judgement/estimate.ts';
import { expectedAnswer } from '../../truth/judgement/expected.ts';
import { judge } from '../../truth/judgement/judge.ts';
import { pointTruth } from '../../truth/point-truth.ts';
import { secondOrderTruth } from '../../truth/second-order.ts';
import { testSeeds } from '../../truth/seeds.ts';
import { openCatalogue } from '../plan/catalogue.ts';
import { failedRows } from './unexpected.ts';

const announcing = [...scalars.problems, ...stepSizes.problems, nested].filter(({ expectWrong }) => expectWrong);

/** Truths are alike for all methods. */
function truthsOf(f: Instance) {
  return f.points(seededRandom(1)).map((x) => ({ ...pointTruth(f, x), second: secondOrderTruth(f, x) }));
}

/** The outcome of a method's answers, each multiplied by `factor`. */
function outcomeOf(
  f: Instance,
  truths: ReturnType<typeof truthsOf>,
  method: Method,
  operator: Operator,
  factor = 1,
): string {
  const seeds = testSeeds(f);
  const operators = method.prepare(f);
  const { call, out } = bindOperator(f, operators, operator, seeds);
  const judged = truths.map((truth) => {
    call(truth.point.slice());
    const estimate = method.estimatesError && estimateOf(operators, operator, out.length);
    const answer = out.map((entry) => factor * entry);
    return { answer, expected: withEstimate(expectedAnswer(truth, operator, method, seeds), estimate) };
  });
  const answers = judged.map(({ answer }) => answer);
  return judge(
    answers,
    judged.map(({ expected }) => expected),
    method.error,
  ).outcome;
}

async function outcomesOf(problem: Problem, size: number): Promise<string[]> {
  const f = problem.at(size);
  const truths = truthsOf(f);
  const about = problem.expectWrong!.filter(
    ({ sizes, steps, atSomePoints }) => !steps && !atSomePoints && (sizes?.includes(size) ?? true),
  );
  const found: string[] = [];
  for (const announced of about) {
    for (const name of announced.methods) {
      const method = await methods[name]!();
      for (const operator of announced.operators.filter((each) => method.operators.includes(each))) {
        found.push(`${name} ${operator} ${outcomeOf(f, truths, method, operator)}`);
      }
    }
  }
  return found;
}

it.each(announcing)('$name is wrong where it is announced to be', async (problem) => {
  for (const size of problem.sizes) {
    for (const found of await outcomesOf(problem, size)) expect(`${size} ${found}`).toMatch(/ wrong$/);
  }
});

it('leaves differences that are three times too large to be seen in each suite, and a tanh that is seven times too large', async () => {
  const catalogue = await openCatalogue([], 'unused');
  const seen = async (suite: string, problem: Problem, name: string, size: number, factor: number) => {
    const f = problem.at(size);
    const outcome = outcomeOf(f, truthsOf(f), await methods[name]!(), 'gradient', factor);
    const row = { suite, problem: problem.name, method: name, operator: 'gradient', size, outcome, reason: undefined };
    return failedRows(catalogue, { accuracy: [row] }).unexpected.length > 0;
  };
  for (const name of QUOTIENTS) {
    expect(await seen('logistic-map', nested, name, 4, 3), name).toBe(true);
    expect(await seen('scalar', highFrequency, name, 1, 3), name).toBe(name !== 'central-difference-8'); // announced
    expect(await seen('step-size', sine, name, 1, 3), name).toBe(true);
  }
  expect(await seen('scalar', saturated, 'complex-step', 1, 7)).toBe(true);
  expect(await seen('logistic-map', nested, 'central-difference', 4, 1)).toBe(false);
});
