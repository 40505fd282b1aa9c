/** Sizes of functions and their derivatives, problem by problem. */
import type { Results } from '../content/results.ts';
import { distinct } from './derivative-rows.ts';
import { groupsOf } from './groups.ts';

type SizeRow = Results['expressionSize'][number];

/** A form of a function or of its derivatives. */
export interface SizedForm {
  /** The title of its panel. */
  readonly panel: string;
  readonly form: string;
  readonly of: 'function' | 'derivative' | 'hessian';
  /** Operators, of a tape its nodes; undefined where there are none, which has no place on a logarithmic axis. */
  readonly size: number | undefined;
  readonly row: SizeRow;
}

/** A problem at the largest size of which there are rows. */
export interface SizePanel {
  readonly suite: string;
  readonly title: string;
  readonly forms: readonly SizedForm[];
}

/** The suite whose sizes have figures of their own. */
const APART = 'logistic-map';

/** Every problem of these rows, but for the logistic map. */
export function sizePanels(rows: readonly SizeRow[]): SizePanel[] {
  const groups = groupsOf(
    rows.filter(({ suite }) => suite !== APART),
    ({ suite, problem }) => [suite, problem],
  );
  const names = groups.map(([first]) => first.problem);
  return groups.map((own): SizePanel => {
    const { suite = '', problem = '' } = own[0];
    const sizes = distinct(own.map(({ n }) => n));
    const largest = Math.max(...sizes);
    const name = names.filter((each) => each === problem).length > 1 ? `${suite}/${problem}` : problem;
    const title = sizes.length > 1 ? `${name}, n = ${largest}` : name;
    const forms = own.filter(({ n }) => n === largest).flatMap((row) => sizedForm(row, title));
    return { suite, title, forms };
  });
}

function sizedForm(row: SizeRow, panel: string): SizedForm[] {
  const { form, of, outcome, operators, nodes } = row;
  if (form === undefined || (of !== 'function' && of !== 'derivative' && of !== 'hessian')) return [];
  const size = form === 'tape' ? nodes : operators;
  return [{ panel, form, of, size: outcome === 'ok' && size !== undefined && size > 0 ? size : undefined, row }];
}
