/** `npm run hello`: the smallest end-to-end case, one function by every method, in seconds. */
import { availableParallelism } from 'node:os';
import { startCommand } from './command/start.ts';
import { loadWarning } from './harness/busy-machine.ts';
import { openCatalogue } from './harness/catalogue.ts';
import { helloText } from './harness/hello.ts';
import { parseOptions } from './harness/options.ts';
import { BUILD_PLUGINS } from './harness/paths.ts';

await startCommand('hello', async () => {
  const { problems, methods } = await openCatalogue([], BUILD_PLUGINS);
  const hello = problems.find(({ suite, problem }) => suite === 'lecture' && problem.name === 'log-product-sine');
  const options = parseOptions(['--quick'], availableParallelism());
  if (!hello || options === 'help') throw new Error('the problem of the lecture is missing');
  const warning = loadWarning();
  if (warning !== undefined) console.error(warning);
  console.log(await helloText(hello, methods, options));
  return 0;
});
