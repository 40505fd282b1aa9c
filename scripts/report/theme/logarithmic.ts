/** Labels of a logarithmic axis as powers of ten: 10⁻⁸. Vega would write small ones as 0. */
const RAISED = '"⁰¹²³⁴⁵⁶⁷⁸⁹"';
const EXPONENT = 'round(log(datum.value) / LN10)';
const DIGITS = `toString(abs(${EXPONENT}))`;
const raisedDigit = (place: number) => `(length(${DIGITS}) > ${place} ? ${RAISED}[toNumber(${DIGITS}[${place}])] : '')`;

/** `axis` of a logarithmic scale: ticks at powers of ten only. */
export const logAxis = {
  labelExpr: `abs(log(datum.value) / LN10 - ${EXPONENT}) > 1e-6 ? '' : '10' + (${EXPONENT} < 0 ? '⁻' : '') + ${raisedDigit(0)} + ${raisedDigit(1)} + ${raisedDigit(2)}`,
  tickCount: 8,
} as const;
