/** Sentences on the error of a derivative in several forms. */

import { list, number } from '../../words/words.ts';
import type { Results } from '../content/results.ts';
import { formTitle } from '../theme/forms.ts';

type SizeRow = Results['expressionSize'][number];

/** Off by half or more, a number has no correct digit. */
export const NO_DIGIT = 0.5;

/** From which n on a form has no correct digit, and whether it is the shortest there; or how many digits it keeps. */
export function accuracyWords(form: string, judged: readonly SizeRow[]): string {
  const own = judged.filter((row) => row.form === form).sort((a, b) => a.n! - b.n!);
  const lastRight = own.findLastIndex(({ relative_error: error }) => error! < NO_DIGIT);
  const lost = own[lastRight + 1];
  if (lost === undefined) {
    const largest = Math.max(...own.map(({ relative_error }) => relative_error!));
    return `The ${formTitle(form)} has a relative error of at most ${number(largest, 2)} up to n = ${own.at(-1)!.n}.`;
  }
  const others = judged.filter((row) => row.n === lost.n && row.form !== form);
  const against = list(others.map((row) => `${row.operators} (${formTitle(row.form!)})`));
  const isShortest = others.length > 0 && others.every(({ operators }) => operators! > lost.operators!);
  const beside =
    others.length === 0
      ? ''
      : isShortest
        ? `, though it has the fewest operators: ${lost.operators} against ${against}`
        : `; it has ${lost.operators} operators there, against ${against}`;
  return `From n = ${lost.n} on the ${formTitle(form)} has no correct digit (relative error ${number(lost.relative_error!, 2)})${beside}.`;
}
