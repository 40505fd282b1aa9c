import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { CannotCompare } from '../sides/cannot-compare.ts';
import type { Repository } from './git.ts';
import { failureLine, npm, runCommand } from './run-command.ts';

const PREFIX = 'diffmark-revision-';
const CHECKOUT = 'checkout';

/** A temporary folder outside the user's work tree, with place for a checkout and for results. */
export interface Scratch {
  readonly folder: string;
  /** Checks a commit out into it, and answers the project's folder. */
  checkOut(commit: string): Promise<string>;
  /** Removes all of it; git forgets the checkout. */
  remove(): Promise<void>;
}

/**
 * Makes the folder, and removes those that killed comparisons have left.
 * @throws {CannotCompare} when it can't be made.
 */
export async function createScratch(repository: Repository): Promise<Scratch> {
  await removeLeftOvers(repository);
  const folder = await mkdtemp(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`)).catch((error: Error) => {
    throw new CannotCompare(`No temporary folder can be made: ${error.message}.`);
  });
  return {
    folder,
    remove: () => removeScratch(repository, folder),
    async checkOut(commit) {
      const checkout = path.join(folder, CHECKOUT);
      await repository.git('worktree', 'add', '--detach', '--quiet', checkout, commit);
      return path.join(checkout, repository.prefix);
    },
  };
}

async function removeScratch({ git }: Repository, folder: string): Promise<void> {
  const checkout = path.join(folder, CHECKOUT);
  const isForgotten = await git('worktree', 'remove', '--force', checkout).then(
    () => true,
    () => false, // it was never complete
  );
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  if (!isForgotten) await git('worktree', 'prune');
}

async function removeLeftOvers(repository: Repository): Promise<void> {
  const listed = await repository.git('worktree', 'list', '--porcelain');
  for (const [, folder, process] of listed.matchAll(
    new RegExp(`^worktree (.*[/\\\\]${PREFIX}(\\d+)-\\w+)[/\\\\]${CHECKOUT}$`, 'gm'),
  ))
    if (existsSync(folder!) && !isAlive(Number(process))) await removeScratch(repository, folder!);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Installs the packages of a checkout's lockfile. Where the lockfile is that of the head, the packages of the head
 * serve both; the answer says whether.
 * @throws {CannotCompare} when it can't be installed.
 */
export async function install(ref: string, project: string, head: string, signal: AbortSignal): Promise<boolean> {
  const lockfile = (folder: string) => readFile(path.join(folder, 'package-lock.json')).catch(() => undefined);
  const [ofBase, ofHead] = [await lockfile(project), await lockfile(head)];
  const modules = path.join(head, 'node_modules');
  const isShared = ofBase !== undefined && ofHead !== undefined && ofBase.equals(ofHead) && existsSync(modules);
  if (isShared) await symlink(modules, path.join(project, 'node_modules'), 'junction');
  else {
    const command = npm('ci', '--prefer-offline', '--no-audit', '--no-fund');
    await step(`${ref} can't be installed`, command, project, signal);
  }
  return isShared;
}

/**
 * Compiles a checkout, which a sentence calls `name`.
 * @throws {CannotCompare} when it does not compile.
 */
export async function compile(name: string, project: string, signal: AbortSignal): Promise<void> {
  await step(`${name} can't be built`, npm('run', '--silent', 'build'), project, signal);
}

async function step(
  fault: string,
  command: readonly [string, ...string[]],
  cwd: string,
  signal: AbortSignal,
): Promise<void> {
  const { status, output } = await runCommand(command, { cwd, signal });
  if (status !== 0) throw new CannotCompare(`${fault}: ${failureLine(output)}.`);
}
