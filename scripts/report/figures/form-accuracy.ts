import type { Chart, Missing } from '../parts.ts';
import type { Results } from '../results.ts';
import { caption } from '../theme/caption.ts';
import { formChosenInLegend, formEncoding, formTitle } from '../theme/forms.ts';
import { logAxis } from '../theme/logarithmic.ts';
import { opacityIfChosen } from '../theme/method-encoding.ts';
import { powersOfTen } from '../theme/powers-of-ten.ts';
import { list, powerOfTen } from '../words.ts';
import { accuracyWords, NO_DIGIT } from './form-accuracy-words.ts';
import { BAND_MARK, unansweredWords } from './unanswered.ts';

type SizeRow = Results['expressionSize'][number];

const DESCRIBED = {
  name: 'form-accuracy',
  title: "Error of the logistic map's derivative at 0.2 beside its size, by form",
  remake: 'npm run bench -- --harness size --suite logistic-map',
};

const FORMS = ['raw', 'simplified', 'polynomial'];
/** No error at all is drawn here ... */
const LEAST = 1e-17;
/** ... and errors above this, and what is no number, in a band that ends there, with their magnitude. */
const LARGEST = 1e8;
const BAND_END = 1e11;

/** "Shortest is least accurate": relative error against n for the forms of the derivative, beside their sizes. */
export function formAccuracy({ expressionSize }: Results): Chart | Missing {
  const rows = expressionSize.filter(
    ({ suite, problem, form, of }) =>
      suite === 'logistic-map' && problem === 'nested' && of === 'derivative' && FORMS.includes(form!),
  );
  const judged = rows.filter(({ outcome, relative_error }) => outcome === 'ok' && relative_error !== undefined);
  if (judged.length === 0)
    return {
      ...DESCRIBED,
      kind: 'missing',
      why: 'expression-size.csv has no errors of the derivative of the logistic map.',
    };
  const failed = rows.filter(({ outcome }) => outcome !== 'ok');
  const drawn = FORMS.filter((form) => judged.some((row) => row.form === form));
  return {
    ...DESCRIBED,
    kind: 'chart',
    alternative: `Two panels over n: relative error of the derivative, logarithmic, and number of operators, logarithmic; a line for each of ${list(drawn.map(formTitle))}.`,
    reading: [
      ...drawn.map((form) => accuracyWords(form, judged)),
      ...(failed.length > 0 ? [`Without an answer: ${unansweredWords(failed, ({ form }) => formTitle(form!))}.`] : []),
    ],
    spec: specOf(judged),
  };
}

function specOf(judged: readonly SizeRow[]): Chart['spec'] {
  const ordered = FORMS.flatMap((form) => judged.filter((row) => row.form === form)); // small symbols on top of large ones
  const values = ordered.map(({ form, n, operators, characters, relative_error: error }) => {
    const isInside = error! <= LARGEST;
    return {
      form: formTitle(form!),
      n,
      'relative error': Number.isNaN(error) ? 'not a number' : error,
      operators,
      characters,
      ...(isInside
        ? { inside: Math.max(LEAST, error!) }
        : { outside: Math.sqrt(LARGEST * BAND_END), label: magnitude(error!) }),
    };
  });
  const hasBand = values.some((value) => 'label' in value);
  const { color, shape, size } = formEncoding(judged.map(({ form }) => form!));
  const style = { color, opacity: opacityIfChosen };
  const x = {
    field: 'n',
    type: 'quantitative',
    scale: { zero: false, nice: false, padding: 12 },
    axis: { tickMinStep: 1 },
    title: 'n',
  } as const;
  const log = { type: 'quantitative', scale: { type: 'log' } } as const;
  const error = {
    ...log,
    scale: { type: 'log', domainMin: LEAST, domainMax: hasBand ? BAND_END : LARGEST },
    axis: { ...logAxis, values: powersOfTen(LEAST, LARGEST, 9) },
    title: 'relative error',
  } as const;
  const operators = values.map((value) => value.operators ?? 0).filter((count) => count > 0);
  const most = Math.max(...operators, 10);
  const point = { type: 'point', tooltip: { content: 'data' } } as const;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    ...(hasBand && { title: caption('Band at the top: larger still, or not a number (NaN).') }),
    data: { values },
    params: [{ ...formChosenInLegend, views: ['errors', 'sizes'] }],
    spacing: 24,
    hconcat: [
      {
        width: 265,
        height: 320,
        layer: [
          {
            data: { values: hasBand ? [{ from: LARGEST, to: BAND_END }] : [] },
            mark: BAND_MARK,
            encoding: { y: { ...error, field: 'from' }, y2: { field: 'to' } },
          },
          {
            data: { values: [{ error: NO_DIGIT, label: 'no correct digit' }] },
            layer: [
              { mark: { type: 'rule', strokeDash: [5, 4] }, encoding: { y: { ...error, field: 'error' } } },
              {
                mark: { type: 'text', align: 'left', baseline: 'bottom', x: 6, dy: -3 },
                encoding: { y: { ...error, field: 'error' }, text: { field: 'label' } },
              },
            ],
          },
          {
            transform: [{ filter: 'isValid(datum.inside)' }],
            mark: 'line',
            encoding: { ...style, x, y: { ...error, field: 'inside' } },
          },
          {
            name: 'errors',
            transform: [{ filter: 'isValid(datum.inside)' }],
            mark: point,
            encoding: { ...style, x, y: { ...error, field: 'inside' }, shape, size },
          },
          {
            transform: [{ filter: 'isValid(datum.outside)' }],
            layer: [
              {
                mark: { ...point, filled: false, yOffset: 8 },
                encoding: { ...style, x, y: { ...error, field: 'outside' }, shape },
              },
              {
                mark: { type: 'text', fontSize: 12, dy: -8 },
                encoding: { ...style, x, y: { ...error, field: 'outside' }, text: { field: 'label' } },
              },
            ],
          },
        ],
      },
      {
        width: 200,
        height: 320,
        transform: [{ filter: 'datum.operators > 0' }],
        layer: [
          {
            mark: 'line',
            encoding: {
              ...style,
              x,
              y: { ...log, field: 'operators', axis: { ...logAxis, values: powersOfTen(1, most) }, title: 'operators' },
            },
          },
          {
            name: 'sizes',
            mark: point,
            encoding: { ...style, x, y: { ...log, field: 'operators', title: 'operators' }, shape, size },
          },
        ],
      },
    ],
  };
}

/** How large a number is, in few signs. */
function magnitude(error: number): string {
  if (Number.isNaN(error)) return 'NaN';
  return Number.isFinite(error) ? powerOfTen(Math.round(Math.log10(error))) : '∞';
}
