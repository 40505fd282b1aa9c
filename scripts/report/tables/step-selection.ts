import { list, number, plural } from '../../words/words.ts';
import type { Cell, Missing, Table } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { distinct } from '../selection/derivative-rows.ts';
import { estimateRecords } from '../selection/honest-estimates.ts';
import { type StepChoice, stepChoices } from '../selection/step-choices.ts';

/** The goal of a method that chooses its step, on this test set. */
const GOAL = { digits: 10, calls: 30, overclaimed: 0.01 } as const;
/** The largest error that complex steps should have, in ulps over the condition number. */
const ULPS = 2;
const COMPLEX_STEP = 'complex-step';

/** Results of each way of choosing a step, on the published test set. */
export function stepSelectionTable({ stepSelection, accuracy }: Results): Table | Missing {
  const described = {
    name: 'step-selection',
    title: 'Ways of choosing a step, on the published test set',
    remake: 'npm run bench -- --harness steps --suite step-size',
  };
  const choices = stepChoices(stepSelection);
  if (choices.length === 0) {
    return { ...described, kind: 'missing', why: 'There is no choice of a step in step-selection.csv.' };
  }
  const heads = [
    'method',
    'step',
    'problems',
    'digits: median',
    'mean',
    'least',
    'calls of f',
    'overclaimed',
    'error / estimate',
  ];
  return {
    ...described,
    kind: 'table',
    columns: heads.map((text, i) => ({ head: { text }, align: i < 2 ? 'left' : 'right' })),
    rows: choices.map(rowOf),
    reading: [...goals(choices), ...honesty(accuracy), ...priceOfNotKnowing(choices), ...complexStep(stepSelection)],
  };
}

function rowOf(choice: StepChoice): Cell[] {
  const digits = (value: number): Cell => ({ text: value.toFixed(1), value });
  const optional = (value: number | undefined, text: (value: number) => string): Cell =>
    value === undefined ? { text: '' } : { text: text(value), value };
  return [
    { text: choice.method },
    { text: choice.rule },
    { text: String(choice.answered), value: choice.answered },
    digits(choice.medianDigits),
    digits(choice.meanDigits),
    digits(choice.leastDigits),
    optional(choice.calls, (value) => value.toFixed(1)),
    optional(choice.overclaimed, percent),
    optional(choice.worstErrorToEstimate, (value) => number(value, 2)),
  ];
}

function percent(share: number): string {
  return `${number(100 * share, 2)} %`;
}

/** Whether methods that choose their step and estimate their error reach what is asked of them. */
function goals(choices: readonly StepChoice[]): string[] {
  const others = choices.filter(({ rule, overclaimed }) => rule !== 'own' && overclaimed !== undefined);
  const worst = Math.max(...others.map(({ overclaimed }) => overclaimed!));
  const beside =
    others.length > 0
      ? [
          `${list(distinct(others.map(({ method }) => method)))}, whose steps are not searched for, estimate their errors too: they claim digits that they ` +
            `do not have at no more than ${percent(worst)} of the points.`,
        ]
      : [];
  const searched = choices.flatMap(({ method, rule, medianDigits, calls, overclaimed }) => {
    if (rule !== 'own' || overclaimed === undefined || calls === undefined) return [];
    const isAccurate = medianDigits >= GOAL.digits && calls <= GOAL.calls;
    const isHonest = overclaimed < GOAL.overclaimed;
    return [
      `${method} has ${medianDigits.toFixed(1)} correct digits in the median with ${number(calls)} calls of f; the goal of ${GOAL.digits} ` +
        `digits within ${GOAL.calls} calls is ${isAccurate ? 'reached' : 'missed'}. It claims digits that it does not have at ` +
        `${percent(overclaimed)} of the points; the goal of fewer than ${percent(GOAL.overclaimed)} is ${isHonest ? 'reached' : 'missed'}.`,
    ];
  });
  return [...searched, ...beside];
}

/** The gain that the best step would have had over the two rules. */
function priceOfNotKnowing(choices: readonly StepChoice[]): string[] {
  const prices = choices.flatMap(({ method, rule, meanDigits }) => {
    if (rule !== 'oracle') return [];
    const lost = choices
      .filter((other) => other.method === method && other.rule !== 'oracle')
      .map((other) => `${(meanDigits - other.meanDigits).toFixed(1)} by the ${other.rule} step`);
    return lost.length > 0 ? [`${method} loses ${list(lost)}`] : [];
  });
  return prices.length > 0
    ? [`Against the best step, which only the truth tells, digits are lost in the mean: ${prices.join('; ')}.`]
    : [];
}

/** How honest estimates are beyond this test set. */
function honesty(accuracy: Results['accuracy']): string[] {
  return estimateRecords(accuracy).map(
    ({ method, cases, withinOne, withinTen, unclaimed, worst }) =>
      `Over all suites, the error of ${method} is within its estimate in ${withinOne} of ${plural(cases, 'case')} and within ten estimates in ` +
      `${withinTen}${unclaimed > 0 ? `; in ${unclaimed} it claims no digit somewhere` : ''}. At worst the error is ${number(worst.ratio)} estimates, on ${worst.of}.`,
  );
}

/** The errors of the complex step by both rules that need no truth, problem by problem. */
function complexStep(stepSelection: Results['stepSelection']): string[] {
  const known = stepSelection.flatMap(({ method, rule, problem, max_ulps_over_condition: ulps }) =>
    method === COMPLEX_STEP && rule !== 'oracle' ? [{ problem: problem!, ulps }] : [],
  );
  const answered = known.flatMap(({ problem, ulps }) => (ulps === undefined ? [] : [{ problem, ulps }]));
  if (answered.length === 0) return [];
  const problems = (rows: readonly { problem: string }[]) => distinct(rows.map(({ problem }) => problem));
  const worst = answered.reduce((a, b) => (b.ulps > a.ulps || Number.isNaN(b.ulps) ? b : a));
  const beyond = problems(answered.filter(({ ulps }) => !(ulps <= ULPS)));
  return [
    `${COMPLEX_STEP}, on ${problems(answered).length} of ${plural(problems(known).length, 'problem')}, is off by at most ${number(worst.ulps)} ulps times the ` +
      `condition number, on ${worst.problem}; the goal of ${ULPS} is ${beyond.length > 0 ? `missed on ${list(beyond)}` : 'reached on each'}.`,
  ];
}
