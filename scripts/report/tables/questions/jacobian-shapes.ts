import { doubtfulRatio } from '../../../tables/reading/known-time.ts';
import { number } from '../../../words/words.ts';
import type { Results } from '../../content/results.ts';
import { rankingOf } from '../../selection/ranking.ts';
import { ratioOf, timesF } from './time-of-derivatives.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** The suite whose problem costs the same at every shape of its Jacobian. */
const SHAPES = 'jacobian-shapes';
const FORWARD = 'forward';
const REVERSE = 'reverse-tape';
const LACKING = `No such case was timed: npm run bench -- --harness timing --suite ${SHAPES}.`;

type TimingRow = Results['timing'][number];

/**
 * The least time of the tallest and of the widest Jacobian, and the shape at which forward and reverse mode change
 * places.
 */
export function jacobians({ timing }: Results): Verdict[] {
  const rows = timing.filter(({ suite, operator }) => suite === SHAPES && operator === 'jacobian');
  return [
    shape(
      'Tall Jacobian',
      rows.filter(({ inputs, outputs }) => inputs! < outputs!),
      Math.min,
    ),
    shape(
      'Wide Jacobian',
      rows.filter(({ inputs, outputs }) => inputs! > outputs!),
      Math.max,
    ),
    crossing(rows),
  ];
}

function shape(what: string, rows: readonly TimingRow[], extreme: (...inputs: number[]) => number): Verdict {
  const inputs = extreme(...rows.map((row) => row.inputs!));
  const own = rows.filter((row) => row.inputs === inputs);
  const size = own[0] ? `, ${own[0].outputs} x ${inputs}` : '';
  const ranking = rankingOf(own, ratioOf);
  const least = ranking.complete[0]?.mean ?? Number.POSITIVE_INFINITY;
  // it is one case: a time that is not known and is the least leaves it open who is the best
  if (own.some((row) => (doubtfulRatio(row)?.ratio ?? Number.POSITIVE_INFINITY) < least))
    return { question: `${what}${size}`, lacking: 'The least time that was measured is not known.' };
  return verdictOf(`${what}${size}`, ranking, timesF, LACKING);
}

/** Where the quotient forward / reverse passes 1, on a straight line of logarithms between two sizes. */
function crossing(rows: readonly TimingRow[]): Verdict {
  const question = `Where ${FORWARD} and ${REVERSE} cross`;
  const quotients = rows
    .filter(({ method }) => method === FORWARD)
    .flatMap((forward) => {
      const reverse = rows.find(({ method, size }) => method === REVERSE && size === forward.size);
      const quotient = Math.log(ratioOf(forward) ?? Number.NaN) - Math.log((reverse && ratioOf(reverse)) ?? Number.NaN);
      return Number.isFinite(quotient) ? [{ inputs: forward.inputs!, outputs: forward.outputs!, quotient }] : [];
    })
    .sort((a, b) => a.inputs - b.inputs);
  const at = quotients.findIndex(({ quotient }, i) => i > 0 && quotient > 0 && quotients[i - 1]!.quotient <= 0);
  const [below, above] = [quotients[at - 1], quotients[at]];
  if (!below || !above) {
    const [faster] = quotients.map(({ quotient }) => (quotient > 0 ? REVERSE : FORWARD));
    const same = `${faster} is the faster at each of the shapes timed, so they do not cross.`;
    return { question, lacking: quotients.length < 2 ? LACKING : same };
  }
  const part = below.quotient / (below.quotient - above.quotient);
  const between = (low: number, high: number) => low * (high / low) ** part;
  const inputs = between(below.inputs, above.inputs);
  const where = number(inputs, 2);
  return {
    question,
    isContest: false,
    over: `${quotients.length} shapes`,
    best: { who: FORWARD, amount: `n < ${where}`, value: inputs },
    next: { who: REVERSE, amount: `n > ${where}`, value: Number.NaN },
    byHand: undefined,
  };
}
