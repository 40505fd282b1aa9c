import { seededRandom } from '../../suites/random.ts';
import { times } from '../bench/experiments/timing/index.ts';
import type { ForkTiming } from '../bench/fork/fork-timing.ts';
import type { CatalogueMethod, CatalogueProblem } from '../bench/plan/catalogue.ts';
import { methodReference } from '../bench/plan/plan.ts';
import { createForkPool, type ForkPool } from '../bench/process/pool.ts';
import { effortOf } from '../bench/run/effort.ts';
import type { BenchOptions } from '../bench/run/options.ts';
import { fittedLines } from '../command/line-width.ts';
import { fittedTable } from '../command/text-table.ts';
import { toDecimals } from '../truth/exact-number.ts';
import { expectedAnswer } from '../truth/judgement/expected.ts';
import { judge } from '../truth/judgement/judge.ts';
import { pointTruth } from '../truth/point-truth.ts';
import { testSeeds } from '../truth/seeds.ts';

/** Decimals that are shown of a gradient. */
const DECIMALS = 12;

/**
 * One scalar problem by every method, without files: gradient, correct digits, and time as a multiple of the
 * function's.
 */
export async function helloText(
  { suite, problem }: CatalogueProblem,
  methods: readonly CatalogueMethod[],
  options: BenchOptions,
): Promise<string> {
  const instance = problem.at(problem.sizes[0]!);
  const [point] = instance.points(seededRandom(options.seed));
  const truth = pointTruth(instance, point!);
  const pool = createForkPool(options.jobs);
  const reference = { suite, problem: problem.name, size: problem.sizes[0]! };

  async function rowOf(method: CatalogueMethod): Promise<string[]> {
    const { definition } = method;
    const { result, failure } = await oneFork(pool, reference, method, options);
    if (!result) return [definition.name, failure ?? 'no answer'];
    const verdict = judge(
      [result.answers[0]!.answer],
      [expectedAnswer(truth, 'gradient', definition, testSeeds(instance))],
      definition.error,
    );
    const gradient = Array.from(result.answers[0]!.answer, (partial) => partial.toFixed(DECIMALS));
    return [definition.name, ...gradient, verdict.digits.toFixed(1), times([result]).ratio.toFixed(1)];
  }
  try {
    const rows = await Promise.all(
      methods.filter(({ definition }) => definition.operators.includes('gradient')).map(rowOf),
    );
    const exact = ['truth', ...truth.jacobian[0]!.map(({ digits }) => toDecimals(digits, DECIMALS)), '', ''];
    const head = ['', ...rows[0]!.slice(1, -2).map((_, i) => `df/dx${i + 1}`), 'digits', 'time'];
    return fittedLines(`f = ${problem.title} at (${point!.join(', ')}), its gradient by every method\n\n${fittedTable(head, [exact, ...rows])}

digits: correct digits of the worse entry, against decimals of 100 digits
time:   one gradient, as a multiple of the hand-written function (one fork each)`);
  } finally {
    pool.close();
  }
}

async function oneFork(
  pool: ForkPool,
  problem: { suite: string; problem: string; size: number },
  method: CatalogueMethod,
  options: BenchOptions,
) {
  const { budget, limits } = effortOf(options);
  const short = { ...budget, warmUp: { ...budget.warmUp, limitMs: 150 }, sampleMs: 10, limitMs: 0 }; // a first look
  let result: ForkTiming | undefined;
  const job = {
    kind: 'timing',
    problem,
    method: methodReference(method),
    operator: 'gradient',
    budget: short,
    seed: options.seed,
  } as const;
  const failure = await pool.run(job, { limits: { ...limits, timeMs: 10_000 } }, (part) => {
    result = part;
  });
  return { result, failure: failure?.reason };
}
