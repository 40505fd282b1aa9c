import type { Chart, Missing } from '../parts.ts';
import type { Results } from '../results.ts';
import { logAxis } from '../theme/logarithmic.ts';
import { chosenInLegend, methodEncoding, opacityIfChosen } from '../theme/method-encoding.ts';

/** Error of difference quotients of l_4 at 0.2 against their step: the survey's figure. */
export function errorAgainstStep({ errorVsStep }: Results): Chart | Missing {
  const described = {
    name: 'error-against-step',
    title: 'Error of difference quotients against their step',
    remake: 'npm run bench -- --harness error --suite logistic-map',
  };
  const rows = errorVsStep.filter(
    ({ suite, size, h, absolute_error }) => suite === 'logistic-map' && size === 4 && h && absolute_error,
  );
  if (rows.length === 0)
    return { ...described, kind: 'missing', why: 'There are no rows of l_4 in error-vs-step.csv.' };
  return {
    ...described,
    kind: 'chart',
    alternative: 'Absolute error over step, both logarithmic.',
    reading: [],
    spec: {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      width: 640,
      height: 380,
      data: { values: rows.map(({ method, h, absolute_error }) => ({ method, h, error: absolute_error })) },
      params: [chosenInLegend],
      mark: { type: 'line', point: true },
      encoding: {
        x: { field: 'h', type: 'quantitative', scale: { type: 'log' }, axis: logAxis, title: 'step h' },
        y: { field: 'error', type: 'quantitative', scale: { type: 'log' }, axis: logAxis, title: 'absolute error' },
        ...methodEncoding(rows.map(({ method }) => method!)),
        opacity: opacityIfChosen,
      },
    },
  };
}
