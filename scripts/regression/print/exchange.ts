/** Times of one run in the shapes that other tools read. */
import { type Columns, keyColumns, type Row } from '../../tables/column/column.ts';
import { timing } from '../../tables/tables.ts';
import { whyTimeUnknown } from '../time/why-unknown.ts';

type TimingRow = Row<Columns>;

/** The shapes, by the name of `--format`. */
export const EXCHANGES: Readonly<Record<string, (rows: readonly TimingRow[]) => string>> = {
  'github-action-benchmark': (rows) => asText(measured(rows).map(smallerIsBetter)),
  bencher: (rows) => asText(Object.fromEntries(measured(rows).map(bencherEntry))),
};

/** An entry of `customSmallerIsBetter` (github.com/benchmark-action/github-action-benchmark, README). */
function smallerIsBetter(row: TimingRow) {
  const { ratio, ratio_ci_low: low, ratio_ci_high: high, forks } = row;
  return {
    name: nameOf(row),
    unit: 'times the function',
    value: ratio,
    ...(isNumber(low) && isNumber(high) && { range: `${low} to ${high}` }),
    extra: `${forks} forks`,
  };
}

/** An entry of the Bencher Metric Format (bencher.dev/docs/reference/bencher-metric-format). */
function bencherEntry(row: TimingRow) {
  const { ratio, ratio_ci_low: low, ratio_ci_high: high } = row;
  const bounds = { ...(isNumber(low) && { lower_value: low }), ...(isNumber(high) && { upper_value: high }) };
  return [nameOf(row), { ratio: { value: ratio, ...bounds } }] as const;
}

function measured(rows: readonly TimingRow[]): TimingRow[] {
  return rows.filter((row) => row.outcome === 'ok' && isNumber(row.ratio) && whyTimeUnknown(row) === undefined);
}

/** JSON has neither infinities nor what is no number. */
function isNumber(value: string | number | undefined): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}

function nameOf(row: TimingRow): string {
  return keyColumns<Columns>(timing)
    .map((name) => row[name])
    .join(' ');
}

function asText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
