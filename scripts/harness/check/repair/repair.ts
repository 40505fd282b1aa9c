/** Which single change of the program would make a wrong derivative right, and what that change looks like. */
import type { Look, Wrong } from '../diagnosis/kinds.ts';
import type { Candidate } from '../diagnosis/ratios.ts';
import type { HandWritten } from '../hand-written.ts';
import type { Change, ProbedRun } from './changes.ts';
import { type Explained, explain, type Needed } from './explanation.ts';
import type { Probe } from './probes.ts';

/** A derivative whose text is probed. */
export interface Probed {
  readonly run: ProbedRun;
  readonly probes: readonly Probe[];
}

/** Points at which a change must make it right. */
const POINTS = 5;
/** Steps by which the amount of a change is found. */
const STEPS = 4;
/** How much further off than usual a repaired entry may be: amounts are found by dividing differences. */
const SLACK = 1e3;

/** What the simplest change that repairs the derivative at all points says of it. `values` gives candidates of factors and terms at these points. */
export function repairOf(
  { run, probes }: Probed,
  hand: HandWritten,
  wrong: Wrong,
  values: (points: readonly number[]) => readonly Candidate[],
): Look | undefined {
  const isOff = (p: number) => wrong.entries.some((e) => !isNearly(wrong, p, e, wrong.byHand[p]![e]!, 1));
  const chosen = [...wrong.points.keys()].filter(isOff).slice(0, POINTS);
  if (chosen.length === 0) return undefined;
  const out = new Float64Array(hand.rows * hand.columns);
  const attempt = (k: number, change: Change, p: number): Float64Array => {
    out.fill(0);
    try {
      run.change(k, change, () => hand.write(wrong.points[p]!.slice(), out));
    } catch {
      out.fill(Number.NaN); // where a change leads is no fault of the program
    }
    return out;
  };
  const seen = chosen.map((p) => run.watch(() => hand.write(wrong.points[p]!.slice(), out.fill(0))));
  const isRepaired = (k: number, change: Change) =>
    [...wrong.points.keys()].every((p) =>
      attempt(k, change, p).every((value, e) => isNearly(wrong, p, e, value, SLACK)),
    );
  const moved = movedPlace(probes, seen[0]!, isRepaired);
  if (moved) return moved;
  let lazy: readonly Candidate[] | undefined;
  const candidates = () => {
    lazy ??= values(chosen);
    return lazy;
  };
  let best: Explained | undefined;
  for (const k of seen[0]!.keys()) {
    const probe = probes[k]!;
    if (probe.kind !== 'value') continue;
    const passes = seen.map((values) => values.get(k) ?? []);
    if (passes.some((values) => values.length === 0)) continue;
    const isOnce = passes.every((values) => values.length === 1);
    for (const mode of isOnce ? (['add'] as const) : (['multiply', 'add'] as const)) {
      const amounts = amountsFor(wrong, chosen, mode, (amount, p) => attempt(k, { mode, amount }, p));
      const needed: Needed | undefined = amounts && {
        text: probe.text,
        mode,
        amounts,
        values: passes.map(([value]) => value!),
        isOnce,
      };
      const explained = needed && explain(needed, candidates);
      if (explained && (!best || explained.rank < best.rank)) best = explained;
    }
    if (best?.rank === 0) break;
  }
  return best?.look;
}

/** An index that is one off, or a loop that begins or ends one off. */
function movedPlace(
  probes: readonly Probe[],
  seen: ReadonlyMap<number, readonly number[]>,
  isRepaired: (k: number, change: Change) => boolean,
): Look | undefined {
  for (const k of seen.keys()) {
    const { kind, text } = probes[k]!;
    if (kind === 'value') continue;
    for (const amount of [-1, 1]) {
      if (!isRepaired(k, { mode: kind === 'index' ? 'shift' : 'add', amount })) continue;
      const way = amount > 0 ? 'more' : 'less';
      if (kind === 'index')
        return { kinds: ['wrong index'], words: `with an index one ${way} in \`${text}\` all would be right` };
      return {
        kinds: ['off by one'],
        words: `a loop is off by one: with one ${way} than \`${text}\` all would be right`,
      };
    }
  }
  return undefined;
}

/** The amount of the change that makes all entries right, for each of the points; undefined where none does. */
function amountsFor(
  wrong: Wrong,
  points: readonly number[],
  mode: 'add' | 'multiply',
  attempt: (amount: number, p: number) => Float64Array,
): number[] | undefined {
  const amounts: number[] = [];
  for (const p of points) {
    const amount = amountAt(wrong, p, mode, (each) => attempt(each, p));
    if (amount === undefined) return undefined;
    amounts.push(amount);
  }
  return amounts;
}

function amountAt(
  wrong: Wrong,
  p: number,
  mode: 'add' | 'multiply',
  attempt: (amount: number) => Float64Array,
): number | undefined {
  const exact = wrong.exact[p]!;
  const e = wrong.entries.reduce((a, b) => (offBy(wrong, p, a) >= offBy(wrong, p, b) ? a : b));
  let [before, error] = [mode === 'add' ? 0 : 1, wrong.byHand[p]![e]! - exact[e]!];
  let amount = before + 1;
  for (let step = 0; step < STEPS; step++) {
    const entries = attempt(amount);
    if (step > 0 && entries.every((value, each) => isNearly(wrong, p, each, value, SLACK))) return amount;
    const left = entries[e]! - exact[e]!;
    const next = amount - (left * (amount - before)) / (left - error);
    if (!Number.isFinite(next))
      return left === 0 && entries.every((value, each) => isNearly(wrong, p, each, value, SLACK)) ? amount : undefined;
    [before, error, amount] = [amount, left, next];
  }
  return undefined;
}

function offBy({ byHand, exact, tolerances }: Wrong, p: number, e: number): number {
  return Math.abs(byHand[p]![e]! - exact[p]![e]!) / tolerances[p]![e]!;
}

function isNearly({ exact, tolerances }: Wrong, p: number, e: number, value: number, slack: number): boolean {
  return Math.abs(value - exact[p]![e]!) <= slack * tolerances[p]![e]!;
}
