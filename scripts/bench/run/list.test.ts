import { expect, it } from 'vitest';
import { listText } from './list.ts';

it('says what a default run times and what a quick run takes, in 80 columns', async () => {
  const text = await listText([]);
  const lines = text.split('\n');
  expect(text).not.toContain('…');
  for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(80);
  const sizesOf = (problem: string) => lines.find((line) => line.startsWith(`  ${problem} `))!;
  expect(sizesOf('helmholtz')).toMatch(/ 1\* \[8\]\* 15 22\* 29 36 43 50\*$/);
  expect(sizesOf('flat')).toMatch(/ 1$/); // its suite is timed on demand
  expect(lines.find((line) => line.includes('richardson'))).toMatch(/^- richardson /);
  expect(lines.some((line) => line.startsWith('  forward '))).toBe(true);
});
