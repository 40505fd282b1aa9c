import { gitCall } from '../../command/git-call.ts';
import { CannotCompare } from '../sides/cannot-compare.ts';
import { type Ended, failureLine, runCommand } from './run-command.ts';

/** The repository in which the project lies. */
export interface Repository {
  /** Path of the project in its repository; empty, or with a slash at its end. */
  readonly prefix: string;
  /**
   * Runs git to its end, which is short, also when the user interrupts: it must not leave half a checkout.
   * @throws {CannotCompare} when it fails.
   */
  git(...args: readonly string[]): Promise<string>;
}

/**
 * The repository of a folder.
 * @throws {CannotCompare} when there is none, or no git.
 */
export async function openRepository(folder: string): Promise<Repository> {
  const git = async (...args: readonly string[]) => {
    const { status, output } = await start(folder, args);
    if (status !== 0) throw new CannotCompare(`git ${args[0]} failed: ${failureLine(output)}.`);
    return output;
  };
  const { status, output } = await start(folder, ['rev-parse', '--show-prefix']);
  if (status !== 0) throw new CannotCompare(whyNoRepository(folder, output));
  return { prefix: output.trim(), git };
}

/** Why git finds no repository: in every language it names the setting by which it trusts one of another owner. */
function whyNoRepository(folder: string, output: string): string {
  const [setting] = /git config .*safe\.directory .*/.exec(output) ?? [];
  return setting === undefined
    ? `${folder} is not in a git repository, so it has no revisions to compare with.`
    : `${folder} is in a git repository of another owner, which git refuses to read until it is configured: ${setting.trim()}`;
}

async function start(folder: string, command: readonly string[]): Promise<Ended> {
  try {
    const [file, args, { cwd }] = gitCall(folder, ...command);
    return await runCommand([file, ...args], { cwd });
  } catch (error) {
    throw new CannotCompare(`git can't be run: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/**
 * The commit that a name stands for.
 * @throws {CannotCompare} when it stands for none.
 */
export async function commitOf({ git }: Repository, ref: string): Promise<string> {
  try {
    return (await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)).trim();
  } catch {
    throw new CannotCompare(
      `There is no commit ${ref} in this repository (a shallow clone has only the newest: fetch it first).`,
    );
  }
}

/** Whether the work tree differs from its commit. */
export async function hasChanges({ git }: Repository): Promise<boolean> {
  return (await git('status', '--porcelain', '--', '.')) !== '';
}

/**
 * Files of the project that differ between the commit and the work tree, new ones included, from the project's root.
 */
export async function changedFiles({ git }: Repository, commit: string): Promise<string[]> {
  const differing = await git('diff', '--name-only', '--no-renames', '--relative', '-z', commit, '--', '.');
  const untracked = await git('ls-files', '--others', '--exclude-standard', '-z', '--', '.');
  return `${differing}${untracked}`.split('\0').filter((file) => file !== '');
}
