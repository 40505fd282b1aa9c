import { linearRegression } from 'simple-statistics';
import { bytes, count, list, number, plural } from '../../words/words.ts';
import type { Chart, Missing } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { distinct, isPositive } from '../selection/derivative-rows.ts';
import { decades, quantitative } from '../theme/axes.ts';
import { inOrder } from '../theme/methods.ts';
import { LINE_WITH_POINTS, panelsBy, specification } from '../theme/specification.ts';
import { strategyEncoding } from '../theme/strategies.ts';

/** From so many lengths on a power is fitted. */
const FITTED_LENGTHS = 3;

interface Point {
  readonly problem: string;
  readonly strategy: string;
  readonly length: number;
  readonly bytes: number;
  readonly recomputation: number | undefined;
}

/** Bytes that a gradient keeps at once against the length of the computation. */
export function memoryAgainstLength({ memory }: Results): Chart | Missing {
  const described = {
    name: 'memory-against-length',
    title: 'Memory of a gradient against the length of the computation',
    remake: 'npm run bench -- --harness memory',
  };
  const points = memory.flatMap((row): Point[] => {
    const { problem, strategy, length, recomputation } = row;
    if (row.outcome !== 'ok' || !problem || !strategy || !isPositive(row.bytes) || !isPositive(length)) return [];
    return [{ problem, strategy, length, bytes: row.bytes, recomputation }];
  });
  if (points.length === 0) {
    return { ...described, kind: 'missing', why: 'There is no row with bytes in memory.csv.' };
  }
  const problems = distinct(points.map(({ problem }) => problem));
  const strategies = distinct(points.map(({ strategy }) => strategy));
  return {
    ...described,
    kind: 'chart',
    alternative:
      `Bytes kept at once over length, both logarithmic, one line a strategy (${list(inOrder(strategies))}), in ` +
      `${plural(problems.length, 'panel')}: ${list(problems)}.`,
    reading: [
      ...problems.flatMap((problem) =>
        growth(
          problem,
          points.filter((point) => point.problem === problem),
        ),
      ),
      ...unmeasured(memory),
    ],
    spec: specOf(points, problems),
  };
}

/** How memory grows on a problem, and what it is, and costs in evaluations, at the greatest length. */
function growth(problem: string, points: readonly Point[]): string[] {
  const strategies = inOrder(points.map(({ strategy }) => strategy));
  const powers = strategies.flatMap((strategy) => {
    const own = points.filter((point) => point.strategy === strategy);
    if (own.length < FITTED_LENGTHS) return [];
    const slope = linearRegression(own.map(({ length, bytes: kept }) => [Math.log(length), Math.log(kept)])).m;
    return [`${strategy} ${(slope + 0).toFixed(2).replace(/^-/, '−')}`];
  });
  const longest = Math.max(...points.map(({ length }) => length));
  const last = points.filter(({ length }) => length === longest).sort((a, b) => b.bytes - a.bytes);
  const [most, least] = [last[0]!, last.at(-1)!];
  const range =
    last.length > 1
      ? `from ${bytes(least.bytes)} (${least.strategy}) to ${bytes(most.bytes)} (${most.strategy})`
      : `${bytes(most.bytes)} (${most.strategy})`;
  const repeats = strategies.flatMap((strategy) => {
    const factor = last.find((point) => point.strategy === strategy)?.recomputation;
    return factor !== undefined && factor > 1 ? [`${strategy} ${number(factor)} times`] : [];
  });
  return [
    ...(powers.length > 0 ? [`On ${problem}, fitted powers of the length: ${list(powers)}.`] : []),
    `At length ${count(longest)} of ${problem} a gradient keeps ${range}.`,
    ...(repeats.length > 0 ? [`There each step or term is evaluated more than once by ${list(repeats)}.`] : []),
  ];
}

/** Strategies that have no bytes, and why. */
function unmeasured(memory: Results['memory']): string[] {
  const others = memory.filter(({ outcome }) => outcome !== 'ok');
  const places = distinct(
    others.map(({ strategy, problem, outcome, reason }) => `${strategy} on ${problem} (${reason ?? outcome})`),
  );
  return places.length > 0 ? [`Without a number: ${list(places)}.`] : [];
}

function specOf(points: readonly Point[], problems: readonly string[]): Chart['spec'] {
  const lengths = decades(points.map(({ length }) => length));
  const kept = decades(points.map((point) => point.bytes));
  return specification({
    data: { values: [...points] },
    columns: 2,
    spacing: 26,
    ...panelsBy('problem', problems),
    spec: {
      width: 245,
      height: 280,
      mark: LINE_WITH_POINTS,
      encoding: {
        x: quantitative('length', 'length (steps or terms)', lengths),
        y: quantitative('bytes', 'bytes kept at once', kept),
        ...strategyEncoding(points.map(({ strategy }) => strategy)),
      },
    },
  });
}
