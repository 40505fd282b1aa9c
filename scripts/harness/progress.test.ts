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
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('writes a plain line every few seconds: how much is done, what is left, what runs', () => {
    vi.useFakeTimers();
    const lines: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((line: string) => lines.push(line));
    process.stderr.isTTY = false;
    const progress = createProgress(4, 400);
    progress.begin('first');
    expect(lines).toEqual([]);
    vi.advanceTimersByTime(6000);
    progress.end(100);
    progress.begin('second');
    progress.begin('third');
    expect(lines).toEqual(['1/4 done, about 18 s left; now second']);
    vi.advanceTimersByTime(6000);
    progress.end(200);
    progress.begin('fourth');
    expect(lines[1]).toBe('2/4 done, about 4 s left; now fourth');
    progress.stop();
  });
});
