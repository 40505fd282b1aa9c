import { plural } from '../../../words/words.ts';
import type { Chart, Missing } from '../../content/parts.ts';
import type { Results } from '../../content/results.ts';
import { decades, quantitative } from '../../theme/axes.ts';
import { chosenInLegend, methodEncoding } from '../../theme/series.ts';
import { LEVEL, POINT, specification } from '../../theme/specification.ts';
import { type DescentPoint, type Trained, trainings } from './descents.ts';
import { driftSentences, GOAL, GOAL_TEXT, otherSentence, stepSentences } from './sentences.ts';

const UNIT_ROUNDOFF = 2 ** -53;

/** Loss and drift of the weights against the steps of the same descent, fed by each method. */
export function trainingBySteps(results: Results): Chart | Missing {
  const described = {
    name: 'training-by-steps',
    title: 'One descent fed by each method: its loss, and the drift of its weights',
    remake: 'npm run bench -- --harness training',
  };
  const all = trainings(results);
  const trained = all.find(({ comparedWith }) => comparedWith === 'decimals') ?? all[0];
  if (!trained) return { ...described, kind: 'missing', why: 'There is no training in training.csv that is ok.' };
  return {
    ...described,
    kind: 'chart',
    alternative:
      `Two panels over the steps of gradient descent on ${trained.problem} with ${plural(trained.weights, 'weight')}, one line a method, both logarithmic upwards. ` +
      'Above: the loss above the smallest. Below: the drift of the weights from where they ought to be.',
    reading: [...stepSentences(trained), ...driftSentences(trained), ...otherSentence(trained)],
    spec: specOf(trained),
  };
}

type Panel = Extract<Chart['spec'], { vconcat: unknown }>['vconcat'][number];
type Layer = Extract<Panel, { layer: unknown }>['layer'][number];

function specOf(trained: Trained): Chart['spec'] {
  const rounding = Math.abs(trained.smallestLoss) * Number.EPSILON;
  const losses = pointsOf(trained, ({ above }) => (above >= rounding ? above : undefined));
  const drifts = pointsOf(trained, ({ step, drift }) => (step > 0 ? drift : undefined));
  const lastStep = Math.max(...trained.descents.flatMap(({ points }) => points.map(({ step }) => step)));
  const { shape, ...style } = methodEncoding(trained.descents.map(({ method }) => method));
  const panel = (name: string, title: string, points: readonly Point[], level: number, label: string): Panel => {
    const isLast = name !== 'loss';
    const x = quantitative('step', isLast ? 'step' : null, { scale: { domain: [0, lastStep], nice: false } });
    const y = quantitative('value', title, decades([level, ...points.map(({ value }) => value)]));
    const data = { values: [{ value: level, step: lastStep, label }] };
    const layer: Layer[] = [
      { name, mark: { type: 'line', strokeWidth: 1.3 }, encoding: { ...style, x, y } },
      {
        transform: [{ filter: 'datum.marked' }],
        mark: { ...POINT, size: 75 },
        encoding: { ...style, x, y, shape },
      },
      { data, mark: LEVEL, encoding: { y } },
      { data, mark: { type: 'text', align: 'right', dy: -8 }, encoding: { x, y, text: { field: 'label' } } },
    ];
    return { width: 460, height: 210, data: { values: points.map((point) => ({ ...point })) }, layer };
  };
  return specification({
    params: chosenInLegend('method', 'loss'),
    spacing: 20,
    vconcat: [
      panel('loss', 'loss − smallest loss', losses, GOAL, `within ${GOAL_TEXT}`),
      ...(drifts.length > 0 ? [panel('drift', 'drift of the weights', drifts, UNIT_ROUNDOFF, 'unit round-off')] : []),
    ],
  });
}

interface Point {
  readonly method: string;
  readonly step: number;
  readonly value: number;
  /**
   * Whether a marker stands here: each method has steps of its own for it, so that those of coinciding lines stand side
   * by side.
   */
  readonly marked: boolean;
}

/** Points that are drawn on a logarithmic axis: the values above 0. */
function pointsOf({ descents }: Trained, pick: (point: DescentPoint) => number | undefined): Point[] {
  return descents.flatMap(({ method, points }, i) =>
    points.flatMap((point, p) => {
      const value = pick(point);
      const marked = p % descents.length === i;
      return value !== undefined && value > 0 ? [{ method, step: point.step, value, marked }] : [];
    }),
  );
}
