import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BUILD, ROOT } from '../../command/paths.ts';
import { fingerprint, truthJobs } from './sources.ts';

const FOLDER = path.join(BUILD, `fingerprint-test-${process.pid}`);

function write(texts: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(FOLDER, name), text);
}

const ofEntry = () => fingerprint([path.join(path.basename(FOLDER), 'entry.js')]);

describe('the fingerprint of a compiled module', () => {
  beforeEach(() => {
    mkdirSync(FOLDER);
    write({
      'entry.js':
        "import { a } from './a.js';\nexport * from './b.js';\nexport const later = () => import('./later.js');\n",
      'a.js': "import './deep.js';\nimport 'node:fs';\nexport const a = 1;\n",
      'b.js': "import { a } from './a.js';\nexport const b = a;\n",
      'later.js': "export * from './entry.js';\n", // a circle ends
      'deep.js': '',
      'stranger.js': '',
    });
  });
  afterEach(() => rmSync(FOLDER, { recursive: true }));

  it.each(['entry.js', 'a.js', 'b.js', 'later.js', 'deep.js'])('changes with %s, which it reaches', async (name) => {
    const before = await ofEntry();
    expect(await ofEntry()).toBe(before);
    write({ [name]: '/* changed */ import "./nothing.js";' });
    expect(await ofEntry()).not.toBe(before);
  });

  it('does not change with what it does not import', async () => {
    const before = await ofEntry();
    write({ 'stranger.js': 'changed' });
    expect(await ofEntry()).toBe(before);
  });
});

it('the jobs of truths are all jobs that a truth asks a fork for', async () => {
  const folder = path.join(ROOT, 'scripts', 'bench');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const asked = texts
    .filter((text) => text.includes(': TruthPart<'))
    .flatMap((text) => [...text.matchAll(/kind: '([\w-]+)',[^}]*\}, options/g)].map(([, kind]) => kind!));
  const workers = readFileSync(path.join(folder, 'experiments', 'workers.ts'), 'utf8');
  const modules = asked.map(
    (kind) => new RegExp(`^ {2}'?${kind}'?: \\(\\) =>\\s+import\\('[^']*/([\\w-]+)\\.ts'`, 'm').exec(workers)?.[1],
  );
  expect(asked.sort()).toEqual(['optimum', 'sample-truth', 'second-truth', 'trajectory', 'truth']);
  for (const module of modules)
    expect(
      (await truthJobs()).some((file) => file.endsWith(`${module}.js`)),
      module,
    ).toBe(true);
});
