/** Counts of the values that each strategy keeps as the computation gets longer. They are equal on every machine. */
import { describe, expect, it } from 'vitest';
import { leastForwardSteps } from '../../../../methods/checkpointing/binomial.ts';
import { Unsupported } from '../../../../methods/method.ts';
import { compareGradient, memoryVerdict } from './compare.ts';
import { type MemoryProblem, memoryProblems } from './problems.ts';
import type { Usage } from './request.ts';
import { strategies } from './strategies.ts';

const [iterated, training] = [problemNamed('iterated-neutral'), problemNamed('logistic-regression-long')];

function problemNamed(name: string): MemoryProblem {
  const problem = memoryProblems.find((each) => each.name === name);
  if (!problem) throw new Error(`there is no ${name}`);
  return problem;
}

/** Takes the gradient, which must be right. */
function usageOf(problem: MemoryProblem, length: number, strategy: string): Usage {
  const out = new Float64Array(problem.point.length);
  const usage = strategies[strategy]!.prepare(problem, length)(out);
  const { error, bound } = compareGradient(problem, length, out);
  expect(error, `${strategy} on ${problem.name} ${length}`).toBeLessThanOrEqual(bound);
  return usage;
}

/** By how much more is kept at each doubling of the length. */
function growth(problem: MemoryProblem, strategy: string, pick: (usage: Usage) => number): number[] {
  const kept = [50, 100, 200, 400].map((length) => pick(usageOf(problem, length, strategy)));
  return kept.slice(1).map((each, i) => each - kept[i]!);
}

describe('the memory of a tape', () => {
  it('grows by the same with every step of an iteration: 5 nodes and 6 edges, 172 bytes', () => {
    for (const strategy of ['reverse-tape', 'reverse-tape-sums']) {
      expect(growth(iterated, strategy, ({ values }) => values)).toEqual([5 * 50, 5 * 100, 5 * 200]);
      expect(growth(iterated, strategy, ({ bytes }) => bytes)).toEqual([172 * 50, 172 * 100, 172 * 200]);
    }
  });

  it('grows by the same with every term of a sum, unless the terms are reversed one by one', () => {
    // z, its logSumExp and an edge to the sum: 2 nodes, 5 + 2 + 1 edges
    expect(growth(training, 'reverse-tape', ({ bytes }) => bytes)).toEqual([136 * 50, 136 * 100, 136 * 200]);
    expect(growth(training, 'reverse-tape-sums', ({ bytes }) => bytes)).toEqual([0, 0, 0]);
    const { values, recordedNodes } = usageOf(training, 400, 'reverse-tape-sums');
    expect(recordedNodes).toBe(usageOf(training, 400, 'reverse-tape').values);
    expect(values).toBeLessThan(15);
  });
});

describe('the memory of a graph', () => {
  it('is two values for every step of an iteration: those that the slope of a product needs', () => {
    // a step is (3 l)(1 - l), whose slope is 3 ((1 - l) - l): of a step 3 l and 1 - l, the factors of its product, stay
    // alive
    expect(growth(iterated, 'reverse-graph', ({ values }) => values)).toEqual([2 * 50, 2 * 100, 2 * 200]);
    expect(growth(iterated, 'reverse-graph', ({ bytes }) => bytes)).toEqual([16 * 50, 16 * 100, 16 * 200]);
  });

  it('grows with the number of samples as well, since the program is laid out for all of them', () => {
    const [a, b, c] = growth(training, 'reverse-graph', ({ values }) => values);
    expect([b! / a!, c! / b!]).toEqual([2, 2]);
  });
});

describe('the memory of checkpointing', () => {
  it('is that of its snapshots and of one step, for the fewest repeated steps', () => {
    const step = usageOf(iterated, 1, 'reverse-tape');
    for (const length of [100, 400, 1600]) {
      for (const [strategy, snapshots] of [
        ['checkpointing-10', 10],
        ['checkpointing-log2', Math.ceil(Math.log2(length))],
      ] as const) {
        expect(usageOf(iterated, length, strategy)).toEqual({
          bytes: 8 * snapshots + step.bytes,
          values: snapshots + step.values,
          snapshots,
          recordedNodes: step.values * length,
          evaluations: length + leastForwardSteps(length, snapshots),
        });
      }
    }
  });

  it('is not for what iterates no map', () => {
    expect(() => strategies['checkpointing-10']!.prepare(training, 10)).toThrow(Unsupported);
  });
});

describe('forward mode', () => {
  it('keeps the same at every length, and makes a pass for each input', () => {
    expect(growth(iterated, 'forward', ({ bytes }) => bytes)).toEqual([0, 0, 0]);
    expect(growth(training, 'forward', ({ bytes }) => bytes)).toEqual([0, 0, 0]);
    expect(usageOf(iterated, 100, 'forward').evaluations).toBe(100);
    expect(usageOf(training, 100, 'forward').evaluations).toBe(500);
  });
});

describe('the problems of the memory harness', () => {
  it('have a gradient that neither overflows nor vanishes at any length', () => {
    for (const problem of memoryProblems) {
      for (const length of [...problem.lengths, ...problem.quickLengths]) {
        const out = new Float64Array(problem.point.length);
        problem.at(length).byHand.gradient(problem.point, out);
        for (const entry of out) {
          expect(Math.abs(entry), `${problem.name} ${length}`).toBeGreaterThan(1e-12);
          expect(Math.abs(entry), `${problem.name} ${length}`).toBeLessThan(1e6);
        }
      }
    }
  });

  it('have a slope by hand that decimals confirm', () => {
    for (const problem of memoryProblems) {
      const out = new Float64Array(problem.point.length);
      problem.at(100).byHand.gradient(problem.point, out);
      const { error, bound, comparedWith } = compareGradient(problem, 100, out);
      expect(comparedWith).toBe('decimals');
      expect(error).toBeLessThanOrEqual(bound);
      const largest = out.reduce((index, entry, i) => (Math.abs(entry) > Math.abs(out[index]!) ? i : index), 0);
      out[largest]! *= 1 + 1e-13; // three digits less than there are
      expect(compareGradient(problem, 100, out).error).toBeGreaterThan(bound);
      out[largest] = Number.NaN;
      expect(compareGradient(problem, 100, out).error).toBeNaN();
    }
  });
});

it('a gradient is right within its bound, and wrong beyond or where it is no number', () => {
  expect(memoryVerdict({ error: 1e-15, bound: 1e-15 })).toEqual({ outcome: 'ok' });
  for (const error of [1.01e-15, Number.POSITIVE_INFINITY, Number.NaN])
    expect(memoryVerdict({ error, bound: 1e-15 })).toMatchObject({
      outcome: 'wrong',
      reason: expect.stringMatching(/allowed 1\.0e-15$/),
    });
});
