import { UsageError } from '../command/usage-error.ts';

/** Characters of the expression that are shown around a fault: they fit a terminal. */
const SHOWN = 72;

/** The fault of an expression, in one sentence, with the place under it. */
export class ExpressionFault extends UsageError {
  /** The place of the fault: the number of characters before it. */
  readonly at: number;
  /** Says what is wrong, without the place. */
  readonly sentence: string;

  /** The sentence, and below it the expression with a caret under the place. */
  constructor(sentence: string, expression: string, at: number) {
    super(`${sentence}\n\n${underlined(expression, at)}`);
    this.at = at;
    this.sentence = sentence;
  }
}

function underlined(expression: string, at: number): string {
  const start = Math.max(0, Math.min(at - SHOWN / 2, expression.length - SHOWN));
  const part = expression.slice(start, start + SHOWN).replaceAll(/[\s\p{Cc}\p{Cf}]/gu, ' ');
  const [before, after] = [start > 0 ? '…' : '', start + SHOWN < expression.length ? '…' : ''];
  return `  ${before}${part}${after}\n  ${' '.repeat(before.length + at - start)}^`;
}
