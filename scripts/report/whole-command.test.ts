import { describe, expect, it } from 'vitest';
import { parseOptions } from '../bench/run/options.ts';
import { wholeCommand } from './whole-command.ts';

/** The command that a report shows of a run with these options. */
function shown(command: string, ...args: readonly string[]): string {
  const options = parseOptions(args, 2);
  if (options === 'help') throw new Error('these are options of a run');
  return wholeCommand(command, { ...options });
}

describe('the command that makes the numbers of a part again', () => {
  it('is that of the part where the run was a default one, whatever it was called for', () => {
    for (const command of ['npm run bench', 'npm run bench -- --harness timing', 'npm run report'])
      expect(shown(command, '--harness', 'timing', '--jobs', '1', '--out', 'elsewhere')).toBe(command);
  });

  it('has the options of the run that decide about its numbers', () => {
    const asked = ['--quick', '--plugin', 'my functions.ts', '--problem', 'mine,other', '--operator', 'gradient'];
    const more = [
      '--seed',
      '7',
      '--forks',
      '3',
      '--step-rule',
      'absolute',
      '--time-limit',
      '2',
      '--memory-limit',
      '512',
    ];
    const words =
      '--quick --plugin "my functions.ts" --problem mine,other --operator gradient --forks 3 --time-limit 2 --memory-limit 512 --step-rule absolute --seed 7';
    expect(shown('npm run bench', ...asked, ...more)).toBe(`npm run bench -- ${words}`);
    expect(shown('npm run bench -- --harness size', ...asked, ...more)).toBe(
      `npm run bench -- --harness size ${words}`,
    );
  });

  it('keeps what it says itself', () => {
    const command = 'npm run bench -- --harness error --suite scalar --forks 3';
    expect(shown(command, '--suite', 'scalar,flat', '--forks', '6', '--thorough')).toBe(`${command} --thorough`);
    expect(shown('npm run explain -- "x" --at x=1', '--seed', '7')).toBe('npm run explain -- "x" --at x=1');
  });
});
