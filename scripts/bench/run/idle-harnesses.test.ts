import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../fixtures/command.ts';
import { callBench } from '../../fixtures/in-process.ts';
import { openCatalogue, select } from '../plan/catalogue.ts';
import { HARNESSES } from './harness-tasks.ts';
import { idleHarnesses, idleWords } from './idle-harnesses.ts';
import { parseOptions } from './options.ts';

const whole = await openCatalogue([], 'unused');

async function idle(...args: string[]): Promise<readonly string[]> {
  const options = parseOptions(args, 1);
  if (options === 'help') throw new Error('the help was shown');
  return await idleHarnesses(options, select(whole, options));
}

/** Idle harnesses of a run that names all harnesses: it is like a run that names none. */
async function allIdle(...args: string[]): Promise<readonly string[]> {
  const [first, ...others] = HARNESSES;
  return [...(await idle('--harness', first!, ...args)), ...(await idle('--harness', others.join(), ...args))];
}

describe('a harness that was named', () => {
  it.each([
    ['lecture/log-product-sine', ['steps', 'memory', 'training', 'solving']],
    ['lecture/matlab-constraints', ['error', 'steps', 'memory', 'training', 'solving']],
    ['scalar/runge', ['steps', 'memory', 'training', 'solving']],
    ['step-size/sine', ['memory', 'training', 'solving']],
    ['rosenbrock/rosenbrock', ['steps', 'memory', 'training', 'solving']],
    ['training/logistic-regression', ['steps']],
  ])('has nothing to measure of %s only where it could not: %j', async (name, nothing) => {
    const [suite, problem] = name.split('/');
    expect(await allIdle('--suite', suite!, '--problem', problem!)).toEqual(nothing);
  });

  it('is not idle in a run of everything, whether all are named or none, and not in a shard', async () => {
    expect(await allIdle()).toEqual([]);
    expect(await idle('--suite', 'lecture')).toEqual([]);
    expect(await idle('--harness', 'memory', '--suite', 'lecture', '--shard', '1/2')).toEqual([]);
  });

  it('says what was chosen and what it takes', () => {
    const options = parseOptions(['--harness', 'error', '--problem', 'a,b', '--along', 'x9'], 1);
    if (options === 'help') throw new Error('the help was shown');
    expect(idleWords(['error'], options)).toEqual([
      '--harness error measures nothing of what --problem a,b --along x9 leaves: it takes methods that have gradients, on scalar ' +
        'functions, along lines that they have (--along).',
    ]);
  });

  it('ends the command before anything is touched where no other has anything to measure', async () => {
    const out = temporaryFolder();
    const ended = await callBench('--harness', 'error,memory', '--problem', 'matlab-constraints', '--out', out);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toMatch(/^--harness error measures nothing .*--harness memory measures nothing /);
    expect(readdirSync(out)).toEqual([]);
  });

  it('is refused a line that no function has, also beside one that fits', async () => {
    const ended = await callBench(
      '--problem',
      'sigmoid',
      '--along',
      'x1',
      '--along',
      '1,2',
      '--out',
      temporaryFolder(),
    );
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toBe(
      '--along 1,2 fits no scalar function of the run: give a coordinate or as many numbers as one has inputs.\n',
    );
  });

  it('is told of at the end where others have, and the status is 1', async () => {
    const out = temporaryFolder();
    const chosen = ['--problem', 'sigmoid', '--method', 'manual', '--quick', '--out', out];
    const ended = await callBench('--harness', 'operations,memory', ...chosen);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toMatch(
      /--harness memory measures nothing of what --quick --problem sigmoid --method manual leaves/,
    );
    expect(readdirSync(out)).toContain('operations.csv');
  });
});
