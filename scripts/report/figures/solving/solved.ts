/** The content of the table of solving, by problem and solver. */

import { list } from '../../../words/words.ts';
import type { Results } from '../../content/results.ts';
import { distinct } from '../../selection/derivative-rows.ts';
import { inOrder } from '../../theme/methods.ts';

type SolvingRow = Results['solving'][number];

/** How a solver ended with the derivatives of a method. */
export interface End {
  readonly method: string;
  /** The row of the answer, right or wrong; it has a distance. */
  readonly answer: SolvingRow & { readonly distance: number };
  /** All rows, in the order of iterations. */
  readonly rows: readonly SolvingRow[];
}

/** A problem with what solves it. */
export interface Solved {
  readonly problem: string;
  readonly inputs: number;
  readonly solver: string;
  /** In the order of the lecture. */
  readonly ends: readonly End[];
  /** The row of each method without an answer. */
  readonly others: readonly SolvingRow[];
}

/**
 * The problems that were solved, each by each of its solvers, those with fewer inputs first; without those that no
 * method solved.
 */
export function solvedProblems({ solving }: Results): Solved[] {
  const keys = distinct(solving.map(keyOf));
  return keys
    .map((key) => solvedOf(solving.filter((row) => keyOf(row) === key)))
    .filter(({ ends }) => ends.length > 0)
    .sort((a, b) => a.inputs - b.inputs);
}

function keyOf({ suite, problem, size, solver }: SolvingRow): string {
  return JSON.stringify([suite, problem, size, solver]);
}

function solvedOf(rows: readonly SolvingRow[]): Solved {
  const [first] = rows;
  const methods = inOrder(distinct(rows.map(({ method }) => method)));
  const ends = methods.flatMap((method): End[] => {
    const own = rows.filter((row) => row.method === method).sort((a, b) => (a.iteration ?? 0) - (b.iteration ?? 0));
    const answer = own.at(-1);
    if (answer?.stopped === undefined || answer.distance === undefined || Number.isNaN(answer.distance)) return [];
    return [{ method, answer: { ...answer, distance: answer.distance }, rows: own }];
  });
  const others = methods
    .filter((method) => ends.every((end) => end.method !== method))
    .map((method) => rows.findLast((row) => row.method === method)!);
  return {
    problem: first?.problem ?? '',
    inputs: first?.inputs ?? first?.size ?? Number.NaN,
    solver: first?.solver ?? '',
    ends,
    others,
  };
}

/**
 * Methods that took the same way, call for call: as many iterations and calls of f, and as near at the end within a
 * factor of 2.
 */
export function alike(ends: readonly End[]): (readonly End[])[] {
  const groups: End[][] = [];
  for (const end of ends) {
    const group = groups.find(([first]) => first && isAlike(first.answer, end.answer));
    if (group) group.push(end);
    else groups.push([end]);
  }
  return groups;
}

function isAlike(a: End['answer'], b: End['answer']): boolean {
  const isSame = (['outcome', 'iteration', 'function_calls', 'gradient_calls', 'calls_of_f_in_total'] as const).every(
    (column) => a[column] === b[column],
  );
  return isSame && Math.max(a.distance, b.distance) <= 2 * Math.min(a.distance, b.distance);
}

/** Who has no answer, and why, those with the same reason together. */
export function withoutAnswer(others: readonly SolvingRow[]): string | undefined {
  const whyOf = ({ method = '', outcome, reason }: SolvingRow) => {
    const why = reason?.replace(`${method} `, '');
    return why ? `${outcome}: ${why}` : `${outcome}`;
  };
  const groups = distinct(others.map(whyOf)).map(
    (why) => `${list(others.filter((row) => whyOf(row) === why).map(({ method = '' }) => method))} (${why})`,
  );
  return groups.length > 0 ? list(groups) : undefined;
}
