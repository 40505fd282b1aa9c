import { LEAST_FORKS } from '../../statistics/statistics.ts';
import type { WarmUpRule } from '../fork/warm-up.ts';
import type { Effort } from '../plan/run-context.ts';
import type { BenchOptions } from './options.ts';

/** Holds for every effort: whether code has settled does not depend on how long somebody wants to wait. */
const WARM_UP: WarmUpRule = {
  calls: 10_000,
  leastMs: 15,
  fewCalls: 1500,
  quietMs: 40,
  longQuietMs: 100,
  limitMs: 1000,
};

const EFFORTS: Readonly<
  Record<BenchOptions['effort'], { readonly timeLimit: number } & Omit<Effort, 'limits' | 'patience' | 'triesLong'>>
> = {
  quick: {
    timeLimit: 0.4,
    forks: 3,
    budget: { warmUp: WARM_UP, sampleMs: 30, limitMs: 200, batchMs: 0.5 },
    stepsPerDecade: 4,
    secondOrderInputs: 4,
    isQuick: true,
  },
  default: {
    timeLimit: 1,
    forks: 3,
    budget: { warmUp: WARM_UP, sampleMs: 30, limitMs: 500, batchMs: 0.5, prepareMs: 150 },
    stepsPerDecade: 8,
    secondOrderInputs: 10,
    isQuick: false,
  },
  thorough: {
    timeLimit: 60,
    forks: 10,
    budget: { warmUp: WARM_UP, sampleMs: 1000, limitMs: 5000, batchMs: 2, prepareMs: 14_000 },
    stepsPerDecade: 16,
    secondOrderInputs: 50,
    isQuick: false,
  },
};

/** How much longer than usual work may take whose cost is bounded; a limit that was given holds for all. */
const PATIENCE = 5;
const MINUTE = 60_000;

/** How much a run with these options measures. */
export function effortOf(options: BenchOptions): Effort {
  const { effort, timeLimit, memoryLimit, operators, precision, budget } = options;
  const { timeLimit: usual, ...rest } = EFFORTS[effort];
  const forks = precision === undefined ? options.forks : LEAST_FORKS;
  const patience = timeLimit === undefined ? PATIENCE : 1;
  return {
    ...rest,
    ...(forks !== undefined && { forks }),
    ...(precision !== undefined && {
      precision: { halfWidth: precision / 100, budgetMs: (budget ?? Number.POSITIVE_INFINITY) * MINUTE },
    }),
    patience,
    triesLong: effort === 'thorough' || timeLimit !== undefined,
    limits: { timeMs: (timeLimit ?? usual) * 1000, memoryMb: memoryLimit },
    secondOrderInputs: operators === undefined ? rest.secondOrderInputs : Number.POSITIVE_INFINITY,
  };
}
