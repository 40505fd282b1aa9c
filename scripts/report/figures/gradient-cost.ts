import { whyUnknown } from '../../tables/reading/known-time.ts';
import { list } from '../../words/words.ts';
import type { Chart, Missing } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { exponentsAround, logAxis, powersOfTen, quantitative } from '../theme/axes.ts';
import { inOrder } from '../theme/methods.ts';
import { chosenInLegend, methodEncoding } from '../theme/series.ts';
import { known, POINT, panelsBy, specification } from '../theme/specification.ts';
import {
  exponentText,
  type GradientPanel,
  type Growth,
  gradientPanels,
  growths,
  isDoubtful,
  isTimed,
  type TimingRow,
} from './gradient-rows.ts';
import { bandAbove, bandLayer, doubtfulWords, unansweredSentence } from './unanswered.ts';

const DESCRIBED = {
  name: 'gradient-cost',
  title: 'Cost of a gradient against the number of inputs, as a multiple of the function',
  remake: 'npm run bench -- --harness timing --suite helmholtz,speelpenning,rosenbrock,training',
};

/** From this exponent on a cost is said to climb ... */
const CLIMBING = 0.5;
/** ... and up to this one to stay flat. */
const FLAT = 0.25;

/** Time of a gradient relative to f against n, every method, a panel a problem that was timed at several sizes. */
export function gradientCost(results: Results): Chart | Missing {
  const { panels, without, atOneSize } = gradientPanels(results);
  if (panels.length === 0) {
    return {
      ...DESCRIBED,
      kind: 'missing',
      why: 'timing.csv has no problem whose gradient was timed at several sizes.',
    };
  }
  const rows = panels.flatMap((panel) => panel.rows);
  const failed = rows.filter(isUnanswered);
  const doubtful = rows.filter(isDoubtful);
  return {
    ...DESCRIBED,
    kind: 'chart',
    alternative:
      `Time of a gradient as a multiple of one evaluation of the function over the number n of inputs, both logarithmic, for ` +
      `${list(panels.map(({ problem }) => problem))}; a line a method. ${failed.length > 0 ? 'Open marks in the band at the top have no time.' : ''}`.trim() +
      (doubtful.length > 0 ? ' Open marks below it have a time that is not known.' : ''),
    reading: [
      ...growthWords(growths(panels)),
      ...doubtfulWords(doubtful),
      ...unansweredSentence('In the band at the top, without a time', failed, ({ method }) => method!),
      ...(atOneSize.length > 0
        ? [`Not drawn, since they were timed at one size at most (related methods stand for them): ${list(atOneSize)}.`]
        : []),
      ...(without.length > 0 ? [`Not drawn, since it has no gradient anywhere: ${list(without)}.`] : []),
      ...(rows.some(({ ratio_ci_low }) => ratio_ci_low !== undefined)
        ? []
        : ['Every case was timed in one process, so there are no intervals; `--forks 3` gives some.']),
    ],
    spec: specOf(panels),
  };
}

/** Whether there is nothing to draw but how it ended. */
function isUnanswered(row: TimingRow): boolean {
  return !isTimed(row) && !isDoubtful(row);
}

/** Which methods climb on all problems, which stay flat on all, and which do neither. */
function growthWords(all: readonly Growth[]): string[] {
  const fitted = all.flatMap(({ method, exponents }) => {
    const known = [...exponents.values()].filter((exponent) => exponent !== undefined);
    return known.length > 0 ? [{ method, least: Math.min(...known), most: Math.max(...known) }] : [];
  });
  if (fitted.length === 0) return ['No method was timed at three sizes of a problem, so no growth is fitted.'];
  const climbing = fitted.filter(({ least }) => least >= CLIMBING);
  const flat = fitted.filter(({ most }) => most <= FLAT);
  const others = fitted.filter((each) => !climbing.includes(each) && !flat.includes(each));
  const named = (group: typeof fitted) =>
    list(
      group.map(({ method, least, most }) => {
        const [from, to] = [exponentText(least), exponentText(most)];
        return `${method} (${from === to ? from : `${from} to ${to}`})`;
      }),
    );
  const sentence = (group: typeof fitted, words: string) => (group.length > 0 ? [`${words} ${named(group)}.`] : []);
  return [
    ...sentence(
      climbing,
      `Fitted to ratio ~ n^e, the cost climbs on every problem, with e of ${CLIMBING} or more, for`,
    ),
    ...sentence(flat, `It stays flat on every problem, with e of ${FLAT} or less, for`),
    ...sentence(others, 'It does neither on every problem for'),
  ];
}

function specOf(panels: readonly GradientPanel[]): Chart['spec'] {
  const rows = panels.flatMap(({ problem, rows }) => rows.map((row) => ({ problem, row })));
  const timed = rows.filter(({ row }) => isTimed(row));
  const doubtful = rows.filter(({ row }) => isDoubtful(row));
  const failed = rows.filter(({ row }) => isUnanswered(row));
  const ratios = [...timed, ...doubtful].map(({ row }) => row.ratio!);
  const band = bandAbove(ratios, inOrder(failed.map(({ row }) => row.method!)));
  const top = failed.length > 0 ? band.to : band.from;
  const least = 10 ** exponentsAround(ratios).first;
  const { shape, ...style } = methodEncoding(rows.map(({ row }) => row.method!));
  const cells = ({ problem, row }: { problem: string; row: TimingRow }) => ({
    problem,
    method: row.method,
    n: row.inputs,
  });
  const values = [
    ...timed.map((each) => ({
      ...cells(each),
      ratio: each.row.ratio,
      ...(each.row.ratio_ci_low !== undefined && { low: each.row.ratio_ci_low, high: each.row.ratio_ci_high }),
    })),
    ...doubtful.map((each) => ({ ...cells(each), doubtful: each.row.ratio, reason: whyUnknown(each.row) })),
    ...failed.map((each) => ({
      ...cells(each),
      level: band.levelOf(each.row.method!),
      outcome: each.row.outcome,
      reason: each.row.reason,
    })),
  ];
  const sizes = [...timed, ...doubtful].map(({ row }) => row.inputs!);
  const isBeyond = ratios.some((ratio) => ratio < least || ratio > band.from);
  const keys = [
    ...(isBeyond ? ['A mark on the edge is of a ratio far beyond it.'] : []),
    ...(doubtful.length > 0 ? ['Hollow: a time that is not known.'] : []),
    ...(failed.length > 0
      ? [`Band at the top: no time (${list([...new Set(failed.map(({ row }) => row.outcome ?? 'no outcome'))])}).`]
      : []),
  ];
  const x = quantitative('n', 'inputs n', {
    scale: { type: 'log', nice: false, padding: 8 },
    axis: { values: powersOfTen(Math.min(...sizes), Math.max(...sizes)), format: 'd' },
  });
  const y = quantitative('ratio', 'time of gradient / time of f', {
    scale: { type: 'log', domainMin: least, domainMax: top, clamp: true },
    axis: { ...logAxis, values: powersOfTen(least, band.from) },
  });
  const point = { ...POINT, size: 40 };
  const hollow = (field: string) => ({
    transform: known(field),
    mark: { ...point, filled: false },
    encoding: { ...style, x, y: { ...y, field }, shape },
  });
  const body: Chart['spec'] = {
    data: { values },
    params: chosenInLegend('method', 'timed'),
    ...panelsBy(
      'problem',
      panels.map(({ problem }) => problem),
    ),
    columns: 2,
    spacing: 18,
    resolve: { scale: { x: 'independent' } },
    spec: {
      width: 232,
      height: 190,
      layer: [
        bandLayer(band, failed.length > 0, y),
        { transform: known('ratio'), mark: 'line', encoding: { ...style, x, y } },
        {
          transform: known('low'),
          mark: 'rule',
          encoding: { ...style, x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
        },
        { name: 'timed', transform: known('ratio'), mark: point, encoding: { ...style, x, y, shape } },
        hollow('doubtful'),
        hollow('level'),
      ],
    },
  };
  return specification(body, keys.join(' '));
}
