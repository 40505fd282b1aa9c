import { expect, it } from 'vitest';
import { called } from '../fixtures/in-process.ts';
import { helloCommand } from './command.ts';

it.each([[['--quick']], [['-x']], [['lecture']]])('refuses %j in one sentence that names the help', async (args) => {
  const { status, stdout, stderr } = await called(helloCommand, args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^.*`npm run hello -- --help` shows all options\.\n$/);
});

it('shows its help', async () => {
  const { status, stdout } = await called(helloCommand, ['--help']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Usage: npm run hello --/);
});
