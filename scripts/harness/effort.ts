import type { BenchOptions } from './options.ts';
import type { Effort } from './run-context.ts';
import { LEAST_FORKS } from './statistics.ts';

const EFFORTS: Readonly<
  Record<BenchOptions['effort'], { readonly timeLimit: number } & Omit<Effort, 'limits' | 'patience'>>
> = {
  quick: {
    timeLimit: 0.4,
    forks: 1,
    budget: { warmupMs: 16, sampleMs: 10, batchMs: 0.5 },
    brief: { forks: 1, budget: { warmupMs: 16, sampleMs: 10, batchMs: 0.5 } },
    stepsPerDecade: 4,
    secondOrderInputs: 4,
    isQuick: true,
  },
  default: {
    timeLimit: 1,
    forks: 1,
    budget: { warmupMs: 80, sampleMs: 30, batchMs: 0.5 },
    brief: { forks: 1, budget: { warmupMs: 30, sampleMs: 16, batchMs: 0.5 } },
    stepsPerDecade: 8,
    secondOrderInputs: 10,
    isQuick: false,
  },
  thorough: {
    timeLimit: 60,
    forks: 10,
    budget: { warmupMs: 500, sampleMs: 1000, batchMs: 2 },
    brief: { forks: 10, budget: { warmupMs: 500, sampleMs: 1000, batchMs: 2 } },
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
    ...(forks !== undefined && { forks, brief: { ...rest.brief, forks } }),
    ...(precision !== undefined && {
      precision: { halfWidth: precision / 100, budgetMs: (budget ?? Number.POSITIVE_INFINITY) * MINUTE },
    }),
    patience,
    limits: { timeMs: (timeLimit ?? usual) * 1000, memoryMb: memoryLimit },
    secondOrderInputs: operators === undefined ? rest.secondOrderInputs : Number.POSITIVE_INFINITY,
  };
}
