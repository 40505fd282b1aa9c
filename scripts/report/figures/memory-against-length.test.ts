import { describe, expect, it } from 'vitest';
import { memoryRow, NOTHING } from '../fixtures/results.ts';
import { chartSvg } from '../render/chart.ts';
import { WHITE_PAPER } from '../theme/chart-config.ts';
import { memoryAgainstLength } from './memory-against-length.ts';

const LENGTHS = [10, 100, 1000];

function rows(strategy: string, bytesOf: (length: number) => number, recomputation = 1, problem = 'chain') {
  return LENGTHS.map((length) =>
    memoryRow({ suite: 's', problem, length, strategy, bytes: bytesOf(length), recomputation }),
  );
}

function chartOf(memory: ReturnType<typeof rows>) {
  const part = memoryAgainstLength({ ...NOTHING, memory });
  if (part.kind !== 'chart') throw new Error(part.why);
  return part;
}

describe('memory against length', () => {
  const MEMORY = [
    ...rows('reverse-tape', (length) => 100 * length),
    ...rows('checkpointing-10', (length) => 50 * length ** 0.5, 7.5),
    ...rows('forward', () => 16),
  ];

  it('says the fitted powers, what is kept at the greatest length, and how often steps are repeated there', () => {
    expect(chartOf(MEMORY).reading).toEqual([
      'On chain, fitted powers of the length: forward 0.00, reverse-tape 1.00 and checkpointing-10 0.50.',
      'At length 1000 of chain a gradient keeps from 16 B (forward) to 100 kB (reverse-tape).',
      'There each step or term is evaluated more than once by checkpointing-10 7.50 times.',
    ]);
  });

  it('says what has no number, and why', () => {
    const refused = memoryRow({
      problem: 'sum',
      length: 10,
      strategy: 'checkpointing-10',
      outcome: 'unsupported',
      reason: 'no map',
    });
    const late = memoryRow({ problem: 'sum', length: 10, strategy: 'reverse-graph', outcome: 'timeout' });
    expect(chartOf([...MEMORY, refused, refused, late]).reading.at(-1)).toBe(
      'Without a number: checkpointing-10 on sum (no map) and reverse-graph on sum (timeout).',
    );
  });

  it('fits nothing through two lengths, and compares nothing with itself', () => {
    expect(chartOf(rows('forward', () => 16).slice(0, 2)).reading).toEqual([
      'At length 100 of chain a gradient keeps 16 B (forward).',
    ]);
  });

  it('does without rows that have no bytes, and is missing where none has', () => {
    const nan = rows('reverse-graph', () => Number.NaN);
    expect(chartOf([...MEMORY, ...nan]).reading[0]).not.toContain('reverse-graph');
    expect(memoryAgainstLength({ ...NOTHING, memory: nan }).kind).toBe('missing');
    expect(memoryAgainstLength(NOTHING).kind).toBe('missing');
  });

  it('draws methods in their own colour, and strategies that are none in another', async () => {
    const svg = await chartSvg(chartOf(MEMORY), WHITE_PAPER);
    const colours = new Set(svg.match(/(?<=class="mark-line[^>]*><path [^>]*stroke=")#\w+/g));
    expect(colours.size).toBe(3);
    expect(svg).toContain('>checkpointing-10<');
  });
});
