import { type Comparison, statusOf } from '../comparison/comparison.ts';
import { verdictSentence } from './words.ts';

/** Everything that the comparison found, as JSON; infinities and what is no number are strings. */
export function comparisonJson(comparison: Comparison): string {
  const { base, head, findings, times, ...rest } = comparison;
  const sides = { base, head };
  const described = Object.fromEntries(
    Object.entries(sides).map(([name, { folder, record }]) => [name, { folder, ...record }]),
  );
  const told = {
    status: statusOf(comparison),
    verdict: verdictSentence(comparison),
    ...described,
    ...rest,
    findings: findings.map(({ row, ...finding }) => finding),
    times: times.map(({ row, forks: [base, head], ...time }) => ({ ...time, forks: { base, head } })),
  };
  const writable = (_: string, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  return `${JSON.stringify(told, writable, 2)}\n`;
}

/** The JSON where nothing had to be compared, with the reason. */
export function unchangedJson(why: string): string {
  return `${JSON.stringify({ status: 0, verdict: why }, null, 2)}\n`;
}
