import { pathToFileURL } from 'node:url';
import { methods } from '../../../methods/index.ts';
import type { Method } from '../../../methods/method.ts';
import { suites } from '../../../suites/index.ts';
import type { Problem, Suite } from '../../../suites/problem.ts';
import { nearestNames } from '../../command/nearest-names.ts';
import { UsageError } from '../../command/usage-error.ts';
import { compilePlugin } from '../../plugin/compile.ts';
import { probePlugin } from '../../plugin/probe.ts';
import { checkInstances, readPlugin } from '../../plugin/read.ts';
import type { MethodReference } from '../reference/reference.ts';

/** The suite to which the problems of plug-ins belong. */
export const PLUGIN_SUITE = 'plugin';

/** A problem that may be run. */
export interface CatalogueProblem {
  readonly suite: string;
  readonly problem: Problem;
  readonly plugin?: string;
  /** How much its suite is timed, where that is not everything. */
  readonly timed: Suite['timed'];
}

/** A method that may be run. */
export interface CatalogueMethod extends MethodReference {
  readonly definition: Method;
}

/** All that may be run: the registries, and what plug-ins add. */
export interface Catalogue {
  readonly problems: readonly CatalogueProblem[];
  readonly methods: readonly CatalogueMethod[];
}

/** Names that choose a part of the catalogue; an empty list chooses all. */
export interface Selection {
  readonly suites: readonly string[];
  readonly problems: readonly string[];
  readonly methods: readonly string[];
}

/**
 * The registered methods and problems and those of the plug-ins, which are compiled into `pluginFolder`.
 * @throws {UsageError} for a plug-in that can't be read, lacks a field, or takes a name that is in use.
 */
export async function openCatalogue(plugins: readonly string[], pluginFolder: string): Promise<Catalogue> {
  const allMethods: CatalogueMethod[] = [];
  const problems: CatalogueProblem[] = [];
  for (const [method, load] of Object.entries(methods)) allMethods.push({ method, definition: await load() });
  for (const [suite, load] of Object.entries(suites)) {
    const { problems: members, timed } = await load();
    for (const problem of members) problems.push({ suite, problem, timed });
  }
  for (const file of plugins) {
    const plugin = await compilePlugin(file, pluginFolder);
    await probePlugin(file, plugin);
    const own = readPlugin(await importPlugin(file, plugin), file);
    for (const problem of own.problems) checkInstances(problem, file);
    for (const definition of own.methods) {
      if (allMethods.some(({ method }) => method === definition.name)) {
        throw new UsageError(
          `The plug-in ${file} has a method named ${definition.name}, but that name is taken: rename it.`,
        );
      }
      allMethods.push({ method: definition.name, definition, plugin });
    }
    for (const problem of own.problems) {
      if (problems.some((known) => known.suite === PLUGIN_SUITE && known.problem.name === problem.name)) {
        throw new UsageError(
          `The plug-in ${file} has a problem named ${problem.name}, but that name is taken: rename it.`,
        );
      }
      problems.push({ suite: PLUGIN_SUITE, problem, plugin, timed: undefined });
    }
  }
  return { methods: allMethods, problems };
}

async function importPlugin(file: string, compiled: string): Promise<Readonly<Record<string, unknown>>> {
  Object.freeze(Math); // the judge of a method must not run on what the method makes of Math
  try {
    return await import(pathToFileURL(compiled).href);
  } catch (error) {
    throw new UsageError(
      `The plug-in ${file} throws when it is loaded: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/**
 * The part of the catalogue that was asked for.
 * @throws {UsageError} for a name that is not in it, with the nearest names.
 */
export function select(catalogue: Catalogue, selection: Selection): Catalogue {
  checkNames('suite', selection.suites, [...new Set(catalogue.problems.map(({ suite }) => suite))]);
  checkNames(
    'problem',
    selection.problems,
    catalogue.problems.map(({ problem }) => problem.name),
  );
  const known = catalogue.methods.map(({ method }) => method);
  const methods = selection.methods.flatMap((name) => variantsOf(name, known));
  checkNames('method', methods, known);
  const chosen = (names: readonly string[], name: string) => names.length === 0 || names.includes(name);
  const problems = catalogue.problems.filter(
    ({ suite, problem }) => chosen(selection.suites, suite) && chosen(selection.problems, problem.name),
  );
  if (problems.length === 0) {
    throw new UsageError(`None of the problems ${selection.problems.join(', ')} is in ${selection.suites.join(', ')}.`);
  }
  return { problems, methods: catalogue.methods.filter(({ method }) => chosen(methods, method)) };
}

/**
 * The names that begin with the words of `name`, as reverse-graph-javascript with reverse-graph; `name` itself where it
 * is one, or none does.
 */
function variantsOf(name: string, known: readonly string[]): readonly string[] {
  const those = known.includes(name) ? [] : known.filter((each) => each.startsWith(`${name}-`));
  return those.length > 0 ? those : [name];
}

function checkNames(kind: string, asked: readonly string[], known: readonly string[]): void {
  for (const name of asked) {
    if (known.includes(name)) continue;
    throw new UsageError(
      `There is no ${kind} "${name}". Nearest: ${nearestNames(name, known).join(', ')}. \`npm run bench -- --list\` shows all.`,
    );
  }
}
