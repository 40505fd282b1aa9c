import { execFile, execFileSync } from 'node:child_process';
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures/command.ts';
import { ROOT } from './paths.ts';
import { writeAtomically } from './write-atomically.ts';

describe.skipIf(process.platform !== 'linux')('a file that is written', () => {
  it.each([
    true,
    false,
  ])('through a link is the target of the link, whether it is there or not (%s)', async (isThere) => {
    const folder = temporaryFolder();
    const [link, target] = [path.join(folder, 'link'), path.join(folder, 'target')];
    if (isThere) writeFileSync(target, 'old');
    symlinkSync('target', link);
    await writeAtomically(link, 'new');
    expect(readFileSync(target, 'utf8')).toBe('new');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['link', 'target']);
  });

  // A pipe stands for all devices: broken code that runs as root would replace a real one.
  it.each(['pipe', 'link'])('to a named pipe, or to a link to one, reaches its reader whole (%s)', async (name) => {
    const folder = temporaryFolder();
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    symlinkSync('pipe', path.join(folder, 'link'));
    const text = 'a line\n'.repeat(50_000);
    const reader = promisify(execFile)('cat', [pipe], { timeout: 10_000 });
    await writeAtomically(path.join(folder, name), text);
    expect((await reader).stdout).toBe(text);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  it('to the standard output stands there before what is printed later', () => {
    const folder = temporaryFolder();
    const out = path.join(folder, 'out');
    const [modules, names] = [path.join(ROOT, 'build/scripts/command/'), ['write-atomically', 'standard-stream']];
    const script = `
      ${names.map((name) => `import * as ${name.replace('-', '_')} from ${JSON.stringify(`${modules}${name}.js`)};`).join('\n')}
      await write_atomically.writeAtomically('/proc/self/fd/1', 'a'.repeat(100000));
      console.log('b');
      standard_stream.printBeside(undefined, '/dev/stdout')('c');
      standard_stream.printBeside(undefined, '/dev/null')('d');`;
    const command = ['--input-type=module', '--eval', script];
    const expected = `${'a'.repeat(100_000)}b\nd\n`;
    const file = openSync(out, 'w');
    execFileSync(process.execPath, command, { stdio: ['ignore', file, 'ignore'] });
    closeSync(file);
    expect(readFileSync(out, 'utf8')).toBe(expected);
    expect(execFileSync(process.execPath, command, { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' })).toBe(
      expected,
    );
  });
});
