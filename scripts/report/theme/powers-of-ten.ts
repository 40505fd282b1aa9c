/**
 * Powers of ten within a range, at most `most` of them and evenly spaced, for `values` of a logarithmic axis: left
 * alone, it would label 2 and 3 as well.
 */
export function powersOfTen(least: number, largest: number, most = 8): number[] {
  const [first, last] = [Math.ceil(Math.log10(least) - 1e-9), Math.floor(Math.log10(largest) + 1e-9)];
  const step = Math.max(1, Math.ceil((last - first + 1) / most));
  const exponents = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  return exponents.filter((exponent) => exponent % step === 0).map((exponent) => Number(`1e${exponent}`));
}
