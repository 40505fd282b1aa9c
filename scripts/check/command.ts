import { runCommand } from '../command/run-command.ts';
import { catalogueScore } from './catalogue-score.ts';
import { parseCheckOptions } from './options.ts';
import { checkTargets } from './run.ts';
import { checkedText, jsonText } from './text.ts';

/** Runs `npm run check` with these arguments, and returns its exit status. */
export function checkCommand(args: readonly string[]): Promise<number> {
  return runCommand(args, {
    parse: parseCheckOptions,
    async run(options) {
      if (options.target === undefined) {
        const { text, isGood } = await catalogueScore(options);
        console.log(text);
        return isGood ? 0 : 1;
      }
      const checked = await checkTargets(options.target, options);
      console.log(options.json ? jsonText(checked) : checkedText(checked, options));
      return checked.every(({ isRight }) => isRight) ? 0 : 1;
    },
  });
}
