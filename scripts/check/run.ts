import { existsSync } from 'node:fs';
import { type CatalogueProblem, openCatalogue, select } from '../bench/plan/catalogue.ts';
import { createForkPool } from '../bench/process/pool.ts';
import type { CheckOptions, Finding } from '../checker/check.ts';
import { buildProbed } from '../checker/slips/build-slipped.ts';
import { nearestNames } from '../command/nearest-names.ts';
import { BUILD_PLUGINS } from '../command/paths.ts';
import { UsageError } from '../command/usage-error.ts';

/** The findings of a problem at one size. */
export interface Checked {
  readonly name: string;
  readonly title: string;
  readonly size: number;
  readonly findings: readonly Finding[];
  /** Why there are no findings. */
  readonly failure?: string;
  /** Whether something was checked, and nothing is wrong. */
  readonly isRight: boolean;
}

/** How problems are checked. */
export interface CheckRun extends CheckOptions {
  readonly size: number | undefined;
  readonly timeLimit: number;
}

/**
 * The most inputs for a check. Beyond them it takes long, and shows nothing that it does not show at a smaller size.
 */
const MOST_INPUTS = 50;
const MEMORY_MB = 1024;

/**
 * Checks the problems of a plug-in, or the registered one, each size in a process that can be killed.
 * @throws {UsageError} for a file or a name that is wrong.
 */
export async function checkTargets(target: string, run: CheckRun): Promise<Checked[]> {
  const problems = await problemsOf(target);
  const pool = createForkPool(1);
  try {
    const all: Checked[] = [];
    for (const entry of problems) {
      const module = await buildProbed(entry.suite, entry.plugin, BUILD_PLUGINS);
      for (const size of sizesOf(entry, run)) {
        const problem = {
          suite: entry.suite,
          problem: entry.problem.name,
          size,
          ...(entry.plugin && { plugin: entry.plugin }),
        };
        let findings: readonly Finding[] = [];
        const { seed, points, tolerance, against } = run;
        const failure = await pool.run(
          { kind: 'check', problem, module, options: { seed, points, tolerance, against } },
          { limits: { timeMs: run.timeLimit * 1000, memoryMb: MEMORY_MB } },
          (part) => {
            findings = part;
          },
        );
        const { name, title } = entry.problem;
        const isRight = !failure && findings.every(({ outcome }) => outcome === 'ok');
        all.push({ name, title, size, findings, isRight, ...(failure && { failure: failure.reason }) });
      }
    }
    return all;
  } finally {
    pool.close();
  }
}

async function problemsOf(target: string): Promise<readonly CatalogueProblem[]> {
  const [suite, problem, ...more] = target.split('/');
  const isName = !existsSync(target) && problem !== undefined && more.length === 0 && !/\.[cm]?[jt]s$/.test(target);
  if (isName) {
    const registered = await openCatalogue([], BUILD_PLUGINS);
    return select(registered, { suites: [suite!], problems: [problem], methods: [] }).problems;
  }
  if (!existsSync(target) && !/[/.]/.test(target)) throw new UsageError(await suggestions(target));
  const { problems } = await openCatalogue([target], BUILD_PLUGINS);
  const own = problems.filter(({ plugin }) => plugin !== undefined);
  if (own.length === 0)
    throw new UsageError(`${target} exports no problem (an object with \`at\`): there is nothing to check.`);
  return own;
}

/** A sentence with the registered problems that a word without a suite may mean. */
async function suggestions(word: string): Promise<string> {
  const { problems } = await openCatalogue([], BUILD_PLUGINS);
  const near = nearestNames(
    word,
    problems.map(({ problem }) => problem.name),
  );
  const names = near[0] === word ? [word] : near;
  const full = problems
    .filter(({ problem }) => names.includes(problem.name))
    .map((each) => `${each.suite}/${each.problem.name}`);
  return `There is no file ${word}. A registered problem is named with its suite: ${full.join(', ')}.`;
}

function sizesOf({ problem }: CatalogueProblem, { size }: CheckRun): readonly number[] {
  if (size !== undefined) return [size];
  const small = problem.sizes.filter((each) => problem.at(each).inputs <= MOST_INPUTS);
  return small.length > 0 ? small.slice(-2) : problem.sizes.slice(0, 1);
}
