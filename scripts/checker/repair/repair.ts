/** Which single change of the program would make a wrong derivative right, and what that change looks like. */

import type { HandWritten } from '../comparison/hand-written.ts';
import { clearPoints, type Look, type Wrong } from '../diagnosis/kinds.ts';
import type { Candidate } from '../diagnosis/ratios.ts';
import { attemptsOf } from './attempts.ts';
import type { ProbedRun } from './changes.ts';
import { type Place, repairsWith } from './edits.ts';
import type { Explained } from './explanation.ts';
import { ingredientsOf } from './ingredients.ts';
import { movedPlace, turnedSign } from './moves.ts';
import type { Passed, Probe } from './probes.ts';
import { repairsSolved } from './solved.ts';

/** A derivative whose text is probed. */
export interface Probed {
  readonly run: ProbedRun;
  readonly probes: readonly Probe[];
}

/** The sources of a repair besides the program itself. */
export interface Sources {
  /** Runs the function by hand. */
  value(x: Float64Array): void;
  /** Values that occur in the computation of what is wrong, at these points. */
  candidates(points: readonly number[]): readonly Candidate[];
}

/** The look of the simplest change that repairs the derivative at all points. */
export function repairOf({ run, probes }: Probed, hand: HandWritten, wrong: Wrong, sources: Sources): Look | undefined {
  const clear = clearPoints(wrong, wrong.entries);
  const [at] = clear;
  if (at === undefined) return undefined;
  const attempts = attemptsOf(run, hand, wrong);
  const out = new Float64Array(hand.rows * hand.columns);
  const seen = wrong.points.map((x) => run.watch(() => hand.write(x.slice(), out.fill(0))));
  const values = wrong.points.map((x) => run.watch(() => sources.value(x.slice())));
  const met = [...seen[at]!.keys()];
  const moved = movedPlace(probes, met, attempts) ?? turnedSign(probes, met, attempts);
  if (moved) return moved;
  const known = seen.map((passed, p): Passed => new Map([...passed, ...values[p]!]));
  const places = met
    .filter((k) => probes[k]!.kind === 'value')
    .map((k): Place => ({ k, text: probes[k]!.text, size: probes[k]!.size, passes: (p) => seen[p]!.get(k) ?? [] }));
  const passesOfARun = [...seen[at]!.values()].reduce((sum, { length }) => sum + length, 0);
  const found = repairsWith(attempts, places, ingredientsOf(wrong.points, probes, known), at, passesOfARun);
  if (found.length > 0) return simplest(found);
  return simplest(repairsSolved(attempts, probes, seen, clear, sources.candidates));
}

/** The simplest explanation, and another kind of explanation where it is as simple. */
function simplest(found: readonly Explained[]): Look | undefined {
  const [best, ...others] = [...found].sort((a, b) => a.rank - b.rank);
  const other = others.find(
    ({ rank, look }) => rank === best!.rank && !look.kinds.some((kind) => best!.look.kinds.includes(kind)),
  );
  if (!best || !other) return best?.look;
  return { kinds: [...best.look.kinds, ...other.look.kinds], words: `${best.look.words}; or ${other.look.words}` };
}
