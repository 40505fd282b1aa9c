import { describe, expect, it } from 'vitest';
import { NOTHING, sizeRow } from '../fixtures/results.ts';
import { formAccuracy } from './form-accuracy.ts';

type Cells = Parameters<typeof sizeRow>[0];

const row = (form: string, n: number, operators: number, relative_error: number): Cells => ({
  suite: 'logistic-map',
  problem: 'nested',
  of: 'derivative',
  form,
  n,
  operators,
  characters: 4 * operators,
  relative_error,
});

const TREE = [row('raw', 5, 200, 1e-15), row('raw', 6, 500, 2e-14), row('raw', 7, 1200, 3e-15)];
const EXPANDED = [
  row('polynomial', 5, 45, 1e-12),
  row('polynomial', 6, 90, 0.7),
  row('polynomial', 7, 190, Number.NaN),
];

function partOf(rows: readonly Cells[]) {
  const part = formAccuracy({ ...NOTHING, expressionSize: rows.map(sizeRow) });
  if (part.kind === 'missing') throw new Error(part.why);
  return part;
}

describe('the error of a form', () => {
  it('is beyond the last digit from some n on, though the form is the shortest', () => {
    expect(partOf([...TREE, ...EXPANDED]).reading).toEqual([
      'The tree has a relative error of at most 2.0 × 10⁻¹⁴ up to n = 7.',
      'From n = 6 on the expanded polynomial has no correct digit (relative error 0.70), though it has the fewest operators: 90 against 500 (tree).',
    ]);
  });

  it('says so only if the data do', () => {
    const longer = EXPANDED.map((each) => ({ ...each, operators: 9999 }));
    expect(partOf([...TREE, ...longer]).reading[1]).toBe(
      'From n = 6 on the expanded polynomial has no correct digit (relative error 0.70); it has 9999 operators there, against 500 (tree).',
    );
    const accurate = EXPANDED.map((each) => ({ ...each, relative_error: 1e-13 }));
    expect(partOf([...TREE, ...accurate]).reading[1]).toBe(
      'The expanded polynomial has a relative error of at most 1.0 × 10⁻¹³ up to n = 7.',
    );
    const recovers = [EXPANDED[0]!, EXPANDED[1]!, { ...EXPANDED[2]!, relative_error: 1e-3 }];
    expect(partOf([...TREE, ...recovers]).reading[1]).not.toContain('no correct digit');
    expect(partOf(EXPANDED).reading).toEqual([
      'From n = 6 on the expanded polynomial has no correct digit (relative error 0.70).',
    ]);
    expect(partOf(EXPANDED.slice(2)).reading).toEqual([
      'From n = 7 on the expanded polynomial has no correct digit (relative error not a number).',
    ]);
  });

  it('is drawn on the axis up to 1e8, above it with its magnitude, and where it is 0 at the lower end', () => {
    const { spec } = partOf([
      row('raw', 1, 0, 0),
      row('polynomial', 8, 381, 2.3e31),
      row('polynomial', 9, 765, Number.NaN),
    ]);
    const values = JSON.parse(JSON.stringify(spec)).data.values;
    expect(values).toMatchObject([
      { form: 'tree', inside: 1e-17, 'relative error': 0 },
      { form: 'expanded polynomial', label: '10³¹' },
      { label: 'NaN', 'relative error': 'not a number' },
    ]);
    expect(values[1].inside).toBeUndefined();
    expect(values[1].outside).toBeGreaterThan(1e8);
    expect(spec).toMatchObject({ title: { text: 'Band at the top: larger still, or not a number (NaN).' } });
    expect(partOf(TREE).spec).not.toHaveProperty('title');
  });

  it('counts what has no answer', () => {
    const timeout = { ...row('simplified', 6, 0, 0), outcome: 'timeout', relative_error: undefined };
    expect(partOf([...TREE, timeout]).reading.at(-1)).toBe('Without an answer: simplified tree (1 timeout).');
  });

  it('is missing without errors in the rows', () => {
    const without = TREE.map((each) => ({ ...each, relative_error: undefined }));
    expect(formAccuracy({ ...NOTHING, expressionSize: without.map(sizeRow) })).toMatchObject({
      kind: 'missing',
      why: 'expression-size.csv has no errors of the derivative of the logistic map.',
    });
    expect(formAccuracy(NOTHING).kind).toBe('missing');
  });
});
