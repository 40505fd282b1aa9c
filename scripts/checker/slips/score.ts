/**
 * How many slips in the derivatives of one problem a check finds and names, and whether it accuses the correct ones.
 */
import type { Instance } from '../../../suites/problem.ts';
import { seededRandom } from '../../../suites/random.ts';
import { REFERENCES, type Reference, type SlipKind } from '../../tables/columns/checks.ts';
import { CHECK_DEFAULTS, checkAt, largestError } from '../check.ts';
import { type HandWritten, handWritten } from '../comparison/hand-written.ts';
import { checkedPoints } from '../comparison/points.ts';
import { type Answer, answerAt, type Sample, samplesOf } from '../comparison/samples.ts';
import type { Probed } from '../repair/repair.ts';
import { slipsInAnswer } from './answer-slips.ts';
import type { SlippedFile } from './build-slipped.ts';
import { type CorrectChecks, checkCorrect, samplesBy } from './correct.ts';
import { CALLED } from './kinds.ts';
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
  /** The kinds that the check named. */
  readonly called: readonly string[];
  readonly words: string;
  /** How far it makes the derivative be off, by each reference: it is found at every tolerance below. */
  readonly errors: Readonly<Partial<Record<Reference, number>>>;
}

/** The result of planting slips into a problem. */
export interface SlipScore {
  readonly slips: readonly JudgedSlip[];
  readonly correct: CorrectChecks;
}

/** How much is planted and checked. */
export interface ScoreOptions {
  readonly seed: number;
  /** At most so many slips. */
  readonly most: number;
  readonly correctChecks: number;
}

/** Plants slips into all derivatives of the problem, one by one, and checks the correct ones at random points. */
export function scoreOf(problem: SlippedProblem, module: SlippedFile, options: ScoreOptions): SlipScore {
  const { instance } = problem;
  const { seed, most, correctChecks } = options;
  const planted = handWritten(instance).flatMap((hand) => plantedIn(problem, module, hand, seed));
  return {
    slips: spread(planted, most, seed).flatMap(({ judge }) => judge() ?? []),
    correct: checkCorrect(instance, seed, correctChecks),
  };
}

interface Planted {
  readonly kind: SlipKind;
  /** Nothing where it turns out to be no slip of its kind. */
  judge(): JudgedSlip | undefined;
}

/** All slips that can be planted into one derivative. */
function plantedIn(
  problem: SlippedProblem,
  { slips, probes }: SlippedFile,
  hand: HandWritten,
  seed: number,
): Planted[] {
  const { instance, run } = problem;
  const { points } = CHECK_DEFAULTS;
  const samples = samplesOf(instance, hand, checkedPoints(instance, seed, points));
  if (samples.length === 0) return [];
  const places = samples.map(({ x }) => x);
  const beaten: Beaten = {
    instance,
    hand,
    samples,
    more: samplesOf(instance, hand, checkedPoints(instance, seed + 1000, 2 * points)),
    byReference: REFERENCES.map((reference) => [reference, samplesBy(reference, instance, hand, places)]),
    probed: { run, probes },
  };
  const met = problem.slipsIn(() => {
    for (const { x } of samples) answerAt(hand, x);
  });
  const inSource = met.map((k): Planted => {
    const { kind, before, after } = slips[k]!;
    const write: HandWritten['write'] = (x, out) => problem.withSlip(k, () => hand.write(x, out));
    return { kind, judge: () => judged(beaten, { ...hand, write }, kind, `${before} -> ${after}`) };
  });
  const inAnswer = slipsInAnswer(hand, places[0]!).map(
    ({ kind, title, hand: slipped }): Planted => ({ kind, judge: () => judged(beaten, slipped, kind, title) }),
  );
  return [...inSource, ...inAnswer];
}

/** At most so many of them, drawn by the seed, with as many of each kind as there are of the rarest while they last. */
function spread(planted: readonly Planted[], most: number, seed: number): readonly Planted[] {
  if (planted.length <= most) return planted;
  const random = seededRandom(seed);
  const drawn = planted.map((each) => ({ each, draw: random(0, 1) })).sort((a, b) => a.draw - b.draw);
  const turns = new Map<SlipKind, number>();
  const inTurn = drawn.map(({ each }) => {
    const turn = turns.get(each.kind) ?? 0;
    turns.set(each.kind, turn + 1);
    return { each, turn };
  });
  return inTurn
    .sort((a, b) => a.turn - b.turn)
    .slice(0, most)
    .map(({ each }) => each);
}

/** A derivative, and what it ought to be. */
interface Beaten {
  readonly instance: Instance;
  readonly hand: HandWritten;
  readonly samples: readonly Sample[];
  /** Further points, at which a slip may have an effect. */
  readonly more: readonly Sample[];
  readonly byReference: readonly (readonly [Reference, readonly Sample[]])[];
  readonly probed: Probed;
}

function judged(
  { instance, hand, samples, more, byReference, probed }: Beaten,
  slipped: HandWritten,
  kind: SlipKind,
  title: string,
): JudgedSlip | undefined {
  const effect = effectOf(hand, slipped, [...samples, ...more]);
  const base = { kind, title, operator: hand.operator, effect };
  if (kind === 'right-at-zero' && !isRightAtZero(hand, slipped, samples)) return undefined;
  if (effect !== 'slip') return { ...base, found: false, named: false, called: [], words: '', errors: {} };
  const { outcome, diagnosis } = checkAt(instance, slipped, samples, CHECK_DEFAULTS.tolerance, probed);
  const called = diagnosis?.kinds ?? [];
  const words = [...(diagnosis?.whole ?? []), ...(diagnosis?.entries.values() ?? [])].join('; ');
  return {
    ...base,
    found: outcome === 'wrong',
    errors: Object.fromEntries(byReference.map(([reference, those]) => [reference, largestError(slipped, those)])),
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
