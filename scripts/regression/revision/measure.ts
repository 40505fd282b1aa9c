import path from 'node:path';
import type { Catalogue } from '../../bench/plan/catalogue.ts';
import { PROTOCOL } from '../../bench/process/job.ts';
import { ENTRY } from '../../bench/process/pool.ts';
import { protocolOf } from '../../bench/process/protocol.ts';
import { onInterruption } from '../../command/interruption.ts';
import { ROOT } from '../../command/paths.ts';
import { loadWarning } from '../../tables/reading/busy-machine.ts';
import { timing } from '../../tables/tables.ts';
import { plural } from '../../words/words.ts';
import { CannotCompare } from '../sides/cannot-compare.ts';
import type { Side } from '../sides/side.ts';
import { compile, createScratch, install, type Scratch } from './checkout.ts';
import { benchOptions, exactEvidence, type Selected } from './evidence.ts';
import { changedFiles, commitOf, hasChanges, openRepository, type Repository } from './git.ts';
import { withSecondChance } from './second-chance.ts';
import { chosenOf, timedRows } from './timed-rows.ts';
import { forkEntry, readReach, type Touched, touchedBy } from './touched.ts';
import type { SideName, TurnsPlan } from './turns.ts';

/** The options of `npm run compare -- --base`. */
export interface RevisionOptions extends Selected {
  /** The revision that the work tree is compared with. */
  readonly ref: string;
  /** Whether everything is measured, whatever the change can have touched. */
  readonly all: boolean;
  /** Forks of each side that every case has. */
  readonly forks: number;
  /** Minutes of timing after which no case gets further forks. */
  readonly budget: number;
}

/** Both sides, measured beside each other, with sentences on how; or why nothing had to be measured. */
export type Measured =
  | { readonly base: Side; readonly head: Side; readonly notes: readonly string[] }
  | { readonly nothing: string };

/** Says what goes on. */
export type Say = (text: string) => void;

/**
 * Checks a revision out in a temporary folder, and measures it and this work tree: exact evidence by the bench of each,
 * times fork by fork in turns. Nothing is left of the checkout, whatever happens.
 * @throws {CannotCompare} when a step fails, or the user interrupts it.
 * @throws {UsageError} for a suite, problem or method that is not here.
 */
export async function measureRevision(options: RevisionOptions, threshold: number, say: Say): Promise<Measured> {
  const interruption = new AbortController();
  const interrupt = () =>
    interruption.abort(new CannotCompare('Interrupted: nothing was compared, and the checkout is removed.'));
  const stopListening = onInterruption(interrupt);
  const { signal } = interruption;
  const warning = loadWarning();
  if (warning !== undefined) say(warning);
  try {
    const chosen = await chosenOf(benchOptions(options));
    const repository = await openRepository(ROOT);
    const commit = await commitOf(repository, options.ref);
    const scratch = await createScratch(repository);
    try {
      return await measureIn(scratch, { repository, commit, chosen, options, threshold, signal, say });
    } finally {
      await scratch.remove();
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    stopListening();
  }
}

interface Request {
  readonly repository: Repository;
  readonly commit: string;
  readonly chosen: Catalogue;
  readonly options: RevisionOptions;
  readonly threshold: number;
  readonly signal: AbortSignal;
  readonly say: Say;
}

async function measureIn(scratch: Scratch, request: Request): Promise<Measured> {
  const { repository, commit, chosen, options, threshold, signal, say } = request;
  const { ref } = options;
  const short = commit.slice(0, 12);
  say(`Checks out ${ref} (${short}).`);
  const project = await scratch.checkOut(commit);
  const touched = options.all ? undefined : await touchedSince(repository, commit, project);
  if (touched?.what === 'nothing') return { nothing: touched.why };
  const selected = narrowed(options, chosen, touched);
  if (!selected) return { nothing: `Nothing that was chosen is worse: the change does not touch it. ${touched?.why}` };
  if (touched) say(touched.why);
  const isShared = await install(ref, project, ROOT, signal);
  say('Builds both sides.');
  await compile(ref, project, signal);
  await compile('The work tree', ROOT, signal);
  const entry = forkEntry(project);
  await checkProtocol(ref, entry);

  const places = { base: { name: ref, project }, head: { name: 'the work tree', project: ROOT } };
  const evidence = (side: SideName, what: Selected) => {
    const { name, project } = places[side];
    const limit = what.timeLimit === undefined ? '' : `, again with ${what.timeLimit} s where one side ran out of time`;
    say(`Measures exact evidence of ${name}${limit}.`);
    const out = path.join(scratch.folder, `${side}${what.timeLimit ?? ''}`);
    return exactEvidence(name, project, out, what, signal);
  };
  const first = { base: await evidence('base', selected), head: await evidence('head', selected) };
  const runs = await withSecondChance(first, selected, evidence);
  const base: Side = { ...runs.base, folder: ref, record: { ...runs.base.record, commit: short } };
  const head: Side = { ...runs.head, folder: `work tree${(await hasChanges(repository)) ? ' with changes' : ''}` };

  say('Times both sides, fork by fork.');
  const plan: TurnsPlan = { forks: options.forks, threshold, budgetMs: options.budget * 60_000 };
  const sides = { base: { side: base, entry }, head: { side: head, entry: ENTRY } };
  const rows = await timedRows(benchOptions(selected), sides, plan, signal);
  const modules = isShared
    ? 'Both sides ran with the packages installed here, since their lockfiles are the same.'
    : `${ref} ran with the packages of its own lockfile.`;
  return {
    base: { ...base, rows: new Map([...base.rows, [timing.name, rows.base]]) },
    head: { ...head, rows: new Map([...head.rows, [timing.name, rows.head]]) },
    notes: [...(touched ? [touched.why] : []), modules, forksSentence(rows.base)],
  };
}

async function touchedSince(repository: Repository, commit: string, project: string): Promise<Touched> {
  const changed = await changedFiles(repository, commit);
  return touchedBy(changed, [await readReach(project), await readReach(ROOT)]);
}

/** The parts that were asked for, without those that the change can't have touched; undefined where nothing is left. */
function narrowed(asked: RevisionOptions, chosen: Catalogue, touched: Touched | undefined): Selected | undefined {
  if (touched === undefined || !('names' in touched)) return asked;
  const { names } = touched;
  if (touched.what === 'methods') {
    const methods = chosen.methods.map(({ method }) => method).filter((name) => names.includes(name));
    return methods.length > 0 ? { ...asked, methods } : undefined;
  }
  const suites = new Set(chosen.problems.map(({ suite }) => suite).filter((name) => names.includes(name)));
  return suites.size > 0 ? { ...asked, suites: [...suites] } : undefined;
}

/**
 * Checks that the forks of a revision take and send what those of the work tree do.
 * @throws {CannotCompare} when they do not.
 */
export async function checkProtocol(ref: string, entry: string): Promise<void> {
  const protocol = await protocolOf(entry);
  if (protocol === PROTOCOL) return;
  const theirs = protocol === undefined ? 'its forks number no protocol' : `its forks speak protocol ${protocol}`;
  throw new CannotCompare(
    `${ref} can't be measured fork by fork: ${theirs}, and those of the work tree speak ${PROTOCOL}.`,
  );
}

/** How often the cases were timed. */
function forksSentence(rows: readonly { readonly [name: string]: string | number | undefined }[]): string {
  const counts = rows.map(({ forks }) => Number(forks));
  if (counts.length === 0) return 'No case was timed: none was right on both sides.';
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return `${plural(rows.length, 'case was', 'cases were')} timed in ${least === most ? least : `${least} to ${most}`} forks of each side, alternately.`;
}
