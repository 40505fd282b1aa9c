import { availableParallelism } from 'node:os';
import { type ScoredProblem, scoredProblems } from '../bench/experiments/checks/problems.ts';
import { openCatalogue } from '../bench/plan/catalogue.ts';
import { sizedProblems } from '../bench/plan/plan.ts';
import { createForkPool } from '../bench/process/pool.ts';
import { createProgress } from '../bench/run/progress.ts';
import { runTasks } from '../bench/run/run-tasks.ts';
import { buildSlipped } from '../checker/slips/build-slipped.ts';
import type { SlipScore } from '../checker/slips/score.ts';
import { BUILD_PLUGINS } from '../command/paths.ts';
import { costOf, sharesOf } from './catalogue-shares.ts';
import { scoreText } from './score-text.ts';

/** Settings of a run over the catalogue. */
export interface ScoreRun {
  readonly seed: number;
  readonly checks: number;
  readonly timeLimit: number;
}

/** A problem takes longer than a single check: hundreds of slips, thousands of checks. */
const LONGER = 10;
/** The base cost of every problem, in checks of one input. */
const BASE = 20;
const MEMORY_MB = 1024;

/** Plants all slips into all problems that have one, and says what the checks make of them. */
export async function catalogueScore({
  seed,
  checks,
  timeLimit,
}: ScoreRun): Promise<{ text: string; isGood: boolean }> {
  const registered = sizedProblems(await openCatalogue([], BUILD_PLUGINS), false);
  const problems = [...scoredProblems(registered)].sort((a, b) => costOf(b) - costOf(a)); // what takes longest first
  const shares = sharesOf(problems, checks);
  const pool = createForkPool(availableParallelism());
  const scores: { problem: ScoredProblem; score: SlipScore | undefined; failure: string | undefined }[] = [];
  const tasks = problems.map((problem, k) => ({
    label: `${problem.reference.suite}/${problem.reference.problem}`,
    weight: BASE + costOf(problem),
    async run() {
      const module = await buildSlipped(problem.reference.suite, undefined, BUILD_PLUGINS);
      let score: SlipScore | undefined;
      const job = { kind: 'slips', problem: problem.reference, module, seed, most: Number.MAX_SAFE_INTEGER } as const;
      const failure = await pool.run(
        { ...job, correctChecks: shares[k]! },
        { limits: { timeMs: LONGER * timeLimit * 1000, memoryMb: MEMORY_MB } },
        (part) => {
          score = part;
        },
      );
      scores.push({ problem, score, failure: failure?.reason });
    },
  }));
  const jobs = availableParallelism();
  const progress = createProgress([{ tasks, width: jobs }]);
  await runTasks(tasks, jobs, progress).finally(() => {
    progress.stop();
    pool.close();
  });
  return scoreText(
    scores.map(({ problem, ...rest }) => ({ name: problem.reference.problem, ...rest })),
    checks,
  );
}
