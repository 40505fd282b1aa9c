/** Letters for what a trace introduces. They differ from the names that a function's inputs have. */

/** Letters of a trace. */
export interface Letters {
  /** Of the lines, which have numbers: v_1, v_2, ... */
  readonly line: string;
  /** Of the result. */
  readonly output: string;
}

/** The letters of the literature (Griewank & Walther, 2008; Baydin et al., 2018). */
export const USUAL: Letters = { line: 'v', output: 'y' };
const LINES = [USUAL.line, ...'wutsrqp'];
const OUTPUTS = [USUAL.output, ...'zYZ'];
const FUNCTIONS = [...'fghFGH'];

/** Letters for a trace of a function whose inputs have these names: the usual ones where they are free. */
export function lettersBeside(inputs: readonly string[]): Letters {
  return {
    line: free(LINES, (letter) =>
      inputs.some((name) => name.startsWith(letter) && /^\d*$/.test(name.slice(letter.length))),
    ),
    output: free(OUTPUTS, (letter) => inputs.includes(letter)),
  };
}

/** A letter for the function itself. */
export function functionLetter(inputs: readonly string[]): string {
  return free(FUNCTIONS, (letter) => inputs.includes(letter));
}

/** The first of the letters that is not taken; where all are, the first of them doubled until it is free. */
function free(letters: readonly string[], isTaken: (letter: string) => boolean): string {
  const found = letters.find((letter) => !isTaken(letter));
  if (found !== undefined) return found;
  let name = letters[0]!;
  while (isTaken(name)) name += letters[0];
  return name;
}
