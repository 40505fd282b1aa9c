import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type Ended, runProcess, temporaryFolder } from '../fixtures/command.ts';
import { called } from '../fixtures/in-process.ts';

import { checkCommand } from './command.ts';

type Check = (...args: string[]) => Promise<Ended>;

const callCheck: Check = (...args) => called(checkCommand, args);

/** Checks in a process of its own. */
const startCheck: Check = (...args) => runProcess('check', args);

/** A plug-in with x1^2 x2, whose gradient has this body. */
function plugin(gradient: string): string {
  const file = path.join(temporaryFolder(), 'mine.js');
  writeFileSync(
    file,
    `export const mine = {
  name: 'mine', title: 'x1^2 x2', citation: 'me', purpose: 'to be checked', sizes: [2], quickSizes: [2], smooth: true,
  at: () => ({
    kind: 'scalar', inputs: 2, outputs: 1,
    evaluate: (A, [x1, x2]) => [A.mul(A.mul(x1, x1), x2)],
    byHand: { value: (x) => x[0] * x[0] * x[1], gradient(x, out) { ${gradient} return x[0] * x[0] * x[1]; } },
    points: (random) => [Float64Array.of(1.5, 2), Float64Array.of(random(1, 2), random(1, 2))],
  }),
};`,
  );
  return file;
}

it('passes what is right, and says what it would have found', async () => {
  const { status, stdout } = await callCheck('lecture/matlab-constraints');
  expect(stdout).toContain('right at 16 points');
  expect(stdout).toContain('100 % of those of 1e-6');
  expect(status).toBe(0);
});

it('says which entry is wrong and what it looks like, in 80 columns', async () => {
  const { status, stdout } = await startCheck(plugin('out[0] = 2 * x[0] * x[1]; out[1] = x[0] * x[1];'));
  expect(stdout).toContain('gradient (2 entries): WRONG, 1 of 2 entries');
  expect(stdout).toMatch(/index|lacks the factor|has the factor/);
  for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  expect(status).toBe(1);
});

it('says in a sentence that a gradient hangs', async () => {
  const { status, stdout } = await callCheck(plugin('while (true) {}'), '--time-limit', '1');
  expect(stdout).toContain('It could not be checked: not finished after 1 s.');
  expect(status).toBe(1);
});

it.each([
  [['lecture/nothing'], 'There is no problem "nothing"'],
  [['/nowhere.ts'], "can't be read"],
  [['rosenbrock'], 'rosenbrock/rosenbrock, '],
  [['rosenbrok'], 'rosenbrock/rosenbrock, '],
  [[], 'What is to be checked?'],
  [['--catalogue', 'lecture/sigmoid'], 'give no file with it'],
])('calls bad usage by its name: %j', async (args, sentence) => {
  const { status, stderr } = await callCheck(...args);
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split('\n').length).toBe(1);
  expect(status).toBe(2);
});
