import { list, powerOfTen } from '../../words/words.ts';
import type { Chart, Missing } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { logAxis, powersOfTen, quantitative, wholeAxis } from '../theme/axes.ts';
import { formEncoding, formTitle } from '../theme/forms.ts';
import { chosenInLegend } from '../theme/series.ts';
import { known, POINT, specification } from '../theme/specification.ts';
import { accuracyWords, NO_DIGIT } from './form-accuracy-words.ts';
import { bandLayer, unansweredSentence } from './unanswered.ts';

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
      ...unansweredSentence('Without an answer', failed, ({ form }) => formTitle(form!)),
    ],
    spec: specOf(judged),
  };
}

type Layers = Extract<Chart['spec'], { layer: unknown; width?: unknown }>;

function specOf(judged: readonly SizeRow[]): Chart['spec'] {
  // Small symbols on top of large ones.
  const ordered = FORMS.flatMap((form) => judged.filter((row) => row.form === form));
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
  const { shape, size, ...style } = formEncoding(judged.map(({ form }) => form!));
  const x = wholeAxis(12);
  const y = quantitative('inside', 'relative error', {
    scale: { type: 'log', domainMin: LEAST, domainMax: hasBand ? BAND_END : LARGEST },
    axis: { ...logAxis, values: powersOfTen(LEAST, LARGEST, 9) },
  });
  const outside = { ...style, x, y: { ...y, field: 'outside' } };
  const level = { y: { ...y, field: 'error' } };
  const errors: Layers = {
    width: 265,
    height: 320,
    layer: [
      bandLayer({ from: LARGEST, to: BAND_END }, hasBand, y),
      {
        data: { values: [{ error: NO_DIGIT, label: 'no correct digit' }] },
        layer: [
          { mark: { type: 'rule', strokeDash: [5, 4] }, encoding: level },
          {
            mark: { type: 'text', align: 'left', baseline: 'bottom', x: 6, dy: -3 },
            encoding: { ...level, text: { field: 'label' } },
          },
        ],
      },
      { transform: known('inside'), mark: 'line', encoding: { ...style, x, y } },
      { name: 'errors', transform: known('inside'), mark: POINT, encoding: { ...style, x, y, shape, size } },
      {
        transform: known('outside'),
        layer: [
          { mark: { ...POINT, filled: false, yOffset: 8 }, encoding: { ...outside, shape } },
          { mark: { type: 'text', fontSize: 12, dy: -8 }, encoding: { ...outside, text: { field: 'label' } } },
        ],
      },
    ],
  };
  const counts = values.map((value) => value.operators ?? 0).filter((count) => count > 0);
  const operators = quantitative('operators', 'operators', { scale: { type: 'log' } });
  const ticks = { ...logAxis, values: powersOfTen(1, Math.max(...counts, 10)) };
  const sizes: Layers = {
    width: 200,
    height: 320,
    transform: [{ filter: 'datum.operators > 0' }],
    layer: [
      { mark: 'line', encoding: { ...style, x, y: { ...operators, axis: ticks } } },
      { name: 'sizes', mark: POINT, encoding: { ...style, x, y: operators, shape, size } },
    ],
  };
  return specification(
    { data: { values }, params: chosenInLegend('form', 'errors', 'sizes'), spacing: 24, hconcat: [errors, sizes] },
    hasBand ? 'Band at the top: larger still, or not a number (NaN).' : '',
  );
}

/** How large a number is, in few signs. */
function magnitude(error: number): string {
  if (Number.isNaN(error)) return 'NaN';
  return Number.isFinite(error) ? powerOfTen(Math.round(Math.log10(error))) : '∞';
}
