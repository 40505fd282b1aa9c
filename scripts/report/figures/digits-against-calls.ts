import { list, number, plural } from '../../words/words.ts';
import type { Chart, Missing } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { type StepChoice, stepChoices } from '../selection/step-choices.ts';
import { digitsAxis, quantitative } from '../theme/axes.ts';
import { chosenInLegend, methodEncoding } from '../theme/series.ts';
import { POINT, specification } from '../theme/specification.ts';

/** Correct digits against calls of f of every way to choose a step, on the published test set. */
export function digitsAgainstCalls({ stepSelection }: Results): Chart | Missing {
  const described = {
    name: 'digits-against-calls',
    title: 'Correct digits against calls of f, on the published test set',
    remake: 'npm run bench -- --harness steps --suite step-size',
  };
  const drawn = stepChoices(stepSelection).filter(({ calls }) => calls !== undefined && calls > 0);
  if (drawn.length === 0) {
    return { ...described, kind: 'missing', why: 'No way to choose a step in step-selection.csv has calls of f.' };
  }
  return {
    ...described,
    kind: 'chart',
    alternative:
      'Mean correct digits over mean calls of f for one derivative, one mark for a method and a way to choose its step. ' +
      'Few calls and many digits are at the upper left.',
    reading: [...best(drawn), ...perCall(drawn)],
    spec: specOf(drawn),
  };
}

const nameOf = ({ method, rule }: StepChoice) => (rule === 'own' ? method : `${method} (${rule})`);

/** The most digits of those that need no truth. */
function best(drawn: readonly StepChoice[]): string[] {
  const [first] = drawn.filter(({ rule }) => rule !== 'oracle').sort((a, b) => b.meanDigits - a.meanDigits);
  return first
    ? [
        `Without knowing the truth, ${nameOf(first)} has the most digits, ${first.meanDigits.toFixed(1)} in the mean, for ${number(first.calls!)} calls.`,
      ]
    : [];
}

/** The gain of more calls over the cheapest choice. */
function perCall(drawn: readonly StepChoice[]): string[] {
  const known = drawn
    .filter(({ rule }) => rule !== 'oracle')
    .sort((a, b) => a.calls! - b.calls! || b.meanDigits - a.meanDigits);
  const frontier = known.filter((choice, i) =>
    known.slice(0, i).every((other) => other.meanDigits < choice.meanDigits),
  );
  if (frontier.length < 2) return [];
  const steps = frontier.map(
    (choice) => `${nameOf(choice)} ${choice.meanDigits.toFixed(1)} for ${number(choice.calls!)}`,
  );
  return [
    `${plural(frontier.length, 'choice')} cannot be had better for as few calls, in digits for calls: ${list(steps)}.`,
  ];
}

function specOf(drawn: readonly StepChoice[]): Chart['spec'] {
  const { color, shape, opacity } = methodEncoding(drawn.map(({ method }) => method));
  const values = drawn.map(({ method, rule, meanDigits, calls }) => ({
    method,
    rule,
    digits: meanDigits,
    calls,
    label: rule === 'own' ? '' : rule[0]!,
    align: rule === 'scaled' ? 'right' : 'left', // the two rules often come to nearly the same
  }));
  const x = quantitative('calls', 'calls of f for one derivative (mean)', {
    scale: { domainMin: 0, nice: true },
    axis: { tickCount: 6 },
  });
  const y = digitsAxis('correct digits (mean)');
  return specification(
    {
      width: 620,
      height: 320,
      data: { values },
      layer: [
        {
          params: chosenInLegend('method'),
          mark: { ...POINT, size: 110, strokeWidth: 2 },
          encoding: { x, y, stroke: color, fill: color, shape, opacity },
        },
        ...(['left', 'right'] as const).map((align) => ({
          transform: [{ filter: `datum.align === '${align}'` }],
          mark: { type: 'text' as const, align, dx: align === 'left' ? 10 : -10, fontSize: 11 },
          encoding: { x, y, text: { field: 'label', type: 'nominal' as const }, opacity },
        })),
      ],
    },
    's: step scaled with x. t: the same step everywhere, as in textbooks. o: the best step, found by an oracle.',
  );
}
