/** The house keeps its order: which way imports run, and what a file looks like. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { generatedFiles } from './generate/files.ts';

const ROOT = path.join(import.meta.dirname, '..');
const LARGEST_FILE = 250;
const EMPTY_NAMES = /^(utils?|helpers?|misc|common|shared|managers?|base)$/;

/** The beginnings of paths in these rooms of scripts/. */
function rooms(...names: readonly string[]): readonly string[] {
  return names.map((name) => `scripts/${name}/`);
}

/**
 * Allowed imports of the files of a folder, by the beginning of its path. The longest beginning that fits a file
 * decides. Imports run one way: scripts -> suites -> methods -> methods/arithmetic.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // A part of the arithmetic, which does not import it.
  'methods/arithmetic/specialised/': ['methods/arithmetic/'],
  'methods/arithmetic/': [],
  'methods/': ['methods/arithmetic/'],
  'suites/': ['methods/method.ts', 'methods/arithmetic/arithmetic.ts'],
  'scripts/words/': [], // numbers and lists in sentences
  'scripts/command/': rooms('words'), // how a process starts, reads its options, prints and writes
  'scripts/statistics/': ['suites/random.ts'],
  'scripts/tables/': [...rooms('command', 'words'), 'methods/method.ts'],
  'scripts/written/': [...rooms('command', 'words'), 'suites/', 'methods/'],
  'scripts/plugin/': [...rooms('tables', 'command', 'words'), 'suites/', 'methods/'],
  'scripts/truth/': [...rooms('tables'), 'suites/', 'methods/'],
  'scripts/checker/': [...rooms('truth', 'plugin', 'tables', 'command', 'words'), 'suites/', 'methods/'],
  'scripts/bench/': [
    ...rooms('checker', 'truth', 'written', 'plugin', 'tables', 'statistics', 'command', 'words'),
    ...['suites/', 'methods/'],
  ],
  'scripts/trace/': [...rooms('words'), 'suites/', 'methods/'],
  'scripts/generate/': ['methods/', ...rooms('tables')], // it also prints what explains the tables
  // what reads the results of a run does not measure
  'scripts/report/browser/': rooms('report/theme'), // it runs in a page
  'scripts/report/': [
    ...rooms('trace', 'tables', 'statistics', 'command', 'words'),
    ...['methods/index.ts', 'methods/method.ts', 'methods/graph/print/'], // of the methods it takes only the families
  ],
  'scripts/regression/revision/': ['scripts/', 'suites/', 'methods/'], // it measures what is compared
  'scripts/regression/': [
    'scripts/regression/revision/measure.ts', // loaded only when a revision is to be measured
    ...rooms('tables', 'statistics', 'command', 'words'),
    'suites/random.ts',
  ],
  'scripts/': ['scripts/', 'suites/', 'methods/'],
};

/** Every source file, from the project's root; no tests, and nothing that only tests use. */
const FILES: readonly string[] = ['methods', 'suites', 'scripts'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .filter((file) => /(?<!\.d|\.test)\.ts$/.test(file) && !file.includes('/fixtures/')),
);

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** Types count too, so an import of types becomes one that esbuild does not drop. */
const withTypes: Plugin = {
  name: 'with-types',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path: file }) => ({
      loader: 'ts',
      contents: readFileSync(file, 'utf8').replaceAll(/^(import|export) type \{[^}]*\} from ('[^']+')/gm, 'import $2'),
    }));
  },
};

/** The files of the project that each file imports, statically or not. */
async function importsOf(files: readonly string[]): Promise<Map<string, string[]>> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [...files],
    outdir: 'build',
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    plugins: [withTypes],
    logLevel: 'error',
  });
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      imports.filter(({ external }) => !external).map((each) => each.path),
    ]),
  );
}

/** Why `file` must not import `imported`, or undefined where it may. */
function fault(file: string, imported: string): string | undefined {
  const folder = longestBeginning(Object.keys(MAY_IMPORT), file);
  if (!folder) return `${file} is outside the house`;
  const from = longestBeginning(Object.keys(MAY_IMPORT), imported);
  const isCommand = /^scripts\/[^/]+$/.test(imported);
  const allowed = from === folder || longestBeginning(MAY_IMPORT[folder]!, imported) !== undefined;
  if (!allowed || isCommand) return `${file} imports ${imported}`;
  const isShared = /^suites\/(?!index\.ts$)[^/]+$/.test(imported); // but for the registry, a file of no suite is of all
  const isSideways = suiteOf(file) !== undefined && imported.startsWith('suites/') && !isShared;
  return isSideways && suiteOf(file) !== suiteOf(imported)
    ? `${file} imports ${imported}, which is of another suite`
    : undefined;
}

function longestBeginning(beginnings: readonly string[], file: string): string | undefined {
  return beginnings.filter((beginning) => file.startsWith(beginning)).sort((a, b) => b.length - a.length)[0];
}

/** The folder below suites/ in which a file lies, if any. */
function suiteOf(file: string): string | undefined {
  return /^suites\/([^/]+)\//.exec(file)?.[1];
}

/** The first cycle that is found, as a path that ends where it began. */
function cycleIn(imports: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of imports.get(file) ?? []) {
      const cycle = visit(next, [...trail, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

/** The folders whose files each folder imports. */
function betweenFolders(imports: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const [file, imported] of imports) {
    const folder = path.dirname(file);
    const others = imported.map((each) => path.dirname(each)).filter((other) => other !== folder);
    folders.set(folder, [...(folders.get(folder) ?? []), ...others]);
  }
  return folders;
}

/** Exported declarations without a docstring right above them. */
function undocumented(text: string): string[] {
  const lines = text.split('\n');
  const declaration =
    /^export (default )?(declare |abstract |async )*(const|let|function|class|interface|type|enum)\b(?! \{)/;
  return lines.filter((line, i) => declaration.test(line) && !lines[i - 1]?.trimEnd().endsWith('*/'));
}

describe('imports', () => {
  let imports: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => {
    imports = await importsOf(FILES);
  });

  it('are all read', () => {
    expect([...imports.keys()].filter((file) => FILES.includes(file)).length).toBe(FILES.length);
    expect(imports.get('suites/problem.ts')).toContain('methods/method.ts'); // for its types alone
    expect(imports.get('methods/index.ts')).toContain('methods/forward.ts'); // loaded lazily
  });

  it('run downwards, never up or sideways', () => {
    const edges = [...imports].flatMap(([file, imported]) => imported.map((each) => fault(file, each)));
    expect(edges.filter((each) => each !== undefined)).toEqual([]);
  });

  it('form no cycle', () => {
    expect(cycleIn(imports)).toBeUndefined();
  });

  it('form no cycle between the folders of scripts/ either', () => {
    const own = [...imports].filter(([file]) => file.startsWith('scripts/'));
    expect(cycleIn(betweenFolders(new Map(own)))).toBeUndefined();
  });

  it('of a package are none of a folder outside the project', () => {
    for (const file of FILES) expect(textOf(file), file).not.toMatch(/(from|import\() ?'[^']*\.\.\/shared\//);
  });
});

describe('the check of imports', () => {
  it.each([
    ['methods/forward.ts', 'suites/problem.ts'],
    ['methods/forward.ts', 'scripts/bench/run/bench.ts'],
    ['methods/arithmetic/dual.ts', 'methods/method.ts'],
    ['methods/arithmetic/dual.ts', 'methods/arithmetic/specialised/dual1.ts'],
    ['methods/arithmetic/specialised/dual1.ts', 'methods/forward.ts'],
    ['suites/problem.ts', 'scripts/bench/run/bench.ts'],
    ['suites/lecture/sigmoid.ts', 'suites/scalar/flat.ts'],
    ['suites/lecture/sigmoid.ts', 'suites/index.ts'],
    ['suites/lecture/sigmoid.ts', 'methods/arithmetic/number.ts'],
    ['scripts/bench/run/bench.ts', 'scripts/bench.ts'],
    ['scripts/bench.ts', 'scripts/generate.ts'],
    ['scripts/truth/seeds.ts', 'scripts/bench/run/bench.ts'],
    ['scripts/tables/csv.ts', 'scripts/truth/seeds.ts'],
    ['scripts/report/words.ts', 'scripts/bench/run/bench.ts'],
    ['scripts/generate/files.ts', 'suites/index.ts'],
    ['methods/method.ts', '../shared/design.ts'],
  ])('rejects %s -> %s', (file, imported) => {
    expect(fault(file, imported)).toContain(file);
  });

  it.each([
    ['methods/forward.ts', 'methods/arithmetic/specialised/dual1.ts'],
    ['methods/symbolic.ts', 'methods/symbolic/derive.ts'],
    ['methods/arithmetic/specialised/tape.ts', 'methods/arithmetic/rules.ts'],
    ['suites/index.ts', 'suites/lecture/index.ts'],
    ['suites/lecture/index.ts', 'suites/problem.ts'],
    ['suites/lecture/index.ts', 'suites/lecture/sigmoid.ts'],
    ['suites/problem.ts', 'methods/method.ts'],
    ['scripts/bench.ts', 'scripts/whole-run/command.ts'],
    ['scripts/bench/reference/load-problem.ts', 'suites/index.ts'],
  ])('lets %s -> %s pass', (file, imported) => {
    expect(fault(file, imported)).toBeUndefined();
  });

  it('finds a cycle, and none in a diamond', () => {
    const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges));
    expect(cycleIn(graph({ a: ['b'], b: ['c'], c: ['b'] }))).toEqual(['b', 'c', 'b']);
    expect(cycleIn(graph({ a: ['b', 'c'], b: ['d'], c: ['d'] }))).toBeUndefined();
  });

  it('finds an exported declaration that nobody documented', () => {
    expect(undocumented('/** Yes. */\nexport const a = 1;\nexport function b() {}\n')).toEqual([
      'export function b() {}',
    ]);
    expect(undocumented("export { Unsupported } from './x.ts';\nexport type { Y } from './y.ts';\n")).toEqual([]);
  });
});

describe('files', () => {
  it.each([
    ['raised digits', '⁰¹²³', 'scripts/words/superscripts.ts'],
    ['weights of central differences', '672, -168', 'methods/numerical/central-weights.ts'],
    ['address of the language of charts', 'vega-lite/v6.json', 'scripts/report/theme/specification.ts'],
    ['error that ends a command', 'instanceof Complaint', 'scripts/command/run-command.ts'],
  ])('have the %s in one place', (_, text, place) => {
    const code = (file: string) => textOf(file).replaceAll(/\/\*\*.*?\*\//gs, '');
    expect(FILES.filter((file) => code(file).includes(text))).toEqual([place]);
  });

  it('document every exported declaration', () => {
    expect(FILES.flatMap((file) => undocumented(textOf(file)).map((line) => `${file}: ${line}`))).toEqual([]);
  });

  it(`have at most ${LARGEST_FILE} lines, but for the printed ones`, () => {
    const written = FILES.filter((file) => !file.includes('/specialised/'));
    expect(written.filter((file) => textOf(file).trimEnd().split('\n').length > LARGEST_FILE)).toEqual([]);
  });

  it('have names that say what they hold', () => {
    const names = (file: string) => file.split('/').map((part) => part.replace(/\..*$/, ''));
    expect(FILES.filter((file) => names(file).some((name) => EMPTY_NAMES.test(name)))).toEqual([]);
  });

  it('that are printed are current: `npm run generate` would change nothing', () => {
    for (const [file, text] of Object.entries(generatedFiles())) expect(textOf(file), file).toBe(text);
    const printed = FILES.filter((file) => file.includes('/specialised/'));
    expect(Object.keys(generatedFiles())).toEqual(expect.arrayContaining(printed));
  });
});
