/** The difference between the two printed tapes: the numbers of which they are made. */

/** `plain`: doubles. `dual`: doubles with a tangent, each kept beside its value in an array of its own. */
export type Numbers = 'plain' | 'dual';

/** Text that only a tape over dual numbers has. */
export interface Tangent {
  readonly tangent: string;
}

/** Marks text that only a tape over dual numbers has. */
export function tangent(text: string): Tangent {
  return { tangent: text };
}

/** The texts that a tape over these numbers has. */
export function kept(numbers: Numbers, ...texts: readonly (string | Tangent)[]): string[] {
  return texts.flatMap((text) => (typeof text === 'string' ? [text] : numbers === 'dual' ? [text.tangent] : []));
}

/** Statements that store an edge at `at`: the argument, its partial derivative and that one's tangent. */
export function storeEdge(numbers: Numbers, at: string, argument: string, partial: string, partialTangent: string) {
  return kept(
    numbers,
    `argument[${at}] = ${argument};`,
    `partial[${at}] = ${partial};`,
    tangent(`partialTangent[${at}] = ${partialTangent};`),
  );
}

/** The statements, one a line, `indent` spaces deep. */
export function lines(indent: number, texts: readonly string[]): string {
  return texts.map((text) => `${' '.repeat(indent)}${text}\n`).join('');
}
