/** Rows of gradients against the number of inputs. */
import { growthExponent } from '../../tables/reading/growth.ts';
import { doubtfulRatio, knownRatio } from '../../tables/reading/known-time.ts';
import type { Results } from '../content/results.ts';
import { inOrder } from '../theme/methods.ts';

/** A row of timing.csv. */
export type TimingRow = Results['timing'][number];

/** The gradients of one problem at several sizes. */
export interface GradientPanel {
  readonly problem: string;
  readonly rows: readonly TimingRow[];
}

/**
 * The problems whose gradient was timed at several numbers of inputs, in the order of the rows; `without` names the
 * methods that give no gradient at all, `atOneSize` those of which larger and smaller ones were not asked for. Neither
 * are among the rows.
 */
export function gradientPanels({ timing }: Results): {
  readonly panels: readonly GradientPanel[];
  readonly without: readonly string[];
  readonly atOneSize: readonly string[];
} {
  const all = panelsOf(timing);
  const methods = [...new Set(all.panels.flatMap(({ rows }) => rows.map(({ method }) => method!)))];
  const atOneSize = methods.filter((method) => {
    const own = all.panels.map(({ rows }) => rows.filter((row) => row.method === method));
    return (
      own.flat().some(({ outcome }) => outcome === 'skipped') && own.every((rows) => rows.filter(isMeasured).length < 2)
    );
  });
  const isDrawn = ({ method }: TimingRow) => !atOneSize.includes(method!);
  return {
    ...all,
    panels: all.panels.map(({ problem, rows }) => ({ problem, rows: rows.filter(isDrawn) })),
    atOneSize: inOrder(atOneSize),
  };
}

function panelsOf(timing: Results['timing']) {
  const gradients = ofAskedSizes(timing.filter(({ operator }) => operator === 'gradient'));
  const isOfNone = (method: string | undefined) =>
    gradients.every((row) => row.method !== method || row.outcome === 'unsupported');
  const methods = inOrder(gradients.map(({ method }) => method!));
  const keys = [...new Set(gradients.map(({ suite, problem }) => `${suite}/${problem}`))];
  const panels = keys.map((key) => {
    const rows = gradients.filter((row) => `${row.suite}/${row.problem}` === key && !isOfNone(row.method));
    return { problem: rows[0]?.problem ?? key, rows };
  });
  return {
    panels: panels.filter(({ rows }) => new Set(rows.filter(isMeasured).map(({ inputs }) => inputs)).size > 1),
    without: methods.filter(isOfNone),
  };
}

/** The rows of sizes at which some method was timed: a default run leaves out others. */
export function ofAskedSizes(rows: readonly TimingRow[]): readonly TimingRow[] {
  const sizeOf = ({ suite, problem, size }: TimingRow) => JSON.stringify([suite, problem, size]);
  const asked = new Set(rows.filter(({ outcome }) => outcome !== 'skipped' && outcome !== 'unsupported').map(sizeOf));
  return rows.filter((row) => asked.has(sizeOf(row)));
}

/** Whether the row holds a time of a right answer, and the time is known. */
export function isTimed(row: TimingRow): boolean {
  return knownRatio(row) !== undefined;
}

/** Whether the row holds a time of a right answer that is not known: it is drawn hollow, and nothing is made of it. */
export function isDoubtful(row: TimingRow): boolean {
  return doubtfulRatio(row) !== undefined;
}

function isMeasured(row: TimingRow): boolean {
  return isTimed(row) || isDoubtful(row);
}

/** The exponents of a method, over the problems where one could be fitted. */
export interface Growth {
  readonly method: string;
  /** By problem; undefined where fewer than three sizes were measured. */
  readonly exponents: ReadonlyMap<string, number | undefined>;
}

/** The exponents e of ratio ~ n^e, by method and problem. */
export function growths(panels: readonly GradientPanel[]): Growth[] {
  const methods = inOrder(panels.flatMap(({ rows }) => rows.map(({ method }) => method!)));
  return methods.map((method) => ({
    method,
    exponents: new Map(
      panels.map(({ problem, rows }) => [
        problem,
        growthExponent(rows.filter((row) => row.method === method && isTimed(row))),
      ]),
    ),
  }));
}

/** An exponent to two decimals. */
export function exponentText(exponent: number): string {
  return exponent
    .toFixed(2)
    .replace(/^-(?=0\.00$)/, '')
    .replace('-', '−');
}
