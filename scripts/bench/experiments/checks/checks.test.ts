import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../fixtures/command.ts';
import { callBench } from '../../../fixtures/in-process.ts';
import { REFERENCES, TOLERANCES } from '../../../tables/columns/checks.ts';

type Row = Readonly<Record<string, string>>;

async function rowsOf(...args: string[]): Promise<Row[]> {
  const out = temporaryFolder();
  const { status, stderr } = await callBench('--harness', 'checks', '--out', out, ...args);
  expect(status, stderr).toBe(0);
  const file = path.join(out, 'checks.csv');
  expect(existsSync(file)).toBe(true);
  return parse(readFileSync(file, 'utf8'), { columns: true });
}

describe('the harness of checks', () => {
  it('has a row for each kind, reference and tolerance, in which less is found at a wider tolerance', async () => {
    const rows = await rowsOf('--quick', '--problem', 'matlab-constraints');
    const planted = rows.filter(({ slip }) => slip !== 'none');
    const kinds = new Set(planted.map(({ slip }) => slip));
    expect(kinds.size).toBeGreaterThan(3);
    expect(rows.length).toBe((kinds.size + 1) * REFERENCES.length * TOLERANCES.length);
    for (const kind of kinds) {
      for (const reference of REFERENCES) {
        const found = planted.filter((row) => row.slip === kind && row.reference === reference);
        const counts = found.sort((a, b) => Number(b.tolerance) - Number(a.tolerance)).map((row) => Number(row.found));
        expect(counts).toEqual([...counts].sort((a, b) => a - b));
        expect(counts.at(-1)).toBe(Number(found[0]!.planted));
      }
    }
    const named = planted.filter((row) => row.named !== '');
    expect(
      named.every((row) => row.reference === 'exact' && row.tolerance === '1e-10' && row.named === row.planted),
    ).toBe(true);
    const exact = rows.filter((row) => row.slip === 'none' && row.reference === 'exact');
    expect(exact.every((row) => row.false_alarms === '0' && Number(row.checks) >= 16)).toBe(true);
  });

  it('has a row with its reason for every problem of which it takes none', async () => {
    const rows = await rowsOf('--quick', '--suite', 'training');
    expect(rows.length).toBeGreaterThan(0);
    for (const { outcome, reason } of rows) {
      expect(outcome).toBe('skipped');
      expect(reason).toContain('slips are planted into');
    }
  });
});
