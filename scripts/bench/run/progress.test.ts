import { afterEach, describe, expect, it, vi } from 'vitest';
import { createProgress, duration } from './progress.ts';

describe('a duration', () => {
  it.each([
    [0, '0 s'],
    [0.4, '0 s'],
    [45.2, '45 s'],
    [59.4, '59 s'],
    [59.6, '1 min 0 s'],
    [200, '3 min 20 s'],
    [3600, '60 min 0 s'],
  ])('of %d seconds reads %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});

describe('the progress display where the output is no terminal', () => {
  const { isTTY } = process.stderr;
  afterEach(() => {
    process.stderr.isTTY = isTTY;
    vi.restoreAllMocks();
  });

  it('writes a plain line every few seconds: how much is done, what is left, what runs', () => {
    const lines: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((line: string) => lines.push(line));
    process.stderr.isTTY = false;
    let time = 0;
    const tasks = ['first', 'second', 'third', 'fourth'].map((label) => ({ label, weight: 100_000 }));
    const [first, second, third, fourth] = tasks;
    const progress = createProgress([{ tasks, width: 1 }], () => time);
    const end = progress.begin(first!);
    expect(lines).toEqual([]);
    time = 200_000; // twice as long as its weight says, of which the estimate believes most
    end();
    progress.begin(second!)();
    progress.begin(third!);
    expect(lines).toEqual(['1/4 done, about 9 min 38 s left; now second']);
    time = 206_000;
    progress.begin(fourth!);
    expect(lines[1]).toMatch(/^2\/4 done, about .* left; now fourth$/);
    progress.stop();
  });

  it('is the same in a terminal that can not move its cursor', () => {
    const written = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    vi.stubEnv('TERM', 'dumb');
    process.stderr.isTTY = true;
    const task = { label: 'first', weight: 100_000 };
    const progress = createProgress([{ tasks: [task], width: 1 }], () => 0);
    progress.begin(task)();
    progress.stop();
    vi.unstubAllEnvs();
    expect(written).not.toHaveBeenCalled();
  });
});
