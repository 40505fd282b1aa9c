/**
 * Ingredients that a repair may put into a program: numbers, inputs, values computed by the program or by the function,
 * and two of these joined.
 */
import type { Passed, Probe } from './probes.ts';

/** A number for each pass of each point: one alone stands for all passes. */
export interface Ingredient {
  text(): string;
  /** Names and numbers in its text: of two repairs the one with fewer is believed. */
  readonly size: number;
  passes(p: number): readonly number[];
}

/** Factors and terms that are forgotten most. */
const USUAL: readonly number[] = [1, 2, 3, 4, 0.5];
/** The cost of joining two ingredients, so that ingredients that stand in the program come first. */
const JOINING = 0.5;
/** How many numbers, and how many names, are joined with one another. */
const JOINED = { numbers: 8, names: 16 };

/**
 * All of them, smallest first. `seen` is what passed the probes at each point, in the derivative and in the function by
 * hand.
 */
export function ingredientsOf(
  points: readonly Float64Array[],
  probes: readonly Probe[],
  seen: readonly Passed[],
): readonly Ingredient[] {
  const numbers = numbersOf(probes, seen);
  const inputs = Array.from(points[0]!, (_, j): Ingredient => single(`x${j + 1}`, 1, (p) => points[p]![j]!));
  const names = distinct([...computed(probes, seen), ...inputs], points.length).sort((a, b) => a.size - b.size);
  const [few, some] = [numbers.slice(0, JOINED.numbers), names.slice(0, JOINED.names)];
  const joined = [
    ...few.flatMap((c) => some.flatMap((d) => [join(c, '*', d), join(c, '/', d), join(d, '+', c), join(d, '-', c)])),
    ...some.flatMap((a, i) => some.slice(i).map((b) => join(a, '*', b))),
    ...some.flatMap((a, i) => some.slice(i + 1).flatMap((b) => [join(a, '+', b), join(a, '-', b), join(a, '/', b)])),
  ];
  return distinct([...numbers, ...names, ...joined], points.length).sort((a, b) => a.size - b.size);
}

/** The usual numbers, and those that the text of the program has. */
function numbersOf(probes: readonly Probe[], seen: readonly Passed[]): Ingredient[] {
  const written = [...seen[0]!.keys()].flatMap((k) => probes[k]!.numbers);
  const own = [...new Set([...USUAL, ...written])].filter((c) => c !== 0 && c !== -1);
  return own.map((c) => single(c === 0.5 ? '1/2' : String(c), 1, () => c));
}

function single(text: string, size: number, value: (p: number) => number): Ingredient {
  return { text: () => text, size, passes: (p) => [value(p)] };
}

/** The values that the program computes, wherever they are passed. */
function computed(probes: readonly Probe[], seen: readonly Passed[]): Ingredient[] {
  return [...seen[0]!.keys()].flatMap((k) => {
    const { text, name, size, kind } = probes[k]!;
    if (kind === 'bound') return [];
    return [
      { text: () => name ?? text, size: name === undefined ? size : 1, passes: (p: number) => seen[p]!.get(k) ?? [] },
    ];
  });
}

type Sign = '+' | '-' | '*' | '/';

function join(a: Ingredient, sign: Sign, b: Ingredient): Ingredient {
  return {
    text: () => `${a.text()} ${sign} ${b.text()}`,
    size: a.size + b.size + JOINING,
    passes(p) {
      const [first, second] = [a.passes(p), b.passes(p)];
      const length = Math.max(first.length, second.length);
      if (first.length === 0 || second.length === 0) return [];
      return Array.from({ length }, (_, pass) =>
        applied(sign, passOf(first, pass, length), passOf(second, pass, length)),
      );
    },
  };
}

function applied(sign: Sign, a: number, b: number): number {
  if (sign === '+') return a + b;
  if (sign === '-') return a - b;
  return sign === '*' ? a * b : a / b;
}

/**
 * The value of a list for one of `length` passes. An outer loop has fewer values, and a place outside of loops has one.
 * NaN where the lengths don't fit.
 */
export function passOf(values: readonly number[], pass: number, length: number): number {
  const every = length / values.length;
  return Number.isInteger(every) ? values[Math.floor(pass / every)]! : Number.NaN;
}

/**
 * Each of the same values once, the smallest text of them; those that are 0 or no number at the first point are left
 * out.
 */
function distinct(all: readonly Ingredient[], points: number): Ingredient[] {
  const known = new Map<string, Ingredient>();
  for (const each of all) {
    const first = each.passes(0);
    if (first.length === 0 || !first.every(Number.isFinite)) continue;
    const key = `${first.join()};${each.passes(points - 1).join()}`;
    const before = known.get(key);
    if (!before || before.size > each.size) known.set(key, each);
  }
  return [...known.values()];
}
