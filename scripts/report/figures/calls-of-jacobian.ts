import { count, list } from '../../words/words.ts';
import type { Chart, Missing } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { distinct, isPositive } from '../selection/derivative-rows.ts';
import { quantitative } from '../theme/axes.ts';
import { inOrder } from '../theme/methods.ts';
import { chosenInLegend, methodEncoding } from '../theme/series.ts';
import { LINE_WITH_POINTS, panelsBy, specification } from '../theme/specification.ts';

/** The method that shares calls among columns. */
const SHARING = 'coloured-difference';

interface Point {
  readonly problem: string;
  readonly method: string;
  readonly inputs: number;
  readonly calls: number;
}

/** Calls of f for a Jacobian against its columns, where the columns of a sparse one may share calls. */
export function callsOfJacobian({ operations }: Results): Chart | Missing {
  const described = {
    name: 'calls-of-jacobian',
    title: 'Calls of f for a sparse Jacobian',
    remake: 'npm run bench -- --harness operations --suite banded',
  };
  const all = operations.flatMap((row): (Point & { readonly suite: string })[] => {
    const { suite, problem, method, inputs, function_calls: calls, operator, outcome } = row;
    if (operator !== 'jacobian' || outcome !== 'ok' || !suite || !problem || !method) return [];
    return isPositive(inputs) && isPositive(calls) ? [{ suite, problem, method, inputs, calls }] : [];
  });
  const sparse = all.filter(({ method, inputs, calls }) => method === SHARING && calls < inputs + 1);
  const sizesOf = (suite: string) => distinct(sparse.filter((row) => row.suite === suite).map(({ inputs }) => inputs));
  // the suite in which growth is seen
  const [suite] = distinct(sparse.map((row) => row.suite)).sort((a, b) => sizesOf(b).length - sizesOf(a).length);
  if (suite === undefined) {
    return {
      ...described,
      kind: 'missing',
      why: `There is no row of ${SHARING} on a sparse Jacobian in operations.csv.`,
    };
  }
  const problems = distinct(sparse.filter((row) => row.suite === suite).map(({ problem }) => problem));
  const points = all
    .filter((row) => row.suite === suite && problems.includes(row.problem))
    .map(({ suite: _, ...point }): Point => point);
  const methods = inOrder(points.map(({ method }) => method));
  return {
    ...described,
    kind: 'chart',
    alternative:
      `Calls of f for a Jacobian over the number of inputs, one line a method (${list(methods)}), one panel ` +
      `a problem: ${list(problems)}.`,
    reading: problems.map((problem) =>
      sentence(
        problem,
        points.filter((point) => point.problem === problem),
      ),
    ),
    spec: specOf(points, problems),
  };
}

/** Says the calls of the largest size, and whether the calls that are shared grow with n. */
function sentence(problem: string, points: readonly Point[]): string {
  const largest = Math.max(...points.map(({ inputs }) => inputs));
  const last = points.filter(({ inputs }) => inputs === largest).sort((a, b) => a.calls - b.calls);
  const shared = points.filter(({ method }) => method === SHARING);
  const calls = shared.map((point) => point.calls);
  const sizes = distinct(shared.map(({ inputs }) => inputs)).sort((a, b) => a - b);
  const growth =
    sizes.length < 2
      ? ''
      : Math.min(...calls) === Math.max(...calls)
        ? `, as at all sizes from n = ${count(sizes[0]!)} on`
        : `, ${count(Math.min(...calls))} to ${count(Math.max(...calls))} over all sizes from n = ${count(sizes[0]!)} on`;
  const others = last.filter(({ method }) => method !== SHARING);
  const own = last.find(({ method }) => method === SHARING);
  const rest = others.map((point) => `${point.method} ${count(point.calls)} times`);
  const first = own ? [`${SHARING} calls f ${count(own.calls)} times${growth}`] : [];
  return `On ${problem} with n = ${count(largest)}, ${[...first, ...(rest.length > 0 ? [list(rest)] : [])].join('; ')}.`;
}

function specOf(points: readonly Point[], problems: readonly string[]): Chart['spec'] {
  const sizes = distinct([0, ...points.map(({ inputs }) => inputs)]);
  return specification({
    data: { values: [...points] },
    columns: 3,
    spacing: 26,
    ...panelsBy('problem', problems),
    spec: {
      width: 150,
      height: 240,
      params: chosenInLegend('method'),
      mark: LINE_WITH_POINTS,
      encoding: {
        x: quantitative('inputs', 'inputs n', { scale: { zero: true }, axis: { values: sizes, labelFlush: false } }),
        y: quantitative('calls', 'calls of f'),
        ...methodEncoding(points.map(({ method }) => method)),
      },
    },
  });
}
