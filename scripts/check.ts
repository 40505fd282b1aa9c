/** `npm run check`: derivatives by hand against exact ones, entry by entry. */
import { catalogueScore } from './check/catalogue-score.ts';
import { parseCheckOptions } from './check/options.ts';
import { checkTargets } from './check/run.ts';
import { checkedText, jsonText } from './check/text.ts';
import { UsageError } from './harness/usage-error.ts';

try {
  const options = parseCheckOptions(process.argv.slice(2));
  if (options === 'help') {
    process.exitCode = 0;
  } else if (options.target === undefined) {
    const { text, isGood } = await catalogueScore(options);
    console.log(text);
    process.exitCode = isGood ? 0 : 1;
  } else {
    const checked = await checkTargets(options.target, options);
    console.log(options.json ? jsonText(checked) : checkedText(checked, options));
    process.exitCode = checked.every(({ isRight }) => isRight) ? 0 : 1;
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
