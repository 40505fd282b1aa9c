/** Which single change of the program would make a wrong derivative right, and what that change looks like. */
import { clearPoints, type Look, type Wrong } from '../diagnosis/kinds.ts';
import { type Candidate, named } from '../diagnosis/ratios.ts';
import type { HandWritten } from '../hand-written.ts';
import { amountsFor, isNearly, sizesOf } from './amounts.ts';
import type { Change, ProbedRun } from './changes.ts';
import { type Explained, explain } from './explanation.ts';
import type { Probe } from './probes.ts';

/** A derivative whose text is probed. */
export interface Probed {
  readonly run: ProbedRun;
  readonly probes: readonly Probe[];
}

/** Points at which a change must make it right. */
const POINTS = 5;
/** Candidates that are tried without solving for anything. */
const TRIED = 60;
/** An explanation of this rank needs no other beside it. */
const CONVINCING = 2.5;
/** Passes of a loop that are changed alone. */
const PASSES = 12;

/** What the simplest change that repairs the derivative at all points says of it. `values` gives candidates of factors and terms at these points. */
export function repairOf(
  { run, probes }: Probed,
  hand: HandWritten,
  wrong: Wrong,
  values: (points: readonly number[]) => readonly Candidate[],
): Look | undefined {
  const chosen = clearPoints(wrong, wrong.entries).slice(0, POINTS);
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
      attempt(k, change, p).every((value, e) => Math.abs(value - wrong.exact[p]![e]!) <= wrong.tolerances[p]![e]!),
    );
  const moved = movedPlace(probes, seen[0]!, isRepaired) ?? turnedSign(probes, seen[0]!, isRepaired);
  if (moved) return moved;
  let lazy: readonly Candidate[] | undefined;
  const candidates = () => {
    lazy ??= [...ownValues(probes, seen), ...values(chosen)];
    return lazy;
  };
  const found: Explained[] = [];
  const consider = (
    k: number,
    mode: 'add' | 'multiply',
    amounts: readonly number[] | undefined,
    values: readonly number[],
    isOnce: boolean,
  ) => {
    const explained = amounts && explain({ text: probes[k]!.text, mode, amounts, values, isOnce }, candidates);
    if (explained) found.push(explained);
  };
  const passed = [...seen[0]!.keys()].filter(
    (k) => probes[k]!.kind === 'value' && seen.every((values) => values.get(k)),
  );
  for (const k of passed) {
    const passes = seen.map((values) => values.get(k)!);
    const isOnce = passes.every((values) => values.length === 1);
    for (const mode of isOnce ? (['add'] as const) : (['multiply', 'add'] as const)) {
      const amounts = amountsFor(
        wrong,
        wrong.entries,
        chosen,
        mode,
        sizesOf(
          mode,
          passes.map(([value]) => value!),
        ),
        (amount, p) => attempt(k, { mode, amount }, p),
      );
      consider(
        k,
        mode,
        amounts,
        passes.map(([value]) => value!),
        isOnce,
      );
    }
  }
  if (!found.some(({ rank }) => rank <= CONVINCING)) {
    const isRightWith = (k: number, mode: 'add' | 'multiply', amount: (i: number) => number) =>
      chosen.every((p, i) =>
        attempt(k, { mode, amount: amount(i) }, p).every((value, e) => isNearly(wrong, p, e, value)),
      );
    for (const k of passed) {
      if (seen.every((values) => values.get(k)!.length === 1))
        found.push(...tried(probes[k]!.text, candidates(), (...change) => isRightWith(k, ...change)));
    }
  }
  if (found.length === 0) {
    const [e] = wrong.entries;
    for (const k of passed) {
      const passes = seen.map((values) => values.get(k)!);
      const most = Math.min(PASSES, ...passes.map(({ length }) => length));
      for (let pass = 0; pass < most && most > 1; pass++) {
        const amounts = amountsFor(
          wrong,
          [e!],
          chosen,
          'add',
          sizesOf(
            'add',
            passes.map((values) => values[pass]!),
          ),
          (amount, p) => attempt(k, { mode: 'add', amount, pass }, p),
        );
        consider(
          k,
          'add',
          amounts,
          passes.map((values) => values[pass]!),
          true,
        );
      }
    }
  }
  return simplest(found);
}

/** Candidates that are tried as factor and as term of a place, where its value can't be solved for, or has two solutions. */
function tried(
  text: string,
  candidates: readonly Candidate[],
  isRightWith: (mode: 'add' | 'multiply', amount: (i: number) => number) => boolean,
): Explained[] {
  const place = `\`${text}\``;
  for (const candidate of candidates.slice(0, TRIED)) {
    const { values } = candidate;
    const name = named(candidate);
    if (isRightWith('multiply', (i) => values[i]!))
      return [{ look: { kinds: ['factor'], words: `${place} lacks the factor ${name}` }, rank: 2.5 }];
    if (isRightWith('multiply', (i) => 1 / values[i]!))
      return [{ look: { kinds: ['factor'], words: `${place} lacks a division by ${name}` }, rank: 2.5 }];
    for (const sign of [1, -1]) {
      if (isRightWith('add', (i) => sign * values[i]!))
        return [
          {
            look: {
              kinds: ['missing term'],
              words: `beside ${place} the term ${sign < 0 ? '-' : ''}${name} is missing`,
            },
            rank: 2.6,
          },
        ];
    }
  }
  return [];
}

/** What the program computes itself, where it does so once. */
function ownValues(probes: readonly Probe[], seen: readonly ReadonlyMap<number, readonly number[]>[]): Candidate[] {
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

/** The simplest explanation, and the next one of another kind that is hardly less simple. */
function simplest(found: readonly Explained[]): Look | undefined {
  const [best, ...others] = [...found].sort((a, b) => a.rank - b.rank);
  const other = others.find(
    ({ rank, look }) => rank <= best!.rank + 1.6 && !look.kinds.some((kind) => best!.look.kinds.includes(kind)),
  );
  if (!best || !other) return best?.look;
  return { kinds: [...best.look.kinds, ...other.look.kinds], words: `${best.look.words}; or ${other.look.words}` };
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

/** A value whose sign is wrong. */
function turnedSign(
  probes: readonly Probe[],
  seen: ReadonlyMap<number, readonly number[]>,
  isRepaired: (k: number, change: Change) => boolean,
): Look | undefined {
  for (const k of seen.keys()) {
    const { kind, text } = probes[k]!;
    if (kind === 'value' && isRepaired(k, { mode: 'multiply', amount: -1 }))
      return { kinds: ['sign'], words: `\`${text}\` has the wrong sign` };
  }
  return undefined;
}
