import { linearRegression, linearRegressionLine, rSquared } from 'simple-statistics';
import { list, number } from '../../words/words.ts';
import type { Chart, Missing } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { groupsOf } from '../selection/groups.ts';
import { logAxis, powersOfTen, quantitative, wholeAxis } from '../theme/axes.ts';
import { formEncoding, formTitle } from '../theme/forms.ts';
import { chosenInLegend } from '../theme/series.ts';
import { known, POINT, panelsBy, specification } from '../theme/specification.ts';
import { bandAbove, bandLayer, unansweredSentence } from './unanswered.ts';

type SizeRow = Results['expressionSize'][number];

/** Names that differ where it is the logistic map, written with its last value twice in the next. */
const MAP = {
  suite: 'logistic-map',
  problem: 'nested',
  described: {
    name: 'expression-swell',
    title: 'Size of the logistic map lₙ and of its derivative, by form',
    remake: 'npm run bench -- --harness size --suite logistic-map',
  },
  words: 'lₙ',
};

const FORMS = ['raw', 'simplified', 'polynomial', 'graph-shared', 'graph-simplified', 'tape'];
const SUBJECTS = ['function', 'derivative'] as const;
const PANELS = { function: 'the function', derivative: 'its derivative' };

/**
 * Size against n: trees, shared graphs, the tape and the expanded polynomial, of the logistic map or of what else there
 * is at many sizes.
 */
export function expressionSwell({ expressionSize, record }: Results): Chart | Missing {
  const shown = expressionSize.filter(
    ({ form, of }) => FORMS.includes(form!) && SUBJECTS.some((subject) => subject === of),
  );
  const { own: rows, described, words } = grownProblem(shown, record);
  const drawn = rows.filter((row) => sizeOf(row) !== undefined);
  if (drawn.length === 0)
    return { ...described, kind: 'missing', why: 'expression-size.csv has no size of the logistic map.' };
  const failed = rows.filter(({ outcome }) => outcome !== 'ok');
  return {
    ...described,
    kind: 'chart',
    alternative: `Size over n, logarithmic, in two panels, for the function and for its derivative; a line for each of ${list([...new Set(drawn.map(({ form }) => formTitle(form!)))])}.`,
    reading: [
      ...SUBJECTS.flatMap((subject) =>
        growthWords(
          subject === 'function' ? words : 'its derivative',
          drawn.filter(({ of }) => of === subject),
        ),
      ),
      ...unansweredSentence('In the band at the top, without a size', failed, ({ form }) => formTitle(form!)),
    ],
    spec: specOf(drawn, failed),
  };
}

/** The logistic map, where it is there; else the problem with the most sizes, where there are several. */
function grownProblem(rows: readonly SizeRow[], record: Results['record']) {
  const groups = groupsOf(rows, ({ suite, problem }) => [suite, problem]).filter((group) => sizesIn(group) > 1);
  const map = rows.filter(({ suite, problem }) => suite === MAP.suite && problem === MAP.problem);
  const [first] = groups.toSorted((a, b) => sizesIn(b) - sizesIn(a));
  if (map.length > 0 || first === undefined) return { own: map, ...MAP };
  const [{ suite = '', problem = '' }] = first;
  const plugins = suite === 'plugin' ? (record?.options.plugins ?? []) : [];
  const described = {
    name: MAP.described.name,
    title: `Size of ${problem} and of its derivative, by form`,
    remake: ['npm run bench --', ...plugins.map((file) => `--plugin ${file}`), `--harness size --suite ${suite}`].join(
      ' ',
    ),
  };
  return { own: first, described, words: problem };
}

function sizesIn(rows: readonly SizeRow[]): number {
  return new Set(rows.map(({ n }) => n)).size;
}

/**
 * Operators, of a tape its nodes; undefined where there is none, also for a bare x, which has no place on a logarithmic
 * axis.
 */
function sizeOf({ form, outcome, operators, nodes }: SizeRow): number | undefined {
  const size = form === 'tape' ? nodes : operators;
  return outcome === 'ok' && size !== undefined && size > 0 ? size : undefined;
}

/** From this many sizes on a growth is fitted. */
const FITTED_SIZES = 3;

/** How each form grows: by a factor with every n, or by a number of operators, whichever fits the sizes better. */
function growthWords(subject: string, rows: readonly SizeRow[]): string[] {
  const grown = FORMS.flatMap((form) => {
    const points = rows.filter((row) => row.form === form).map((row): [number, number] => [row.n!, sizeOf(row)!]);
    if (points.length < FITTED_SIZES) return [];
    const line = linearRegression(points);
    const curve = linearRegression(points.map(([n, size]) => [n, Math.log(size)]));
    const curved = linearRegressionLine(curve);
    const fitsCurve = rSquared(points, (n) => Math.exp(curved(n))) > rSquared(points, linearRegressionLine(line));
    return [{ form: formTitle(form), factor: fitsCurve ? Math.exp(curve.m) : undefined, step: line.m }];
  });
  const multiplied = grown.flatMap(({ form, factor }) => (factor === undefined ? [] : [`${number(factor)} (${form})`]));
  const added = grown.flatMap(({ form, factor, step }) => (factor === undefined ? [`${number(step)} (${form})`] : []));
  const clauses = [
    ...(multiplied.length > 0 ? [`is multiplied by ${list(multiplied)}`] : []),
    ...(added.length > 0 ? [`grows by ${list(added)}`] : []),
  ];
  return clauses.length > 0 ? [`With every n the size of ${subject}, as fitted, ${clauses.join('; it ')}.`] : [];
}

function specOf(drawn: readonly SizeRow[], failed: readonly SizeRow[]): Chart['spec'] {
  // Small symbols on top of large ones.
  const inFormOrder = FORMS.flatMap((form) => drawn.filter((row) => row.form === form));
  const sizes = drawn.map((row) => sizeOf(row)!);
  const names = FORMS.filter((form) => failed.some((row) => row.form === form));
  const band = bandAbove(sizes, names);
  const { shape, size, ...style } = formEncoding([...drawn, ...failed].map(({ form }) => form!));
  const cells = ({ of, form, n }: SizeRow) => ({
    of: of === 'function' ? PANELS.function : PANELS.derivative,
    form: formTitle(form!),
    n,
  });
  const values = [
    ...inFormOrder.map((row) => ({ ...cells(row), size: sizeOf(row) })),
    ...failed.map((row) => ({
      ...cells(row),
      level: band.levelOf(row.form!),
      outcome: row.outcome,
      reason: row.reason,
    })),
  ];
  const x = wholeAxis(9);
  const y = quantitative('size', 'operators', {
    scale: { type: 'log', domainMin: 1, domainMax: failed.length > 0 ? band.to : band.from },
    axis: { ...logAxis, values: powersOfTen(1, band.from) },
  });
  const outcomes = list([...new Set(failed.map(({ outcome }) => outcome ?? 'no outcome'))]);
  const body: Chart['spec'] = {
    data: { values },
    params: chosenInLegend('form', 'sizes'),
    ...panelsBy('of', [PANELS.function, PANELS.derivative]),
    columns: 2,
    spacing: 18,
    spec: {
      width: 240,
      height: 330,
      layer: [
        bandLayer(band, failed.length > 0, y),
        { transform: known('size'), mark: 'line', encoding: { ...style, x, y } },
        { name: 'sizes', transform: known('size'), mark: POINT, encoding: { ...style, x, y, shape, size } },
        {
          transform: known('level'),
          mark: { ...POINT, filled: false },
          encoding: { ...style, x, y: { ...y, field: 'level' }, shape },
        },
      ],
    },
  };
  return specification(body, failed.length > 0 ? `Band at the top: no size (${outcomes}).` : '');
}
