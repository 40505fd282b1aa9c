/** How numbers and lists are put into sentences, cells and labels. */
import { raised } from './superscripts.ts';

/** A power of ten as in print: 10⁻⁸. */
export function powerOfTen(exponent: number): string {
  return `10${raised(exponent)}`;
}

/**
 * To `digits` significant digits; as 2.0 × 10⁻⁹ below 0.001 and from 100 000 on. Not a number and infinities as words.
 */
export function number(value: number, digits = 3): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? 'infinite' : '−infinite';
  const magnitude = Math.abs(value);
  if (value === 0) return '0';
  if (magnitude < 1e-3 || magnitude >= 1e5) {
    const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
    return `${mantissa!.replace('-', '−')} × ${powerOfTen(Number(exponent))}`;
  }
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(magnitude)));
  return value.toFixed(decimals).replace('-', '−');
}

/** A time in the unit that suits it, from nanoseconds: 13.2 µs. */
export function time(nanoseconds: number): string {
  const units = [
    ['s', 1e9],
    ['ms', 1e6],
    ['µs', 1e3],
  ] as const;
  const [unit, size] = units.find(([, least]) => nanoseconds >= least) ?? ['ns', 1];
  return `${number(nanoseconds / size)} ${unit}`;
}

/** Bytes in the unit that suits them: 13.6 MB, with 1 kB = 1000 B. */
export function bytes(count: number): string {
  const units = [
    ['GB', 1e9],
    ['MB', 1e6],
    ['kB', 1e3],
  ] as const;
  const unit = units.find(([, least]) => count >= least);
  return unit ? `${number(count / unit[1])} ${unit[0]}` : `${count} B`;
}

/** a, b and c. */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `1 row`, `2 rows`, and `2 entries` with a plural of its own. */
export function plural(count: number, word: string, several = `${word}s`): string {
  return `${count} ${count === 1 ? word : several}`;
}

/** A count: whole below 100 000, a power of ten where it is one, else to three significant digits. */
export function count(value: number): string {
  if (Math.abs(value) < 1e5 && Number.isInteger(value)) return String(value).replace('-', '−');
  const exponent = Math.log10(value);
  return Number.isInteger(exponent) && value >= 1e5 ? powerOfTen(exponent) : number(value);
}
