/** Repairs whose amount is solved for at several points, and then explained. */
import type { Candidate } from '../diagnosis/ratios.ts';
import { amountsFor, sizesOf } from './amounts.ts';
import type { Attempts } from './attempts.ts';
import { type Explained, explain } from './explanation.ts';
import type { Passed, Probe } from './probes.ts';

/** Points at which an amount is solved for. */
const POINTS = 5;
/** Passes of a loop that are changed alone. */
const PASSES = 12;

/**
 * Changes of one place, in all passes or in one of a loop, that make all wrong entries right at the first of the clear
 * points, and are explained.
 */
export function repairsSolved(
  attempts: Attempts,
  probes: readonly Probe[],
  seen: readonly Passed[],
  clear: readonly number[],
  candidatesAt: (points: readonly number[]) => readonly Candidate[],
): readonly Explained[] {
  const { wrong, at, repairs } = attempts;
  const chosen = clear.slice(0, POINTS);
  const here = chosen.map((p) => seen[p]!);
  let lazy: readonly Candidate[] | undefined;
  const candidates = () => {
    lazy ??= [...ownValues(probes, here), ...candidatesAt(chosen)];
    return lazy;
  };
  const found: Explained[] = [];
  const passed = [...here[0]!.keys()].filter(
    (k) => probes[k]!.kind === 'value' && here.every((passes) => passes.get(k)),
  );
  const solve = (k: number, mode: 'add' | 'multiply', isOnce: boolean, pass?: number) => {
    const values = here.map((passes) => passes.get(k)![pass ?? 0]!);
    const where = pass === undefined ? {} : { pass };
    const amounts = amountsFor(wrong, wrong.entries, chosen, mode, sizesOf(mode, values), (amount, p) =>
      at(k, { mode, amount, ...where }, p),
    );
    if (!amounts) return;
    const isRight = (factor: number) => pass === undefined && repairs(k, () => ({ mode: 'multiply', amount: factor }));
    const explained = explain({ text: probes[k]!.text, mode, amounts, values, isOnce, isRight }, candidates);
    if (explained) found.push(explained);
  };
  for (const k of passed) {
    const isOnce = here.every((passes) => passes.get(k)!.length === 1);
    for (const mode of isOnce ? (['add'] as const) : (['multiply', 'add'] as const)) solve(k, mode, isOnce);
  }
  if (found.length > 0) return found;
  for (const k of passed) {
    const most = Math.min(PASSES, ...here.map((passes) => passes.get(k)!.length));
    for (let pass = 0; pass < most && most > 1; pass++) solve(k, 'add', true, pass);
  }
  return found;
}

/** The values that the program computes itself, where it computes them once. */
function ownValues(probes: readonly Probe[], seen: readonly Passed[]): Candidate[] {
  const known = new Set<string>();
  return [...seen[0]!.keys()].flatMap((k) => {
    const passes = seen.map((values) => values.get(k) ?? []);
    const values = passes.map(([value]) => value ?? Number.NaN);
    const isUsable = passes.every(({ length }) => length === 1) && values.every(Number.isFinite);
    if (!isUsable || known.has(values.join()) || values.every((value) => value === values[0])) return [];
    known.add(values.join());
    return [{ text: () => probes[k]!.text, values }];
  });
}
