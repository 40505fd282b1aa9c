/** Whole numbers with the raised and lowered digits of Unicode. */

/** The raised digits, each at its own place. */
export const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** The lowered digits, each at its own place. */
export const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** A whole number as a superscript: ⁻⁸. */
export function raised(whole: number): string {
  return spelled(whole, RAISED, '⁻');
}

/** A whole number as a subscript: ₋₈. */
export function lowered(whole: number): string {
  return spelled(whole, LOWERED, '₋');
}

function spelled(whole: number, digits: string, minus: string): string {
  return Array.from(String(whole), (sign) => (sign === '-' ? minus : digits[Number(sign)]!)).join('');
}
