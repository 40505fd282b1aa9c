import { describe, expect, it } from 'vitest';
import { ROOT } from '../../command/paths.ts';
import { type Reach, readReach, touchedBy } from './touched.ts';

const reach = (await readReach(ROOT))!;
const touch = (...files: readonly string[]) => touchedBy(files, [reach, reach]);

describe('the cases that a change can have touched', () => {
  it('are those of the methods of one module', () => {
    expect(touch('methods/forward.ts')).toMatchObject({ what: 'methods', names: ['forward', 'forward-chunked'] });
    expect(touch('methods/numerical/higher-order-difference.ts')).toMatchObject({
      names: ['central-difference-4', 'central-difference-6', 'central-difference-8'],
    });
  });

  it('are those of the suite of a problem, also where one was removed', () => {
    expect(touch('suites/helmholtz/helmholtz.ts')).toMatchObject({ what: 'suites', names: ['helmholtz'] });
    const before: Reach = { ...reach, suites: new Map([['lecture', new Set(['suites/lecture/gone.ts'])]]) };
    expect(touchedBy(['suites/lecture/gone.ts'], [before, reach])).toMatchObject({
      what: 'suites',
      names: ['lecture'],
    });
  });

  it.each([
    ['methods/arithmetic/rules.ts'],
    ['methods/index.ts'],
    ['suites/index.ts'],
    ['suites/problem.ts'],
    ['methods/reverse-tape.ts', 'suites/lecture/sigmoid.ts'],
    ['scripts/bench/experiments/timing/timing-job.ts'],
    ['scripts/bench/experiments/memory/strategies.ts'],
    ['methods/symbolic/derive.ts'], // the sizes of expressions use it too
    ['package-lock.json'],
    ['tsconfig.json'],
    ['a-file-that-nobody-knows'],
  ])('are all for %s', (...files) => {
    expect(touch(...files).what).toBe('all');
  });

  it('are none for documentation, tests and reports, and no others are lost by them', () => {
    const inert = ['README.md', 'results/baseline/run.json', 'scripts/report/page.ts', 'methods/forward.test.ts'];
    expect(touch(...inert).what).toBe('nothing');
    expect(touch()).toMatchObject({ what: 'nothing', why: expect.stringContaining('0 files changed') });
    expect(touch(...inert, 'methods/forward.ts').what).toBe('methods');
  });

  it('are all where the imports of a side could not be read', async () => {
    expect(await readReach('/nowhere')).toBeUndefined();
    expect(touchedBy(['methods/forward.ts'], [undefined, reach]).what).toBe('all');
  });
});
