/** A call of git: the program, its arguments, and how it is started. */
export type GitCall = readonly [
  file: 'git',
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; encoding: 'utf8' },
];

/**
 * The only way in which the project and its tests call git. It acts on the repository of the folder, as it would in a
 * new terminal there: a hook's own GIT_DIR would turn it to another repository. No hook of the user runs, and no lock
 * is taken that is not needed.
 */
export function gitCall(folder: string, ...args: readonly string[]): GitCall {
  return [
    'git',
    ['--no-optional-locks', '-c', 'core.hooksPath=/dev/null', ...args],
    { cwd: folder, env: withoutGitVariables(process.env), encoding: 'utf8' },
  ];
}

/**
 * An environment without the variables by which git tells its children which repository, index and configuration to
 * use.
 */
export function withoutGitVariables(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name)));
}
