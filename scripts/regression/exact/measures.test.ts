/** Which columns are judged, which only advise, and that a change for the worse of any that is judged is found. */
import { describe, expect, it } from 'vitest';
import type { Columns, Row, Table } from '../../tables/column/column.ts';
import { ALL_TABLES } from '../sides/side.ts';
import { compareRows } from './compare-rows.ts';
import { type Measure, measuresOf } from './measures.ts';

/** Columns that are not compared, and whose change nobody sees. A column belongs here only with its reason. */
const ADVICE = {
  accuracy: [],
  'error-vs-step': [],
  'step-selection': [],
  'one-sided': [],
  'expression-size': ['derive_ns'],
  operations: ['ratio', 'ratio_to_bound', 'work_ratio', 'work_to_bound'],
  memory: ['recomputation', 'time_ns'],
  training: ['prepare_ns', 'time_ns'],
  solving: ['prepare_ns', 'time_ns'],
  checks: [],
  timing:
    'forks samples calls_per_sample warmup_ms prepare_ns prepare_warm_ns first_call_ns median_ns ci_low_ns ci_high_ns primal_ns ratio ratio_ci_low ratio_ci_high steady_forks loop_ns'.split(
      ' ',
    ),
};

/** Columns of which a change is told, but is neither better nor worse. */
const TOLD = {
  accuracy: ['inputs', 'outputs', 'condition_number', 'error_to_bound', 'error_to_estimate'],
  'error-vs-step': ['inputs', 'error_to_bound', 'predicted_best_h'],
  'step-selection': ['inputs'],
  'one-sided': ['inputs', 'slope', 'exact_slope', 'convention'],
  'expression-size': ['text'],
  operations:
    'inputs outputs additions multiplications divisions nonlinear selections function_operations function_work'.split(
      ' ',
    ),
  memory: ['compared_with'],
  training: ['inputs', 'rate', 'loss', 'gradient_norm', 'compared_with'],
  solving: ['inputs', 'stopped', 'gradient_norm'],
  checks: ['inputs'],
  timing: ['inputs', 'outputs'],
};

/** Columns of which less is worse; of all others that are better or worse, it is more. */
const LESS_IS_WORSE = {
  accuracy: ['points', 'digits'],
  'step-selection': ['points', 'mean_digits', 'median_digits', 'least_digits'],
  checks: ['planted', 'found', 'named', 'checks'],
};

const byTable = (columnsOf: (table: Table<Columns>) => string[]) =>
  Object.fromEntries(ALL_TABLES.map((table) => [table.name, columnsOf(table)]));

describe('the columns of a run', () => {
  it('are judged, or listed here as advice, for a reason that they state', () => {
    const isNoText = ({ columns }: Table<Columns>, name: string) => columns[name]!.type !== 'string';
    const isAdvice = ({ columns }: Table<Columns>, name: string) => typeof columns[name]!.evidence === 'object';
    expect(
      byTable((table) => Object.keys(table.columns).filter((name) => isNoText(table, name) && isAdvice(table, name))),
    ).toEqual(ADVICE);
    for (const { columns } of ALL_TABLES)
      for (const { key, evidence } of Object.values(columns)) {
        expect(key ?? evidence).toBeDefined();
        if (typeof evidence === 'object') expect(evidence.advice).toMatch(/\w/);
      }
  });
  it('are better or worse, or are listed here as told', () => {
    const told = ({ worse }: Measure) => worse === 'neither';
    expect(
      byTable((table) =>
        measuresOf(table)
          .filter(told)
          .map(({ column }) => column),
      ),
    ).toEqual(TOLD);
  });
  it('are worse for more, or are listed here as worse for less', () => {
    const less = ALL_TABLES.map((table): [string, string[]] => [
      table.name,
      measuresOf(table).flatMap(({ worse, column }) => (worse === 'less' ? [column] : [])),
    ]);
    expect(Object.fromEntries(less.filter(([, columns]) => columns.length > 0))).toEqual(LESS_IS_WORSE);
  });
});

/** A row whose every number is this. */
function rowOf(table: Table<Columns>, value: number): Row<Columns> {
  const cell = (type: string, name: string) => (name === 'outcome' ? 'ok' : type === 'string' ? 'a' : value);
  return Object.fromEntries(Object.entries(table.columns).map(([name, { type }]) => [name, cell(type, name)]));
}

const judged = ALL_TABLES.flatMap((table) =>
  measuresOf(table)
    .filter(({ worse }) => worse !== 'neither')
    .map((measure) => ({ table, measure, name: `${measure.column} of ${table.name}.csv` })),
);

describe.each(judged)('$name', ({ table, measure: { column, worse, allowance } }) => {
  const base = rowOf(table, 8);
  const kinds = (value: number | undefined) =>
    compareRows(table, [base], [{ ...base, [column]: value }]).map(({ kind }) => kind);
  const lost = worse === 'more' ? [9, 16.1, 1e6] : [7, 4, 0];
  it('fails where it gets worse, and tells where it gets better', () => {
    for (const value of allowance ? lost.slice(1) : lost) expect(kinds(value), String(value)).toEqual(['worse']);
    expect(kinds(worse === 'more' ? 4 : 16)).toEqual(['better']);
    for (const value of [Number.NaN, undefined]) expect(kinds(value)).toEqual(['worse']);
  });
});
