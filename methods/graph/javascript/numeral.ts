/** The text of a double that reads back as the same double: NaN, infinities, -0 and subnormals too. */
export function numeral(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
