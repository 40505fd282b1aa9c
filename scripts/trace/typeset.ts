/** Lines of a trace in words: in plain signs and in LaTeX. */
import { type Formula, formulaArithmetic, type Variable } from './formula.ts';
import { written } from './notation.ts';
import { latex, plain } from './notations.ts';

/** A formula in two notations: plain signs and LaTeX. */
export interface Typeset {
  readonly text: string;
  readonly tex: string;
}

/** A formula. */
export function typeset(formula: Formula): Typeset {
  return { text: written(formula, plain), tex: written(formula, latex) };
}

/** A letter. */
export function typesetVariable(variable: Variable): Typeset {
  return typeset({ kind: 'variable', variable });
}

/** A number to 3 decimals, or to 3 digits where it is small, without zeros at its end: 0.693, 10, -0.959. */
export function typesetNumber(value: number): Typeset {
  return typeset(formulaArithmetic.constant(rounded(value)));
}

/** All of these, with equals signs between them; what says the same as the one before it is left out. */
export function equation(parts: readonly Typeset[]): Typeset {
  const said = parts.filter(({ text }, i) => i === 0 || text !== parts[i - 1]!.text);
  return { text: said.map(({ text }) => text).join(' = '), tex: said.map(({ tex }) => asSide(tex)).join(' = ') };
}

/** In braces, a minus is that of a sign, not of a difference with what stands before the equals sign. */
function asSide(tex: string): string {
  return tex.startsWith('-') ? `{${tex}}` : tex;
}

function rounded(value: number): number {
  const isOrdinary = Math.abs(value) >= 0.1 && Math.abs(value) < 1e6;
  // NaN, infinities and 0 stay as they are.
  return Number(isOrdinary ? value.toFixed(3) : value.toPrecision(3));
}
