/** Whether what problems announce comes true: what is announced of gradients and products, where one sweep is cheap. */
import { expect, it } from 'vitest';
import { methods } from '../../methods/index.ts';
import { nested } from '../../suites/logistic-map/nested.ts';
import type { Problem } from '../../suites/problem.ts';
import { seededRandom } from '../../suites/random.ts';
import { scalars } from '../../suites/scalar/index.ts';
import { stepSizes } from '../../suites/step-size/index.ts';
import { bindOperator, estimateOf } from './fork/bind.ts';
import { withEstimate } from './judgement/estimate.ts';
import { expectedAnswer } from './judgement/expected.ts';
import { judge } from './judgement/judge.ts';
import { pointTruth } from './truth/point-truth.ts';
import { secondOrderTruth } from './truth/second-order.ts';
import { testSeeds } from './truth/seeds.ts';

const announcing = [...scalars.problems, ...stepSizes.problems, nested].filter(({ expectWrong }) => expectWrong);

async function outcomesOf(problem: Problem, size: number): Promise<string[]> {
  const f = problem.at(size);
  const seeds = testSeeds(f);
  const truths = f.points(seededRandom(1)).map((x) => ({ ...pointTruth(f, x), second: secondOrderTruth(f, x) }));
  const about = problem.expectWrong!.filter(
    ({ sizes, steps, atSomePoints }) => !steps && !atSomePoints && (sizes?.includes(size) ?? true),
  );
  const found: string[] = [];
  for (const announced of about) {
    for (const name of announced.methods) {
      const method = await methods[name]!();
      const operators = method.prepare(f);
      for (const operator of announced.operators.filter((each) => method.operators.includes(each))) {
        const { call, out } = bindOperator(f, operators, operator, seeds);
        const judged = truths.map((truth) => {
          call(truth.point.slice());
          const estimate = method.estimatesError && estimateOf(operators, operator, out.length);
          return {
            answer: out.slice(),
            expected: withEstimate(expectedAnswer(truth, operator, method, seeds), estimate),
          };
        });
        const { outcome } = judge(
          judged.map(({ answer }) => answer),
          judged.map(({ expected }) => expected),
          method.error,
        );
        found.push(`${name} ${operator} ${outcome}`);
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
