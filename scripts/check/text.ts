import wrapAnsi from 'wrap-ansi';
import type { Finding, WrongEntry } from '../checker/check.ts';
import { PLANTED_ERRORS } from '../checker/comparison/power.ts';
import { lineWidth } from '../command/line-width.ts';
import { fittedTable } from '../command/text-table.ts';
import { plural } from '../words/words.ts';
import type { Checked, CheckRun } from './run.ts';

/** Wrong entries that are listed. */
const LISTED = 8;
const INDENT = '  ';

/** The findings, in lines that fit the terminal. */
export function checkedText(all: readonly Checked[], run: CheckRun): string {
  const wrong = all.filter(({ isRight }) => !isRight).length;
  const isUnclear = all.every(({ isRight, failure, findings }) => isRight || (!failure && findings.every(isNotWrong)));
  const verdict =
    wrong > 0 && isUnclear
      ? `Nothing was found wrong, but the check could not tell of everything.`
      : wrong === 0
        ? `All that is written by hand is right at the points that were tried.`
        : `${all.length === 1 ? 'The check' : `${wrong} of ${all.length} checks`} did not pass.`;
  return [...all.map((each) => problemText(each, run)), verdict].join('\n\n');
}

/** The findings as JSON: an object for each problem and size. */
export function jsonText(all: readonly Checked[]): string {
  const plain = all.map(({ findings, ...rest }) => ({
    ...rest,
    findings: findings.map(({ diagnosis, wrong, unclear, ...finding }) => ({
      ...finding,
      wrong: wrong.map((entry) => ({ ...entry, x: [...entry.x] })),
      unclear: unclear.map(({ wrongAt: _, ...entry }) => ({ ...entry, x: [...entry.x] })),
      ...(diagnosis && { looksLike: diagnosis.kinds, words: wordsOf(diagnosis) }),
    })),
  }));
  return JSON.stringify(plain, null, 2);
}

function wordsOf({ whole, entries }: NonNullable<Finding['diagnosis']>): string[] {
  return [...whole, ...entries.values()];
}

function problemText({ name, title, size, findings, failure }: Checked, run: CheckRun): string {
  const head = wrapped(`${name}, size ${size}: ${title}`);
  if (failure !== undefined) return `${head}\n${wrapped(`It could not be checked: ${failure}.`, INDENT)}`;
  return [head, ...findings.map((finding) => findingText(finding, run))].join('\n');
}

function findingText(finding: Finding, run: CheckRun): string {
  const { operator, rows, columns, outcome, points, wrong, faults } = finding;
  const shape = rows === 1 ? `${plural(columns, 'entry', 'entries')}` : `${rows} x ${columns}`;
  const what = `${operator} (${shape})`;
  if (outcome === 'unchecked')
    return wrapped(`${what}: not checked. No point has a derivative: each is a kink, or has no finite value.`, INDENT);
  const said = faults.map((fault) => wrapped(`Fault in the code of the ${operator}: ${fault}.`, INDENT));
  if (outcome === 'unclear') return [unclearText(finding, what), powerText(finding, run)].join('\n');
  if (outcome === 'wrong' && wrong.length === 0) {
    const entries = operator === 'value' ? '' : `, though its entries are right at ${points} points`;
    return [wrapped(`${what}: WRONG${entries}.`, INDENT), ...said].join('\n');
  }
  if (outcome === 'ok')
    return [wrapped(`${what}: right at ${points} points.`, INDENT), powerText(finding, run)].join('\n');
  const count = `${wrong.length} of ${plural(rows * columns, 'entry', 'entries')}`;
  return [
    wrapped(`${what}: WRONG, ${count}, tried at ${points} points.`, INDENT),
    tableOf(finding),
    ...looksText(finding),
    ...said,
    powerText(finding, run),
  ].join('\n');
}

/** Entries over which the check has no power. */
function unclearText({ unclear, rows, points }: Finding, what: string): string {
  const shown = unclear.slice(0, LISTED).map((entry) => {
    const { byHand, exact, x } = entry;
    return wrapped(
      `${placeOf(entry, rows)}: ${byHand.toPrecision(8)} by hand, ${exact.toPrecision(8)} exactly, at x = ${pointOf(x)}`,
      INDENT.repeat(2),
    );
  });
  const more = unclear.length > shown.length ? [`${INDENT.repeat(2)}and ${unclear.length - shown.length} more`] : [];
  const count = plural(unclear.length, 'entry', 'entries');
  return [
    wrapped(
      `${what}: COULD NOT TELL of ${count}, tried at ${points} points. The values that the derivative is computed from are so large beside it that rounding could be what it is off. Leave out large constants, or check at other points.`,
      INDENT,
    ),
    ...shown,
    ...more,
  ].join('\n');
}

function isNotWrong({ outcome }: Finding): boolean {
  return outcome === 'ok' || outcome === 'unclear';
}

function pointOf(x: Float64Array): string {
  return `(${Array.from(x.subarray(0, 4), (value) => value.toPrecision(4)).join(', ')}${x.length > 4 ? ', …' : ''})`;
}

function tableOf({ wrong, rows, points }: Finding): string {
  const shown = [...wrong]
    .sort((a, b) => relative(b) - relative(a))
    .slice(0, LISTED)
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const body = shown.map((entry) => [
    placeOf(entry, rows),
    entry.byHand.toPrecision(8),
    entry.exact.toPrecision(8),
    relative(entry).toExponential(1),
    `${entry.wrongAt}/${points}`,
  ]);
  const lines = fittedTable(
    ['entry', 'by hand', 'should be', 'relative error', 'wrong at'],
    body,
    2 * INDENT.length,
  ).split('\n');
  const at = shown[0]
    ? [wrapped(`(worst of ${placeOf(shown[0], rows)} at x = ${pointOf(shown[0].x)})`, INDENT.repeat(2))]
    : [];
  const more = wrong.length > shown.length ? [`${INDENT.repeat(2)}and ${wrong.length - shown.length} more`] : [];
  return [...lines.map((line) => `${INDENT.repeat(2)}${line}`.trimEnd()), ...more, ...at].join('\n');
}

function placeOf({ row, column }: WrongEntry, rows: number): string {
  return rows === 1 ? `${column + 1}` : `(${row + 1}, ${column + 1})`;
}

/** Error relative to the larger of both numbers. */
function relative({ byHand, exact }: WrongEntry): number {
  return Math.abs(byHand - exact) / Math.max(Math.abs(byHand), Math.abs(exact));
}

function looksText({ diagnosis, rows, columns }: Finding): string[] {
  if (!diagnosis) return [];
  const whole = diagnosis.whole.map((words) => wrapped(`It looks like this: ${words}.`, INDENT));
  const entries = [...diagnosis.entries].map(([e, words]) =>
    wrapped(
      `Entry ${rows === 1 ? e + 1 : `(${Math.floor(e / columns) + 1}, ${(e % columns) + 1})`}: ${words}.`,
      INDENT,
    ),
  );
  return [...whole, ...(diagnosis.whole.length > 0 && diagnosis.kinds.includes('unknown') ? [] : entries)];
}

function powerText({ power, rows }: Finding, { tolerance, against }: CheckRun): string {
  const shares = PLANTED_ERRORS.map(
    (error, k) => `${Math.round(100 * power.found[k]!)} % of those of 1e${Math.log10(error).toFixed(0)}`,
  );
  const said = `Had one entry alone been off by a relative error, it would have been found: ${shares.join(', ')} (tolerance ${tolerance.toExponential(0)}${against === 'exact' ? '' : ', against differences'}).`;
  const { blind } = power;
  if (blind.length === 0) return wrapped(said, INDENT);
  const places = blind
    .slice(0, 6)
    .map(([row, column]) => (rows === 1 ? `${column + 1}` : `(${row + 1}, ${column + 1})`));
  const spots = `Blind spots, 0 at every point, where a wrong factor can't be seen: ${places.join(', ')}${blind.length > 6 ? ` and ${blind.length - 6} more` : ''}.`;
  return `${wrapped(said, INDENT)}\n${wrapped(spots, INDENT)}`;
}

function wrapped(text: string, indent = ''): string {
  return wrapAnsi(text, lineWidth() - indent.length, { hard: true })
    .split('\n')
    .map((line) => `${indent}${line}`)
    .join('\n');
}
