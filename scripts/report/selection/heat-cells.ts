import { type CaseRow, methodsOf } from './derivative-rows.ts';
import { type LargestCase, largestCases } from './largest-size.ts';

/** The outcome of a cell that has no row, or no number. */
export const NOT_MEASURED = 'not measured';
/** The outcome of a cell whose number was measured and is not known. */
export const NOT_KNOWN = 'not known';

/** A method on a problem, at the problem's largest size. */
export interface HeatCell {
  readonly suite: string;
  readonly problem: string;
  readonly size: number;
  readonly method: string;
  readonly outcome: string;
  readonly reason: string | undefined;
  /** The value that colours the cell. Present where, and only where, the outcome is ok. */
  readonly value: number | undefined;
}

/** The cells of a heat map. */
export interface HeatCells {
  readonly cells: readonly HeatCell[];
  /** Methods that offer no answer to any problem, and are left out. */
  readonly idleMethods: readonly string[];
  /** Problems of which nothing was asked, and which are left out. */
  readonly idleProblems: readonly LargestCase<CaseRow>[];
}

/**
 * Every method on every problem, gaps included; `whyDoubtful` says why the number of a row that has one is not known.
 */
export function heatCells<R extends CaseRow>(
  rows: readonly R[],
  measureOf: (row: R) => number | undefined,
  whyDoubtful: (row: R) => string | undefined = () => undefined,
): HeatCells {
  const all = largestCases(rows);
  const cases = all.filter(({ isAsked }) => isAsked);
  const asked = cases.flatMap((each) => each.rows);
  const methods = methodsOf(asked.filter(({ outcome }) => outcome !== 'unsupported'));
  const cells = cases.flatMap(({ suite, problem, size, rows: own }) =>
    methods.map((method): HeatCell => {
      const row = own.find((each) => each.method === method);
      const value = row?.outcome === 'ok' ? measureOf(row) : undefined;
      const isMeasured = value !== undefined && Number.isFinite(value);
      const doubt = row && isMeasured ? whyDoubtful(row) : undefined;
      if (doubt !== undefined)
        return { suite, problem, size, method, outcome: NOT_KNOWN, reason: doubt, value: undefined };
      const outcome = row?.outcome === 'ok' && !isMeasured ? NOT_MEASURED : (row?.outcome ?? NOT_MEASURED);
      return { suite, problem, size, method, outcome, reason: row?.reason, value: isMeasured ? value : undefined };
    }),
  );
  return {
    cells,
    idleMethods: methodsOf(asked).filter((method) => !methods.includes(method)),
    idleProblems: all.filter(({ isAsked }) => !isAsked),
  };
}
