/** Sweeps and their rows: the jobs run here, without a process. */

import { describe, expect, it } from 'vitest';
import { openTableFile } from '../../../tables/table-file.ts';
import { errorVsStep } from '../../../tables/tables.ts';
import { truthJob } from '../../fork/truth-job.ts';
import { openCatalogue, select } from '../../plan/catalogue.ts';
import { experimentTasks } from '../../plan/experiment.ts';
import { createTruths } from '../../plan/truths.ts';
import type { Job, Parts } from '../../process/job.ts';
import { createForkPool, type ForkPool } from '../../process/pool.ts';
import { contextOf } from '../../run/context-of.ts';
import { parseOptions } from '../../run/options.ts';
import { failedRows } from '../../summary/unexpected.ts';
import { errorVsStepExperiment } from './index.ts';
import { stepsJob } from './steps-job.ts';
import { sweepsOf } from './sweeps.ts';

const whole = await openCatalogue([], 'unused');

/** Runs the jobs of a sweep in this process. */
const here: ForkPool = {
  async run<J extends Job>(job: J, _: unknown, onPart: (part: Parts[J['kind']]) => void) {
    const send = (part: unknown) => onPart(part as Parts[J['kind']]);
    if (job.kind === 'truth') await truthJob(job, send);
    else if (job.kind === 'steps') await stepsJob(job, send);
    else throw new Error(`no ${job.kind} here`);
    return undefined;
  },
  close() {},
};

/** For plans, of which nothing is run. */
const NONE = createForkPool(1);

function contextFor(args: readonly string[], pool = NONE) {
  const options = parseOptions(args, 1);
  if (options === 'help') throw new Error('the help was shown');
  const catalogue = select(whole, options);
  return contextOf(options, catalogue, { run: 'test', pool, truths: createTruths(pool, '/dev/null/none', '', 1) });
}

function sweeps(...args: string[]): string[] {
  return sweepsOf(contextFor(args)).map(({ problem: { reference }, along = 'itself' }) =>
    [`${reference.suite}/${reference.problem}`, reference.size, along].join(' '),
  );
}

async function rowsOf(...args: string[]) {
  const context = contextFor(args, here);
  const table = await openTableFile<typeof errorVsStep.columns>('does-not-exist', errorVsStep, false, {
    problems: [],
    methods: [],
  });
  const rows: (typeof table.rows)[number][] = [];
  for (const task of experimentTasks(errorVsStepExperiment, context, { ...table, add: (more) => rows.push(...more) }))
    await task.run();
  return { rows, unexpected: failedRows(context.catalogue, { [errorVsStep.name]: rows }).unexpected };
}

describe('a run', () => {
  it('by default sweeps l_4 and the functions of one variable that do not grow, whatever the effort', () => {
    const usual = sweeps();
    expect(usual.filter((each) => !/^(scalar|step-size)\/\S+ 1 itself$/.test(each))).toEqual([
      'logistic-map/nested 4 itself',
    ]);
    expect(usual.length).toBe(41);
    expect(sweeps('--thorough')).toEqual(usual);
    expect(sweeps('--harness', 'error')).toEqual(usual);
    expect(sweeps('--suite', 'rosenbrock,logistic-map')).toEqual(['logistic-map/nested 4 itself']);
  });

  it('sweeps every scalar problem that is asked for, at every size, along x1 or the lines that were named', () => {
    const asked = ['--harness', 'error', '--problem', 'rosenbrock,nested,matlab-constraints', '--suite'];
    expect(sweeps(...asked, 'rosenbrock,lecture')).toEqual(
      whole.problems
        .find(({ suite, problem }) => suite === 'rosenbrock' && problem.name === 'rosenbrock')!
        .problem.sizes.map((size) => `rosenbrock/rosenbrock ${size} x1`),
    );
    expect(sweeps('--problem', 'log-product-sine', '--along', 'x2')).toEqual(['lecture/log-product-sine 2 x2']);
    expect(sweeps(...asked, 'logistic-map').every((each) => each.endsWith('itself'))).toBe(true);
    expect(sweeps(...asked, 'rosenbrock', '--along', '3,4', '--along', 'x10').slice(0, 2)).toEqual([
      'rosenbrock/rosenbrock 2 3,4',
      'rosenbrock/rosenbrock 10 x10',
    ]);
  });

  it('measures it along a coordinate and a direction within the bounds that its methods state', async () => {
    const asked = ['--harness', 'error', '--problem', 'rosenbrock', '--suite', 'rosenbrock', '--quick'];
    const methods = ['--method', 'manual,forward-difference,central-difference,reverse-tape,forward,richardson'];
    const { rows, unexpected } = await rowsOf(...asked, ...methods, '--along', 'x2', '--along', 'diagonal');
    expect(unexpected).toEqual([]);
    expect(new Set(rows.map(({ along }) => along))).toEqual(new Set(['x2', 'diagonal']));
    // at (-1.2, 1), d/dx2 = 200 (x2 - x1^2) = -88, by a step that is best near cbrt(3 eps f / f''')
    const near = rows.filter((row) => row.method === 'central-difference' && row.h! >= 1e-7 && row.h! <= 1e-4);
    expect(near.length).toBeGreaterThan(10);
    for (const row of near) expect(row.relative_error, `${row.along} ${row.h}`).toBeLessThan(1e-7);
    const exact = rows.filter(({ h }) => h === undefined);
    for (const row of exact) {
      expect(row.outcome, row.method).toBe('ok');
      expect(row.relative_error).toBeLessThan(1e-14);
    }
    expect(exact.find(({ along, size }) => along === 'x2' && size === 10)).toMatchObject({ inputs: 10 });
  });
});
