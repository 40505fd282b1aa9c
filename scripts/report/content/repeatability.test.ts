import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../fixtures/command.ts';
import { readRepeatability } from './repeatability.ts';

const FOUND = {
  cases: 2,
  within5: 0.5,
  within10: 1,
  within50: 1,
  intervalHolds: null,
  worst: [],
  made: { run: ['a', 'b'], commit: 'c', node: '20', machine: 'm' },
};

function fileOf(text: string): string {
  const file = path.join(temporaryFolder(), 'repeat.json');
  writeFileSync(file, text);
  return file;
}

describe('how well runs repeat', () => {
  it('is read from the file, and not known without one', async () => {
    expect(await readRepeatability(fileOf(JSON.stringify(FOUND)))).toMatchObject({ cases: 2, within5: 0.5 });
    expect(await readRepeatability(path.join(temporaryFolder(), 'none.json'))).toBeUndefined();
  });

  it('is not taken from a damaged file, and not known where no case was repeated', async () => {
    for (const text of [
      '{',
      '1',
      JSON.stringify({ ...FOUND, made: undefined }),
      JSON.stringify({ ...FOUND, cases: '2' }),
    ])
      await expect(readRepeatability(fileOf(text))).rejects.toThrow('is damaged: make it again');
    expect(await readRepeatability(fileOf(JSON.stringify({ ...FOUND, cases: 0, within5: null })))).toBeUndefined();
  });
});
