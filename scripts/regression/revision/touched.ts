/** Which cases a change can have touched, by the imports of the code that measures. */
import { existsSync } from 'node:fs';

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { plural } from '../../words/words.ts';

/** Files by what is measured with them. */
export interface Reach {
  /** The files that all cases use. */
  readonly shared: ReadonlySet<string>;
  readonly methods: ReadonlyMap<string, ReadonlySet<string>>;
  readonly suites: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The parts that have to be measured, and why, in a sentence. */
export type Touched =
  | { readonly what: 'all' | 'nothing'; readonly why: string }
  | { readonly what: 'methods' | 'suites'; readonly names: readonly string[]; readonly why: string };

/** The run and its fork: here, and in a checkout of before they moved. */
const HOMES = [
  ['scripts/bench/run/bench.ts', 'scripts/bench/child.ts'],
  ['scripts/harness/bench.ts', 'scripts/harness/fork/child.ts'],
] as const;

function entriesOf(project: string): readonly [run: string, fork: string] {
  return HOMES.find((files) => files.every((file) => existsSync(path.join(project, file)))) ?? HOMES[0];
}

/** The compiled program of the forks of a checkout. */
export function forkEntry(project: string): string {
  return path.join(project, 'build', entriesOf(project)[1].replace(/\.ts$/, '.js'));
}

const REGISTRIES = { methods: 'methods/index.ts', suites: 'suites/index.ts' } as const;

/** The files with which a checkout measures; undefined where its imports can't be read. */
export async function readReach(project: string): Promise<Reach | undefined> {
  try {
    const imports = await importsOf(project);
    const registries = new Set<string>(Object.values(REGISTRIES));
    const modules = async (registry: string) =>
      new Map(
        [...registered(await readFile(path.join(project, registry), 'utf8'))].map(([name, module]) => [
          name,
          reachedFrom([path.posix.join(path.posix.dirname(registry), module)], imports, registries),
        ]),
      );
    return {
      shared: reachedFrom(entriesOf(project), imports, registries),
      methods: await modules(REGISTRIES.methods),
      suites: await modules(REGISTRIES.suites),
    };
  } catch {
    return undefined;
  }
}

/** The files that each file imports when it runs, at once or later; types are gone by then. */
async function importsOf(project: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { metafile } = await build({
    absWorkingDir: project,
    entryPoints: [...entriesOf(project)],
    outdir: 'build',
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    logLevel: 'silent',
  });
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [file, imports.map((each) => each.path)]),
  );
}

/** All files that the first ones reach; what a file of `ends` imports is not followed. */
function reachedFrom(
  first: readonly string[],
  imports: ReadonlyMap<string, readonly string[]>,
  ends: ReadonlySet<string>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    if (!ends.has(file)) for (const next of imports.get(file) ?? []) visit(next);
  };
  for (const file of first) {
    if (!imports.has(file)) throw new Error(`${file} is not there`);
    visit(file);
  }
  return reached;
}

/** Names and modules of a registry, a line each. */
function registered(text: string): ReadonlyMap<string, string> {
  const found = new Map(
    [...text.matchAll(/^ +'?([\w-]+)'?: \(\) => import\('([^']+)'\)/gm)].map(([, name, module]) => [name!, module!]),
  );
  if (found.size === 0 || found.size !== [...text.matchAll(/\bimport\(/g)].length)
    throw new Error('the registry has lines of another shape');
  return found;
}

/** Files that no measurement reads. */
const INERT =
  /\.md$|^results\/|^\.github\/|^\.ci\/|^(LICENSE|CITATION\.cff|biome\.json|vitest\.config\.ts|\.gitignore)$/;
const SOURCE = /^(methods|suites|scripts)\/.*\.ts$/;

/**
 * The parts that the changed files touch on either side: methods alone or suites alone where that is certain, else all.
 */
export function touchedBy(changed: readonly string[], sides: readonly (Reach | undefined)[]): Touched {
  const touched = { methods: new Set<string>(), suites: new Set<string>() };
  for (const file of changed.filter((each) => !INERT.test(each))) {
    if (!SOURCE.test(file)) return { what: 'all', why: `All cases are measured, since ${file} changed.` };
    for (const reach of sides) {
      if (!reach)
        return { what: 'all', why: "All cases are measured, since it can't be told which ones a change reaches." };
      if (reach.shared.has(file))
        return { what: 'all', why: `All cases are measured, since ${file} changed, which all use.` };
      for (const kind of ['methods', 'suites'] as const)
        for (const [name, files] of reach[kind]) if (files.has(file)) touched[kind].add(name);
    }
  }
  const [methods, suites] = [[...touched.methods], [...touched.suites]];
  if (methods.length > 0 && suites.length > 0)
    return { what: 'all', why: 'All cases are measured, since both methods and suites changed.' };
  if (methods.length > 0) return restricted('methods', methods);
  if (suites.length > 0) return restricted('suites', suites);
  const count = `${plural(changed.length, 'file')} changed`;
  return {
    what: 'nothing',
    why: `Nothing is worse: of what is measured nothing changed (${count}); --all measures all the same.`,
  };
}

function restricted(what: 'methods' | 'suites', names: readonly string[]): Touched {
  const why = `Only the ${what} ${names.join(', ')} are measured, since no other can have changed; --all measures everything.`;
  return { what, names, why };
}
