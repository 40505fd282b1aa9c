/** How many slips in the derivatives of one problem a check finds and names, and whether it accuses the correct ones. */
import type { Instance } from '../../../suites/problem.ts';
import { CHECK_DEFAULTS, checkAt } from '../check/check.ts';
import { type HandWritten, handWritten } from '../check/hand-written.ts';
import { checkedPoints } from '../check/points.ts';
import type { Probed } from '../check/repair/repair.ts';
import { type Answer, answerAt, type Sample, samplesOf } from '../check/samples.ts';
import { slipsInAnswer } from './answer-slips.ts';
import type { SlippedFile } from './build-slipped.ts';
import { CALLED, type SlipKind } from './kinds.ts';
import type { SlippedProblem } from './load.ts';

/** One slip, and what the check said of it. */
export interface JudgedSlip {
  readonly kind: SlipKind;
  readonly title: string;
  readonly operator: HandWritten['operator'];
  /** equivalent: it changes nothing at any point; fails: it throws, or yields no number at any. */
  readonly effect: 'slip' | 'equivalent' | 'fails';
  readonly found: boolean;
  readonly named: boolean;
  /** What the check called it. */
  readonly called: readonly string[];
  readonly words: string;
}

/** Slips of all derivatives of the problem, planted and judged one by one. */
export function judgeSlips(
  problem: SlippedProblem,
  { slips, probes }: SlippedFile,
  seed: number,
  points = CHECK_DEFAULTS.points,
): JudgedSlip[] {
  const { instance } = problem;
  const probed = { run: problem.run, probes };
  const places = checkedPoints(instance, seed, points);
  const wide = checkedPoints(instance, seed + 1000, 2 * points);
  return handWritten(instance).flatMap((hand) => {
    const samples = samplesOf(instance, hand, places);
    const more = samplesOf(instance, hand, wide);
    if (samples.length === 0) return [];
    const met = problem.slipsIn(() => {
      for (const { x } of samples) answerAt(hand, x);
    });
    const judge = (kind: SlipKind, title: string, slipped: HandWritten) =>
      judged(instance, hand, slipped, kind, title, samples, more, probed);
    return [
      ...met.flatMap((k) => {
        const { kind, before, after } = slips[k]!;
        const slipped = {
          ...hand,
          write: (x: Float64Array, out: Float64Array) => problem.withSlip(k, () => hand.write(x, out)),
        };
        return judge(kind, `${before} -> ${after}`, slipped) ?? [];
      }),
      ...slipsInAnswer(hand, samples[0]!.x).flatMap(
        ({ kind, title, hand: slipped }) => judge(kind, title, slipped) ?? [],
      ),
    ];
  });
}

function judged(
  instance: Instance,
  hand: HandWritten,
  slipped: HandWritten,
  kind: SlipKind,
  title: string,
  samples: readonly Sample[],
  more: readonly Sample[],
  probed: Probed,
): JudgedSlip | undefined {
  const effect = effectOf(hand, slipped, [...samples, ...more]);
  const base = { kind, title, operator: hand.operator, effect };
  if (kind === 'right-at-zero' && !isRightAtZero(hand, slipped, samples)) return undefined;
  if (effect !== 'slip') return { ...base, found: false, named: false, called: [], words: '' };
  const { outcome, diagnosis } = checkAt(instance, slipped, samples, CHECK_DEFAULTS.tolerance, probed);
  const called = diagnosis?.kinds ?? [];
  const words = [...(diagnosis?.whole ?? []), ...(diagnosis?.entries.values() ?? [])].join('; ');
  return {
    ...base,
    found: outcome === 'wrong',
    named: called.some((name) => CALLED[kind].includes(name)),
    called,
    words,
  };
}

/** Whether some coordinate is 0 at points at which the slip changes nothing, and it changes something at all others. */
function isRightAtZero(hand: HandWritten, slipped: HandWritten, samples: readonly Sample[]): boolean {
  const isRight = samples.map(({ x, sizes }) => {
    const right = answerAt(hand, x).entries;
    return (
      answerOf(slipped, x)?.entries.every(
        (entry, e) => Math.abs(entry - right[e]!) <= CHECK_DEFAULTS.tolerance * sizes[e]!,
      ) ?? false
    );
  });
  return samples[0]!.x.some((_, j) => {
    const zero = samples.map(({ x }) => x[j] === 0);
    return zero.includes(true) && zero.includes(false) && zero.every((is, p) => is === isRight[p]);
  });
}

/** Whether the slip changes anything by more than rounding, at some of the points. */
function effectOf(hand: HandWritten, slipped: HandWritten, samples: readonly Sample[]): JudgedSlip['effect'] {
  let isEquivalent = true;
  let fails = true;
  for (const { x, sizes } of samples) {
    const right = answerAt(hand, x);
    const wrong = answerOf(slipped, x);
    if (!wrong) return 'fails';
    if (wrong.entries.every(Number.isFinite)) fails = false;
    const differs = wrong.entries.some((entry, e) => !(Math.abs(entry - right.entries[e]!) <= 1e-14 * sizes[e]!));
    if (differs || wrong.notWritten.length > right.notWritten.length) isEquivalent = false;
  }
  return isEquivalent ? 'equivalent' : fails ? 'fails' : 'slip';
}

/** The answer at x; nothing where the slip makes the program throw. */
function answerOf(slipped: HandWritten, x: Float64Array): Answer | undefined {
  try {
    return answerAt(slipped, x);
  } catch {
    return undefined;
  }
}
