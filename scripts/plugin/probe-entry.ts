/** Entry of a process that loads a plug-in, to see whether that comes to an end. */
import { pathToFileURL } from 'node:url';
import { ENDED } from './probe.ts';
import { readPlugin } from './read.ts';

const file = process.argv[2]!;
try {
  const { problems } = readPlugin(await import(pathToFileURL(file).href), file);
  for (const problem of problems) for (const size of problem.sizes) problem.at(size);
} catch {
  // the harness meets the same error when it loads the plug-in itself, and puts it into words
}
process.exit(ENDED);
