/** Meanings of a ratio that was fitted at several points. */
import { agrees, type Look, slackOf } from './kinds.ts';
import type { Spelled } from './spelled.ts';

/** Values that a ratio is compared with: for each candidate its value at every point. */
export interface Candidate {
  text(): string;
  readonly values: readonly number[];
}

/** The values of a computation at several points as candidates: each once, and none that is the same everywhere. */
export function candidatesOf(valuesByPoint: readonly (readonly Spelled[])[], most: number): Candidate[] {
  const known = new Set<string>();
  const candidates: Candidate[] = [];
  valuesByPoint[0]!.forEach((first, k) => {
    const values = valuesByPoint.map((values) => values[k]!.value);
    const key = values.join();
    if (known.has(key) || values.every((value) => value === values[0]) || !values.every(Number.isFinite)) return;
    known.add(key);
    candidates.push({ text: () => first.text(), values });
  });
  return candidates.slice(0, most);
}

/** The constant that all ratios agree in but for `slack`, if they do. */
export function constantOf(ratios: readonly number[], slack: number): number | undefined {
  const [first] = ratios;
  if (first === undefined || !ratios.every(Number.isFinite)) return undefined;
  return ratios.every((ratio) => agrees(ratio, first, slack)) ? first : undefined;
}

/** The look of a part of a derivative that is written `ratio` times as large; `part` names it. */
export function constantLook(ratio: number, part: string): Look | undefined {
  if (agrees(ratio, 1, 1e-9)) return undefined;
  if (agrees(ratio, -1, 1e-9)) return { kinds: ['sign'], words: `${part} has the wrong sign` };
  if (Math.abs(ratio) < 1e-7) return { kinds: ['missing term'], words: `${part} is missing` };
  return { kinds: ['factor'], words: `${part} is ${rational(ratio)} of what it should be` };
}

/** The look of a part whose ratio is a value of the computation, or one over it, or one value over another of `few`. */
export function candidateLook(
  ratios: readonly number[],
  candidates: readonly Candidate[],
  few: number,
  part: string,
): Look | undefined {
  const fits = (value: (p: number) => number) => ratios.every((ratio, p) => agrees(ratio, value(p), slackOf(ratios)));
  for (const sign of [1, -1]) {
    const minus = sign === -1 ? ', and the sign is wrong' : '';
    for (const candidate of candidates) {
      const { values } = candidate;
      if (fits((p) => sign / values[p]!))
        return { kinds: ['factor'], words: `${part} lacks the factor ${named(candidate)}${minus}` };
      if (fits((p) => sign * values[p]!))
        return { kinds: ['factor'], words: `${part} has the factor ${named(candidate)} too many${minus}` };
    }
  }
  const some = candidates.slice(0, few);
  for (const a of some) {
    for (const b of some) {
      if (a === b || !fits((p) => a.values[p]! / b.values[p]!)) continue;
      const isIndex = a.text() !== '' && shape(a.text()) === shape(b.text());
      return {
        kinds: [isIndex ? 'wrong index' : 'factor'],
        words: `in ${part} ${named(a)} stands where ${named(b)} should`,
      };
    }
  }
  for (const a of some) {
    for (const b of some) {
      if (fits((p) => 1 / (a.values[p]! * b.values[p]!)))
        return { kinds: ['factor'], words: `${part} lacks the factors ${named(a)} and ${named(b)}` };
    }
  }
  return undefined;
}

function shape(text: string): string {
  return text.replaceAll(/\d+/g, '#');
}

/** A text, or what to say where it would be too long. */
export function named(candidate: { text(): string }): string {
  const text = candidate.text();
  return text === '' ? '(an inner derivative)' : text;
}

/** A ratio as people write it: 2, 1/2, -3/4, 0.8660. */
export function rational(ratio: number): string {
  for (let q = 1; q <= 12; q++) {
    const p = Math.round(ratio * q);
    if (p !== 0 && Math.abs(ratio * q - p) < 1e-7 * Math.abs(ratio * q)) {
      if (q > 1) return `${p}/${q}`;
      return `${p} times`;
    }
  }
  return `${ratio.toPrecision(5)} times`;
}
