import { describe, expect, it } from 'vitest';
import { NOTHING, RECORD, sizeRow } from '../fixtures/results.ts';
import { chartSvg } from '../render/chart.ts';
import { WHITE_PAPER } from '../theme/chart-config.ts';
import { expressionSizes } from './expression-sizes.ts';

type Cells = Parameters<typeof sizeRow>[0];

const MINE = { suite: 'plugin', problem: 'mine', n: 2 };
const ROWS: Cells[] = [
  { ...MINE, form: 'raw', of: 'function', operators: 4 },
  { ...MINE, form: 'raw', of: 'derivative', operators: 30 },
  { ...MINE, form: 'graph-simplified', of: 'function', operators: 4 },
  { ...MINE, form: 'graph-simplified', of: 'derivative', operators: 6 },
  { ...MINE, form: 'graph-simplified', of: 'hessian', operators: 9 },
  { ...MINE, form: 'tape', of: 'derivative', nodes: 7 },
];

function partOf(rows: readonly Cells[], record = RECORD) {
  const part = expressionSizes({ ...NOTHING, record, expressionSize: rows.map(sizeRow) });
  if (part.kind === 'missing') throw new Error(part.why);
  return part;
}

describe('the sizes of expressions', () => {
  it('are told of any function, the first derivatives against the function', () => {
    expect(partOf(ROWS).reading).toEqual([
      'Operators of the first derivatives of mine, against those of the function: 7.5 times as a tree (30 for 4) and ' +
        '1.5 times as a simplified shared graph (6 for 4).',
    ]);
  });

  it('are drawn in a panel a problem, at its largest size, with the outcome of what has none', async () => {
    const slow = { suite: 'rosenbrock', problem: 'rosenbrock', form: 'raw', of: 'derivative' };
    const part = partOf([
      ...ROWS,
      { ...slow, n: 2, operators: 25 },
      { ...slow, n: 1000, outcome: 'timeout', reason: 'not finished after 1 s' },
      { ...slow, n: 1000, of: 'function', operators: 9000 },
    ]);
    const svg = await chartSvg(part, WHITE_PAPER);
    for (const text of ['mine', 'rosenbrock, n = 1000', 'tree', 'tape (nodes)', 'timeout', '10⁰', 'function'])
      expect(svg).toContain(`>${text}<`);
    expect(svg).not.toMatch(/NaN|Infinity/);
    expect(part.reading.at(-1)).toBe('Without a size: tree (1 timeout).');
  });

  it('are made again by a command that names the plug-in', () => {
    const record = { ...RECORD, options: { ...RECORD.options, plugins: ['mine.ts'] } };
    expect(partOf(ROWS, record).remake).toBe('npm run bench -- --plugin mine.ts --harness size --suite plugin');
  });

  it('are missing without rows, or with those of the logistic map alone, which has figures of its own', () => {
    const part = expressionSizes({
      ...NOTHING,
      expressionSize: [sizeRow({ ...ROWS[0], suite: 'logistic-map', problem: 'nested' })],
    });
    expect(part).toMatchObject({ kind: 'missing', remake: 'npm run bench -- --harness size' });
  });
});
