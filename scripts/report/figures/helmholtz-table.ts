import { whyUnknown } from '../../tables/reading/known-time.ts';
import { list, number, plural } from '../../words/words.ts';
import type { Cell, Missing, Table, Tone } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { inOrder } from '../theme/methods.ts';
import { isDoubtful, isTimed, ofAskedSizes, type TimingRow } from './gradient-rows.ts';
import { doubtfulWords } from './unanswered.ts';

const DESCRIBED = {
  name: 'helmholtz',
  title:
    "The survey's experiment: gradient of the Helmholtz energy of a mixed fluid, as a multiple of one evaluation of f",
  remake: 'npm run bench -- --harness timing --suite helmholtz --operator gradient --forks 3',
};

/** The sizes of the survey's experiment. */
const SURVEY_SIZES = [1, 8, 15, 22, 29, 36, 43, 50];

/** The outcomes that a cell shows as such. */
const TONES: readonly Tone[] = ['wrong', 'unsupported', 'skipped', 'timeout', 'error'];

/** The survey's Helmholtz experiment: time of a gradient relative to f, method by n. */
export function helmholtzTable({ timing }: Results): Table | Missing {
  const rows = ofAskedSizes(timing.filter(({ suite, operator }) => suite === 'helmholtz' && operator === 'gradient'));
  const sizes = [...new Set(rows.map(({ inputs }) => inputs!))].sort((a, b) => a - b);
  const asked = rows.filter(({ method }) => rows.some((row) => row.method === method && !isLeftOut(row)));
  const methods = inOrder(asked.map(({ method }) => method!));
  const without = inOrder(rows.filter((row) => !asked.includes(row)).map(({ method }) => method!));
  if (methods.length === 0)
    return { ...DESCRIBED, kind: 'missing', why: 'timing.csv has no gradient of the Helmholtz energy.' };
  const rowAt = (method: string, n: number) => asked.find((row) => row.method === method && row.inputs === n);
  return {
    ...DESCRIBED,
    kind: 'table',
    reading: [
      ...extremes(asked),
      ...missingSizes(sizes),
      ...intervalWords(asked),
      ...doubtfulWords(asked.filter(isDoubtful)),
      ...withoutWords(without),
    ],
    columns: [
      { head: { text: 'method' }, align: 'left' },
      ...sizes.map((n) => ({ head: { text: `n = ${n}`, tex: `n = ${n}` }, align: 'right' as const })),
    ],
    rows: methods.map((method) => [{ text: method }, ...sizes.map((n) => cellOf(rowAt(method, n), asked))]),
  };
}

function isLeftOut({ outcome }: TimingRow): boolean {
  return outcome === 'unsupported' || outcome === 'skipped';
}

function cellOf(row: TimingRow | undefined, all: readonly TimingRow[]): Cell {
  if (row === undefined) return { text: '' };
  if (isDoubtful(row)) return { text: number(row.ratio!), tone: 'unknown', note: whyUnknown(row)! };
  if (!isTimed(row)) {
    return {
      text: row.outcome ?? '',
      tone: TONES.find((tone) => tone === row.outcome) ?? 'plain',
      ...(row.reason !== undefined && { note: row.reason }),
    };
  }
  // a time that is not known and is the least leaves it open who is the best
  const rivals = all.filter((other) => other.inputs === row.inputs && (isTimed(other) || isDoubtful(other)));
  const isBest = rivals.every((other) => other.ratio! >= row.ratio!);
  const interval =
    row.ratio_ci_low !== undefined && row.ratio_ci_high !== undefined
      ? { note: `${number(row.ratio_ci_low)} to ${number(row.ratio_ci_high)}` }
      : {};
  return { text: number(row.ratio!), value: row.ratio!, ...(isBest && { tone: 'best' }), ...interval };
}

/** The dearest and the cheapest gradient at the largest size, and how each grew from the smallest. */
function extremes(rows: readonly TimingRow[]): string[] {
  const timed = rows.filter(isTimed);
  if (timed.length === 0) return ['No method answered in time.'];
  const largest = Math.max(...timed.map(({ inputs }) => inputs!));
  const there = timed.filter(({ inputs }) => inputs === largest).sort((a, b) => a.ratio! - b.ratio!);
  const price = ({ method, ratio }: TimingRow) => `${number(ratio!)} (${method})`;
  const [cheapest, dearest] = [there[0]!, there.at(-1)!];
  const counted = cheapest === dearest ? price(cheapest) : `${price(cheapest)} to ${price(dearest)}`;
  const missing = [
    ...new Set(
      rows.filter((row) => row.inputs === largest && !isTimed(row) && !isDoubtful(row)).map(({ method }) => method!),
    ),
  ];
  const without = missing.length > 0 ? `; there is no time of ${list(missing)}` : '';
  return [`A gradient in ${plural(largest, 'variable')} takes the time of ${counted} evaluations of f${without}.`];
}

function withoutWords(methods: readonly string[]): string[] {
  return methods.length > 0 ? [`Not shown, since no gradient of it was timed: ${list(methods)}.`] : [];
}

function missingSizes(sizes: readonly number[]): string[] {
  const missing = SURVEY_SIZES.filter((n) => !sizes.includes(n));
  if (missing.length === 0) return [];
  return [
    `Sizes of the survey that are not in these results: ${list(missing.map(String))}; \`npm run bench -- --harness timing --suite helmholtz\` times them.`,
  ];
}

/** How far the intervals reach, or why there are none. */
function intervalWords(rows: readonly TimingRow[]): string[] {
  const widths = rows
    .filter(isTimed)
    .flatMap(({ ratio, ratio_ci_low: low, ratio_ci_high: high }) =>
      ratio && low !== undefined && high !== undefined ? [(high - low) / ratio] : [],
    );
  if (widths.length === 0)
    return ['Every case was timed in one process, so there are no intervals; `--forks 3` gives some.'];
  return [`Intervals are at most ${number(100 * Math.max(...widths), 2)} % of the ratio wide.`];
}
