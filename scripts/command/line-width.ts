import wrapAnsi from 'wrap-ansi';

/** Characters of a line of prose, where the terminal has room for them. */
const USUAL = 80;
/** Narrower terminals get lines of this many characters. */
const LEAST = 60;

/** Characters that a line may take: those of the terminal, from 60 to 80, and 80 where the output is no terminal. */
export function lineWidth(): number {
  return Math.min(USUAL, terminalRoom());
}

/** Characters of a line of the terminal, at least 60. Infinity where the output is no terminal. */
export function terminalRoom(): number {
  const { isTTY, columns } = process.stdout;
  return isTTY && columns > 0 ? Math.max(LEAST, columns) : Infinity;
}

/** The text with lines that are too long for the terminal broken at spaces. */
export function fittedLines(text: string): string {
  const width = lineWidth();
  const fits = (line: string) => line.length <= width;
  return text
    .split('\n')
    .map((line) => (fits(line) ? line : wrapAnsi(line, width, { trim: false }).replaceAll(/ +$/gm, '')))
    .join('\n');
}
