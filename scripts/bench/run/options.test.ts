import { describe, expect, it } from 'vitest';
import { UsageError } from '../../command/usage-error.ts';
import { effortOf } from './effort.ts';
import { HARNESSES } from './harness-tasks.ts';
import { type BenchOptions, parseOptions } from './options.ts';

function parsed(...args: string[]): BenchOptions {
  const options = parseOptions(args, 2);
  if (options === 'help') throw new Error('the help was shown');
  return options;
}

function refusal(...args: string[]): string {
  try {
    parseOptions(args, 2);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('accepted');
}

describe('the command line', () => {
  it('without an option measures everything into results/', () => {
    expect(parsed()).toEqual({
      effort: 'default',
      harnesses: HARNESSES,
      suites: [],
      problems: [],
      methods: [],
      operators: undefined,
      along: [],
      stepRule: 'relative',
      plugins: [],
      out: 'results',
      seed: 1,
      jobs: 2,
      timeLimit: undefined,
      memoryLimit: 1024,
      forks: undefined,
      precision: undefined,
      budget: undefined,
      shard: undefined,
      saveBaseline: undefined,
      resume: false,
      list: false,
      report: true,
      summary: 'short',
    });
  });

  it('prints a summary of one screen unless all is asked for', () => {
    expect(parsed('--summary', 'full').summary).toBe('full');
    expect(refusal('--summary', 'long')).toContain('Allowed choices are short, full.');
  });

  it('takes names with commas, repeated, or both', () => {
    const { suites, methods, plugins } = parsed(
      ...['--suite', 'lecture, scalar', '--suite', 'helmholtz', '--method', 'forward'],
      ...['--plugin', 'a.ts', '--plugin', 'b.js'],
    );
    expect(suites).toEqual(['lecture', 'scalar', 'helmholtz']);
    expect(methods).toEqual(['forward']);
    expect(plugins).toEqual(['a.ts', 'b.js']);
  });

  it('runs harnesses in their own order, each once', () => {
    expect(parsed('--harness', 'timing,accuracy,timing').harnesses).toEqual(['accuracy', 'timing']);
  });

  it('reads efforts, numbers and switches', () => {
    expect(parsed('--quick').effort).toBe('quick');
    expect(parsed('--thorough').effort).toBe('thorough');
    expect(parsed('--step-rule', 'absolute').stepRule).toBe('absolute');
    expect(parsed('--seed', '0', '--jobs', '7', '--time-limit', '0.25', '--memory-limit', '64')).toMatchObject({
      seed: 0,
      jobs: 7,
      timeLimit: 0.25,
      memoryLimit: 64,
    });
    expect(parsed('--resume', '--list', '--out', 'x/y')).toMatchObject({ resume: true, list: true, out: 'x/y' });
    expect(parsed('--no-report').report).toBe(false);
    expect(parsed('--shard', '2/3').shard).toEqual({ number: 2, of: 3 });
    expect(parsed('--save-baseline', 'my_base-2').saveBaseline).toBe('my_base-2');
    expect(parsed('--precision', '2.5', '--budget', '90')).toMatchObject({ precision: 2.5, budget: 90 });
    expect(parsed('--problem', 'a', '--along', 'x2', '--along', '3, -4').along).toEqual(['x2', '3,-4']);
    expect(parsed('--operator', 'jvp,vjp').operators).toEqual(['jvp', 'vjp']);
  });

  it.each<[string[], RegExp]>([
    [['--quick', '--thorough'], /exclude each other/],
    ...['x0', 'x', 'y1', '', '0,0', '1,', '3 4', 'NaN,1'].map((line): [string[], RegExp] => [
      ['--problem', 'rosenbrock', '--along', line],
      /It must be a coordinate such as x2, diagonal, or a direction such as 3,4\./,
    ]),
    [['--along', 'x2', '--problem', 'a', '--harness', 'size'], /--along is for --harness error/],
    [['--along', 'x2'], /give --problem, --suite or --plugin as well/],
    [['--step-rule', 'scaled'], /'scaled' is invalid\. It must be relative or absolute\./],
    [['--seed', '1.5'], /'1\.5' is invalid\. It must be a whole number from 0 to 2147483647\./],
    [['--seed', '-1'], /whole number/],
    [['--seed', ''], /whole number/],
    [['--jobs', '0'], /whole number from 1 to 256/],
    [['--jobs', '257'], /whole number from 1 to 256/],
    [['--jobs', 'two'], /whole number from 1 to 256/],
    [['--memory-limit', '1e99'], /whole number from 64/],
    [['--time-limit', '0'], /seconds above 0/],
    [['--time-limit', 'Infinity'], /seconds above 0/],
    [['--time-limit', 'NaN'], /seconds above 0/],
    [
      ['--harness', 'speed'],
      /"speed" is no harness: there are accuracy, error, steps, size, operations, memory, training, solving, checks, timing\./,
    ],
    [['--operator', 'third'], /"third" is no operator: there are value, gradient, jacobian, jvp, vjp, hessian, hvp\./],
    ...['0/3', '4/3', '1/0', '1', '1/2/3', '-1/2', 'a/b', '1/1001', ''].map((text): [string[], RegExp] => [
      ['--shard', text],
      /It must be K\/N, such as 2\/3, with K from 1 to N/,
    ]),
    ...['a.b', 'a/b', '..', ''].map((name): [string[], RegExp] => [
      ['--save-baseline', name],
      /letters, digits, - and _/,
    ]),
    ...['report', 'previous', 'previous-full', 'Report'].map((name): [string[], RegExp] => [
      ['--save-baseline', name],
      /is something else: give another name/,
    ]),
    [['--shard', '1/2', '--save-baseline', 'a'], /A shard is no baseline/],
    [['--precision', '0'], /from 0\.1 to 100 per cent/],
    [['--precision', 'much'], /from 0\.1 to 100 per cent/],
    [['--precision', '5', '--budget', '-1'], /minutes/],
    [['--precision', '5', '--forks', '5'], /exclude each other/],
    [['--budget', '5'], /give both/],
    [['--bogus'], /^unknown option '--bogus'\. /],
    [['--quik'], /^unknown option '--quik' \(Did you mean --quick\?\) /],
    [['--out'], /argument missing/],
    [['helmholtz'], /too many arguments/],
  ])('refuses %j in a line that shows the way to the help', (args, answer) => {
    const message = refusal(...args);
    expect(message).toMatch(answer);
    expect(message).not.toContain('\n');
    expect(message).toMatch(/\.$/);
  });
});

describe('the effort', () => {
  const [quick, usual, thorough] = [['--quick'], [], ['--thorough']].map((args) => effortOf(parsed(...args)));

  it('grows from quick to thorough', () => {
    for (const [less, more] of [
      [quick!, usual!],
      [usual!, thorough!],
    ] as const) {
      expect(less.limits.timeMs).toBeLessThan(more.limits.timeMs);
      expect(less.stepsPerDecade).toBeLessThan(more.stepsPerDecade);
    }
    expect(thorough!.forks).toBeGreaterThan(usual!.forks);
    expect(thorough!.budget.sampleMs).toBeGreaterThan(usual!.budget.sampleMs);
    expect(quick!.stepsPerDecade).toBeGreaterThanOrEqual(4);
  });

  it('measures fewer cases if quick, each with forks, warm-up and samples of a default run', () => {
    expect([quick!.isQuick, usual!.isQuick]).toEqual([true, false]);
    expect(quick!.forks).toBe(usual!.forks);
    expect(quick!.budget.warmUp).toEqual(usual!.budget.warmUp);
    expect(quick!.budget.sampleMs).toBe(usual!.budget.sampleMs);
  });

  it('asks second derivatives of more inputs the more effort, and of any number where operators are named', () => {
    const inputs = [['--quick'], [], ['--thorough']].map((args) => effortOf(parsed(...args)).secondOrderInputs);
    expect(inputs).toEqual(inputs.toSorted((a, b) => a - b));
    expect(inputs[0]).toBeGreaterThan(1);
    expect(effortOf(parsed('--quick', '--operator', 'hvp')).secondOrderInputs).toBe(Infinity);
  });

  it('takes a time limit that is given as it is, for every method', () => {
    expect(effortOf(parsed('--forks', '5'))).toMatchObject({ forks: 5 });
    expect(effortOf(parsed('--thorough', '--precision', '5', '--budget', '2'))).toMatchObject({
      forks: 4,
      precision: { halfWidth: 0.05, budgetMs: 120_000 },
    });
    expect(effortOf(parsed()).precision).toBeUndefined();
    expect(effortOf(parsed('--quick', '--time-limit', '7'))).toMatchObject({ limits: { timeMs: 7000 }, patience: 1 });
    expect(effortOf(parsed('--quick')).patience).toBeGreaterThan(1);
  });
});
