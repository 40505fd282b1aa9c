import type { Option } from 'commander';

/** A value that goes on in the next word of the shell, as in x1=2, x2=5. */
const GOES_ON = /[,=]\s*$/;
const GOES_BACK = /^\s*[,=]/;
/**
 * Looks like one of the options, which begin with two minus signs and have small letters; or asks for help, as
 * elsewhere.
 */
const OPTION = /^--[a-z][a-z-]*(?:=|$)|^-h$/;

/**
 * The words of a command line with the options first. So an expression may begin with a minus: options begin with two
 * of them. The words of one value, which the shell took apart at blanks, are put together.
 */
export function optionsFirst(words: readonly string[], options: readonly Option[]): string[] {
  const [ours, theirs]: [string[], string[]] = [[], []];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === '--') {
      theirs.push(...words.slice(i + 1));
      break;
    }
    if (!OPTION.test(word)) {
      theirs.push(word);
      continue;
    }
    ours.push(word);
    const takesValue = options.some(({ long, required }) => long === word && required);
    if (!takesValue || i + 1 === words.length) continue;
    let value = words[++i]!;
    for (let next = words[i + 1]; next !== undefined && goesOn(value, next); next = words[++i + 1]) value += next;
    ours.push(value);
  }
  return theirs.length === 0 ? ours : [...ours, '--', ...theirs];
}

function goesOn(value: string, next: string): boolean {
  return !OPTION.test(next) && (GOES_ON.test(value) || GOES_BACK.test(next));
}
