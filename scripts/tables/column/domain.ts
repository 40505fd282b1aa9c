/** Which numbers the cells of a column may hold, and the one place where a cell becomes a number. */

interface Range {
  /** The numbers, as the end of the sentence "this is not ...". */
  readonly words: string;
  readonly holds: (value: number) => boolean;
}

const isFiniteFrom0 = (value: number) => value >= 0 && Number.isFinite(value);

const RANGES = {
  anything: { words: 'a number', holds: () => true },
  finite: { words: 'a finite number', holds: Number.isFinite },
  positive: { words: 'a finite number above 0', holds: (value) => value > 0 && Number.isFinite(value) },
  'not negative': { words: 'a finite number of at least 0', holds: isFiniteFrom0 },
  /** The size of an error: an answer may be infinite, or no number. */
  magnitude: { words: 'a number of at least 0, INF or NaN', holds: (value) => !(value < 0) },
  share: { words: 'a number from 0 to 1', holds: (value) => value >= 0 && value <= 1 },
  digits: { words: 'a number of decimal digits from 0 to 16', holds: (value) => value >= 0 && value <= 16 },
  count: {
    words: 'a whole number of at least 0',
    holds: (value) => isFiniteFrom0(value) && Number.isSafeInteger(value),
  },
} as const satisfies Readonly<Record<string, Range>>;

/** The name of a range of numbers. */
export type Domain = keyof typeof RANGES;

/** A value that was read, or the end of a sentence that says why it can't be. */
export type Parsed<T> = { readonly value: T } | { readonly fault: string };

const DECIMAL = /^[+-]?(?=\.?\d)(\d*\.?\d*)(e[+-]?\d+)?$/i;
/** Spelled as Frictionless Table Schema does. */
const SPECIAL: ReadonlyMap<string, number> = new Map([
  ['NaN', Number.NaN],
  ['INF', Number.POSITIVE_INFINITY],
  ['-INF', Number.NEGATIVE_INFINITY],
]);

/** Reads a number of the domain. */
export function parseNumber(text: string, domain: Domain): Parsed<number> {
  const special = SPECIAL.get(text);
  const digits = DECIMAL.exec(text)?.[1];
  if (special === undefined && digits === undefined)
    return { fault: domain === 'count' ? 'is not a whole number' : 'is not a number' };
  const value = special ?? Number(text);
  const isLost = special === undefined && (value === 0 ? /[1-9]/.test(digits!) : !Number.isFinite(value));
  if (isLost) return { fault: 'is a number that no double can hold' };
  const { words, holds }: Range = RANGES[domain];
  return holds(value) ? { value } : { fault: `is not ${words}` };
}

/** Reads numbers of the domain that are separated by single spaces; there is at least one. */
export function parseNumbers(text: string, domain: Domain): Parsed<readonly number[]> {
  const values: number[] = [];
  for (const [k, part] of text.split(' ').entries()) {
    const parsed = parseNumber(part, domain);
    if ('fault' in parsed) return { fault: `holds "${part}" in place ${k + 1} of its list, which ${parsed.fault}` };
    values.push(parsed.value);
  }
  return { value: values };
}
