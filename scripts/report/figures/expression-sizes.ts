import { list, number, plural } from '../../words/words.ts';
import type { Chart, Missing } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { distinct } from '../selection/derivative-rows.ts';
import { type SizedForm, type SizePanel, sizePanels } from '../selection/size-panels.ts';
import { decades, quantitative } from '../theme/axes.ts';
import { formEncoding, formTitle } from '../theme/forms.ts';
import { shapeBelow } from '../theme/series.ts';
import { known, POINT, panelsBy, ROW_LINE, specification } from '../theme/specification.ts';
import { unansweredSentence } from './unanswered.ts';

/** The subjects, each with a mark: the function, and its derivatives. */
const SUBJECTS = ['function', 'derivative', 'hessian'] as const;
type Subject = (typeof SUBJECTS)[number];
const SHAPES: Readonly<Record<Subject, string>> = { function: 'circle', derivative: 'square', hessian: 'triangle-up' };
const TITLES: Readonly<Record<Subject, string>> = {
  function: 'function',
  derivative: 'first derivatives',
  hessian: 'second derivatives',
};

/** Panels of which a sentence is said: more is no reading. */
const MOST_SENTENCES = 6;

/** How much larger the derivatives of each function are than the function itself, form by form. */
export function expressionSizes({ expressionSize, record }: Results): Chart | Missing {
  const panels = sizePanels(expressionSize);
  const forms = panels.flatMap((panel) => panel.forms);
  const drawn = forms.filter(({ size }) => size !== undefined);
  const suites = distinct(panels.map(({ suite }) => suite));
  const plugins = suites.includes('plugin') ? (record?.options.plugins ?? []) : [];
  const described = {
    name: 'expression-sizes',
    title: 'Size of functions and of their derivatives, by form',
    remake: ['npm run bench --', ...plugins.map((file) => `--plugin ${file}`), '--harness size']
      .concat(suites.length > 0 ? `--suite ${suites.join(',')}` : [])
      .join(' '),
  };
  if (drawn.length === 0) {
    const why = 'expression-size.csv has no size of a function, other than the logistic map.';
    return { ...described, kind: 'missing', why };
  }
  const failed = forms.filter(({ size, row }) => size === undefined && row.outcome !== 'ok');
  return {
    ...described,
    kind: 'chart',
    alternative:
      `Operators, logarithmic, of the function and of its derivatives in a row a form, in ${plural(panels.length, 'panel')}: ` +
      `${list(panels.map(({ title }) => title))}. The longer the line, the more the derivative has grown.`,
    reading: [
      ...panels.slice(0, MOST_SENTENCES).flatMap(swellWords),
      ...unansweredSentence(
        'Without a size',
        failed.map(({ row }) => row),
        ({ form }) => formTitle(form!),
      ),
    ],
    spec: specOf(panels, drawn, failed),
  };
}

/** How many times the operators of a function its first derivatives have, in each form. */
function swellWords({ title, forms }: SizePanel): string[] {
  const growths = distinct(forms.map(({ form }) => form)).flatMap((form) => {
    const sizeOf = (subject: Subject) => forms.find((each) => each.form === form && each.of === subject)?.size;
    const [own, derived] = [sizeOf('function'), sizeOf('derivative')];
    return own === undefined || derived === undefined
      ? []
      : [`${number(derived / own, 2)} times as a ${formTitle(form)} (${derived} for ${own})`];
  });
  return growths.length > 0
    ? [`Operators of the first derivatives of ${title}, against those of the function: ${list(growths)}.`]
    : [];
}

function specOf(
  panels: readonly SizePanel[],
  drawn: readonly SizedForm[],
  failed: readonly SizedForm[],
): Chart['spec'] {
  const present = distinct([...drawn, ...failed].map(({ form }) => form));
  const { color } = formEncoding(present);
  const subjects = SUBJECTS.filter((subject) => drawn.some(({ of }) => of === subject));
  const cells = ({ panel, form, of }: SizedForm) => ({ panel, form: formTitle(form), of: TITLES[of] });
  const sizes = drawn.flatMap(({ size }) => size ?? []);
  const sized = { x: quantitative('size', 'operators', decades(sizes, 6)), color: { ...color, legend: null } };
  const body: Chart['spec'] = {
    data: {
      values: [
        ...drawn.map((each) => ({ ...cells(each), size: each.size })),
        ...failed.map((each) => ({ ...cells(each), outcome: each.row.outcome, reason: each.row.reason })),
      ],
    },
    columns: 2,
    spacing: { row: 14, column: 26 },
    ...panelsBy(
      'panel',
      panels.map(({ title }) => title),
      { labelLimit: 250 },
    ),
    spec: {
      width: 250,
      height: { step: 20 },
      encoding: {
        y: {
          field: 'form',
          type: 'nominal',
          scale: { domain: color.scale.domain },
          title: null,
          axis: { ticks: false, grid: true, labelLimit: 200 },
        },
      },
      layer: [
        { transform: known('size'), mark: ROW_LINE, encoding: { ...sized, detail: { field: 'form' } } },
        {
          transform: known('size'),
          mark: { ...POINT, size: 80, opacity: 1 },
          encoding: {
            ...sized,
            shape: shapeBelow(
              'of',
              subjects.map((subject) => TITLES[subject]),
              subjects.map((subject) => SHAPES[subject]),
            ),
          },
        },
        {
          transform: [{ filter: '!isValid(datum.size)' }, { filter: "datum.of === 'first derivatives'" }],
          mark: { type: 'text', align: 'right', tooltip: POINT.tooltip },
          encoding: { x: { value: 246 }, text: { field: 'outcome' }, color: { value: '#808890' } },
        },
      ],
    },
  };
  return specification(body, failed.length > 0 ? 'A word stands for what has no size.' : '');
}
