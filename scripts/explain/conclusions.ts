/** Sentences about the entries of a truth that a reader might take for more, or for less, than they are. */
import { type ExactRange, fewDigits, isBeyondDoubles } from '../truth/exact-number.ts';
import { list } from '../words/words.ts';

import type { Entry } from './answers-table.ts';
import type { TrueEntries } from './measure.ts';

/** Which entries are a convention and of what range, and which exceed the largest double. */
export function conclusions(entries: readonly Entry[], truth: TrueEntries | undefined): string[] {
  if (!truth) return [];
  const byRange = new Map<string, string[]>();
  const sentences: string[] = [];
  for (const { name, place } of entries) {
    const exact = truth.exact[place]!;
    const range = truth.ranges?.[place];
    if (range) byRange.set(rangeInWords(range), [...(byRange.get(rangeInWords(range)) ?? []), name.text]);
    else if (isBeyondDoubles(exact)) {
      sentences.push(
        `${name.text} is ${withMinus(fewDigits(exact))}, which exceeds the largest double, 1.8e308: in doubles it is infinite.`,
      );
    }
  }
  for (const [range, names] of byRange) {
    const are = names.length === 1 ? 'is' : 'are';
    sentences.push(`${list(names)} ${are} by convention: there is none at this point. ${range}.`);
  }
  return sentences;
}

function rangeInWords({ low, high }: ExactRange): string {
  const said = (value: number) => withMinus(String(Number(value.toPrecision(6))));
  return low.digits === high.digits
    ? `Beside it there is ${said(low.high)}, but what it is the slope of jumps`
    : `Any number from ${said(low.high)} to ${said(high.high)} is as good`;
}

function withMinus(text: string): string {
  return text.replace('-', '−');
}
