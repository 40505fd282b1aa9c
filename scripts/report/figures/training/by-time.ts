import { list, plural } from '../../../words/words.ts';
import type { Chart, Missing } from '../../content/parts.ts';
import type { Results } from '../../content/results.ts';
import { decades, quantitative } from '../../theme/axes.ts';
import { chosenInLegend, methodEncoding } from '../../theme/series.ts';
import { LEVEL, POINT, specification } from '../../theme/specification.ts';
import { type Trained, trainings } from './descents.ts';
import { GOAL, otherSentence, timeSentences } from './sentences.ts';

const CLOCK = 'time in preparation and gradients, from a cold start (ms)';

/** Loss against the time spent in preparation and gradients: the same descents, by the clock. */
export function trainingByTime(results: Results): Chart | Missing {
  const described = {
    name: 'training-by-time',
    title: 'The same descent by the clock',
    remake: 'npm run bench -- --harness training',
  };
  const all = trainings(results).filter((trained) => pointsOf(trained).length > 0);
  if (all.length === 0)
    return { ...described, kind: 'missing', why: 'There is no training in training.csv that was timed.' };
  return {
    ...described,
    kind: 'chart',
    alternative:
      `The loss above the smallest over the time spent in preparation and gradients, both logarithmic, one line a method, ` +
      `${plural(all.length, 'panel')}: ${list(all.map(titleOf))}. A line begins where the preparation and the first gradient end.`,
    reading: all.flatMap((trained) => [...timeSentences(trained), ...otherSentence(trained)]),
    spec: specOf(all),
  };
}

function titleOf({ weights, problem }: Trained): string {
  return `${problem}, ${plural(weights, 'weight')}`;
}

interface Point {
  readonly method: string;
  readonly step: number;
  readonly milliseconds: number;
  readonly above: number;
  /** Whether this is where the goal is reached. */
  readonly reached: boolean;
}

/**
 * Points that are drawn on logarithmic axes: from the first gradient until rounding is all that is left of the loss.
 */
function pointsOf({ descents, smallestLoss }: Trained): Point[] {
  const rounding = Math.abs(smallestLoss) * Number.EPSILON;
  return descents.flatMap(({ method, points }) => {
    const goal = points.find(({ above }) => above <= GOAL);
    return points.flatMap((point) => {
      const { step, above, time } = point;
      if (step === 0 || time === undefined || time <= 0 || above < rounding || above <= 0) return [];
      return [{ method, step, milliseconds: time / 1e6, above, reached: point === goal }];
    });
  });
}

function specOf(all: readonly Trained[]): Chart['spec'] {
  const drawn = all.map((trained) => ({ title: titleOf(trained), points: pointsOf(trained) }));
  const points = drawn.flatMap((each) => each.points);
  const { shape, ...style } = methodEncoding(points.map(({ method }) => method));
  const y = quantitative('above', 'loss − smallest loss', decades([GOAL, ...points.map(({ above }) => above)]));
  const times = decades(points.map(({ milliseconds }) => milliseconds));
  return specification({
    params: chosenInLegend('method', 'panel-1'),
    spacing: 20,
    vconcat: drawn.map(({ title, points }, i) => {
      const isLast = i === drawn.length - 1;
      const x = quantitative('milliseconds', isLast ? CLOCK : null, times);
      return {
        title,
        width: 455,
        height: 200,
        data: { values: points.map((point) => ({ ...point })) },
        layer: [
          { data: { values: [{ above: GOAL }] }, mark: LEVEL, encoding: { y } },
          { name: `panel-${i + 1}`, mark: { type: 'line', strokeWidth: 1.8 }, encoding: { ...style, x, y } },
          {
            transform: [{ filter: 'datum.reached' }],
            mark: { ...POINT, size: 110 },
            encoding: { ...style, x, y, shape },
          },
        ],
      };
    }),
  });
}
