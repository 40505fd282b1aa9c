/**
 * `npm run generate`: writes every checked-in file that is printed from a definition elsewhere. `-- --check` only
 * compares.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { startCommand } from './command/start.ts';
import { generatedFiles } from './generate/files.ts';

await startCommand('generate', async (args) => {
  const check = args.includes('--check');
  let stale = 0;
  for (const [file, text] of Object.entries(generatedFiles())) {
    const current = await readFile(file, 'utf8').catch(() => '');
    if (current === text) continue;
    if (check) {
      console.error(`${file} is stale: run \`npm run generate\` and commit what it writes.`);
      stale++;
    } else {
      await writeFile(file, text);
      console.log(`wrote ${file}`);
    }
  }
  return stale > 0 ? 1 : 0;
});
