import { count, list, number } from '../../words/words.ts';
import type { Cell, Missing, Table } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { MATLAB } from '../figures/solving/distance-by-iteration.ts';
import { callsSentence, distanceSentence, multiplierSentence, wrongSentence } from '../figures/solving/sentences.ts';
import { alike, type End, solvedProblems, withoutAnswer } from '../figures/solving/solved.ts';

const HEADS = [
  'derivatives by',
  'iterations',
  'calls of f by the solver',
  'gradients',
  'calls of f in all',
  'distance',
  'f too high by',
  'multipliers off by',
] as const;

/** The MATLAB example solved with the derivatives of each method: methods that go the same way share a line. */
export function matlabExampleSolved(results: Results): Table | Missing {
  const described = {
    name: 'matlab-example-solved',
    title: 'The MATLAB example, solved with the derivatives of each method',
    remake: `npm run bench -- --harness solving --problem ${MATLAB}`,
  };
  const solved = solvedProblems(results).find(({ problem }) => problem === MATLAB);
  if (!solved)
    return { ...described, kind: 'missing', why: 'There is no solution of the MATLAB example in solving.csv.' };
  const missing = withoutAnswer(solved.others);
  return {
    ...described,
    kind: 'table',
    columns: HEADS.map((text, i) => ({ head: { text }, align: i === 0 ? 'left' : 'right' })),
    rows: alike(solved.ends).map(rowOf),
    reading: [
      distanceSentence(solved),
      ...multiplierSentence(solved),
      ...callsSentence(solved),
      ...wrongSentence(solved),
      ...(missing === undefined ? [] : [`Without an answer: ${missing}.`]),
    ],
  };
}

/** The numbers of the worst of these methods: they differ by less than a factor of 2. */
function rowOf(group: readonly End[]): Cell[] {
  const worst = group.reduce((a, b) => (b.answer.distance > a.answer.distance ? b : a)).answer;
  return [
    { text: list(group.map(({ method }) => method)) },
    counted(worst.iteration),
    counted(worst.function_calls),
    counted(worst.gradient_calls),
    counted(worst.calls_of_f_in_total),
    { ...measured(worst.distance), ...(worst.outcome === 'wrong' && { tone: 'wrong', note: worst.reason ?? 'wrong' }) },
    measured(worst.objective_gap),
    measured(worst.multiplier_error),
  ];
}

function counted(value: number | undefined): Cell {
  return value === undefined ? { text: '' } : { text: count(value), value };
}

function measured(value: number | undefined): Cell {
  return value === undefined ? { text: '' } : { text: number(value, 2), value };
}
