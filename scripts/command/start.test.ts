import { spawn } from 'node:child_process';
import { openSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiled, type Ended, temporaryFolder } from '../fixtures/command.ts';
import { STARTED_IN } from './default-folder.ts';
import { ROOT } from './paths.ts';
import { userFolder } from './start.ts';

const ENDLESS = ['--import', 'tsx', path.join('scripts', 'command', 'fixtures', 'endless-command.ts')];

/** A process whose output nobody reads: the pipes are closed at once, or the output is a full disk. */
function unread(
  script: readonly string[],
  args: readonly string[],
  stdout: 'closed' | 'full',
): Promise<Omit<Ended, 'stdout'>> {
  const child = spawn(process.execPath, [...script, ...args], {
    cwd: ROOT,
    stdio: ['ignore', stdout === 'full' ? openSync('/dev/full', 'w') : 'pipe', 'pipe'],
  });
  child.stdout?.destroy();
  let stderr = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, stderr })));
}

describe.skipIf(process.platform !== 'linux')('a command whose output can not be written', () => {
  it('ends with the status of a closed pipe, or of a full disk, without a trace', async () => {
    const help = ['--help'];
    const [closed, full] = await Promise.all([
      unread([compiled('compare')], help, 'closed'),
      unread([compiled('compare')], help, 'full'),
    ]);
    expect(closed).toEqual({ status: 141, stderr: '' });
    expect(full).toEqual({ status: 2, stderr: "The output can't be written (ENOSPC).\n" });
  });

  it('ends in order where it can, in a closed pipe and in a terminal that is closed', async () => {
    const folder = temporaryFolder();
    const files = ['pipe', 'terminal'].map((name) => path.join(folder, name));
    const { status } = await unread(ENDLESS, [files[0]!], 'closed');
    expect(status).toBe(141);
    expect(readFileSync(files[0]!, 'utf8')).toBe('in order');
    // the program `script` holds a terminal, which closes with it
    const command = [process.execPath, ...ENDLESS, files[1]!].join(' ');
    const terminal = spawn('script', ['--quiet', '--command', command, '/dev/null'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise((resolve) => terminal.stdout.once('data', resolve));
    terminal.kill('SIGKILL');
    await expect.poll(() => readdirSync(folder).sort(), { timeout: 20_000 }).toEqual(['pipe', 'terminal']);
  });

  it('is one of all commands, which are started in one way, under their own names', () => {
    const commands = readdirSync(path.join(ROOT, 'scripts')).filter((file) => /^\w+\.ts$/.test(file));
    expect(commands.length).toBeGreaterThan(8);
    for (const file of commands)
      expect(readFileSync(path.join(ROOT, 'scripts', file), 'utf8'), file).toContain(
        `await startCommand('${file.replace('.ts', '')}', `,
      );
  });
});

describe('a command that npm starts in the project', () => {
  const manifest = path.join(STARTED_IN, 'package.json');
  const of = (script: string, folder: string, project = manifest) =>
    userFolder('check', { npm_lifecycle_event: script, npm_package_json: project, INIT_CWD: folder });

  it('works in the folder where npm was called', () => {
    expect(of('check', '/home/user')).toBe('/home/user');
    expect(of('check', STARTED_IN)).toBeUndefined();
  });

  it('works where it is started by another script, by that of another project, or without npm', () => {
    expect(of('test', '/home/user')).toBeUndefined();
    expect(of('check', '/home/user', '/elsewhere/package.json')).toBeUndefined();
    expect(userFolder('check', { INIT_CWD: '/home/user' })).toBeUndefined();
  });
});
