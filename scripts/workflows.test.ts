/**
 * The workflows of GitHub Actions: well-formed, pinned, with no rights that they do not need, and with steps that run
 * anywhere.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withoutGitVariables } from './command/git-call.ts';
import { ROOT } from './command/paths.ts';
import { temporaryFolder } from './fixtures/command.ts';
import { git } from './fixtures/git.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: unknown;
  readonly needs?: string;
  readonly strategy?: {
    readonly matrix: {
      readonly node?: readonly number[];
      readonly system?: readonly string[];
      readonly shard?: readonly number[];
      readonly include?: readonly { readonly system: string; readonly node: number }[];
    };
  };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly defaults?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = path.join(ROOT, '.github', 'workflows');
const TEXTS = new Map(readdirSync(FOLDER).map((file) => [file, readFileSync(path.join(FOLDER, file), 'utf8')]));
/** Parsing throws where it is no YAML, or a key stands twice. */
const WORKFLOWS = new Map(Array.from(TEXTS, ([file, text]): [string, Workflow] => [file, parse(text)]));
const SCRIPTS = readdirSync(path.join(ROOT, '.ci'));
const NPM_SCRIPTS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
).scripts;

const jobs = [...WORKFLOWS].flatMap(([file, workflow]) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${file}, ${name}`, job })),
);
const stepsOf = (file: string, job: string) => WORKFLOWS.get(file)!.jobs[job]!.steps;

/** An expression of a workflow. */
const expression = (text: string) => `\${{ ${text} }}`;

/** Why a step of a shell may not stand in a workflow, if so: it must be one line that runs here too. */
function fault(run: string): string | undefined {
  if (run.includes('${{')) return `${run}: an expression belongs into env, where it can not be code`;
  const npm = /^npm (?:run )?([\w-]+)/.exec(run)?.[1];
  if (npm !== undefined) return npm === 'ci' || Object.hasOwn(NPM_SCRIPTS, npm) ? undefined : `${run}: no such script`;
  const script = /^\.ci\/([\w-]+)(?: "\$[A-Z]+")*$/.exec(run)?.[1];
  if (script === undefined) return `${run}: neither npm nor one script of .ci/`;
  if (!SCRIPTS.includes(script)) return `${run}: no such script`;
  return (statSync(path.join(ROOT, '.ci', script)).mode & 0o111) === 0 ? `${run}: not executable` : undefined;
}

describe('workflows', () => {
  it('are those that CONTRIBUTING.md names', () => {
    expect([...WORKFLOWS.keys()].sort()).toEqual(['bench.yml', 'ci.yml']);
    const text = readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8');
    for (const name of [...WORKFLOWS.keys(), ...SCRIPTS.map((script) => `.ci/${script}`)])
      expect(text).toContain(`\`${name}`);
  });

  it.each([
    ...WORKFLOWS,
  ])('%s may read the contents and nothing else, and replaces a run that is outdated', (_, workflow) => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(workflow.jobs)) expect(job).not.toHaveProperty('permissions');
    expect(workflow.concurrency).toMatchObject({ group: expect.stringContaining('github.ref') });
    expect(workflow.on).not.toHaveProperty('pull_request_target'); // would run code of strangers with rights
    expect(workflow.defaults).toEqual({ run: { shell: 'bash' } }); // on Windows too
  });

  it.each([...TEXTS])('%s pins each action to a commit, with its version beside it', (_, text) => {
    const uses = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: actions\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('use one version of each action', () => {
    const used = jobs.flatMap(({ job }) => job.steps.flatMap(({ uses }) => uses ?? []));
    const repositories = used.map((each) => each.replace(/^([\w-]+\/[\w-]+)[^@]*/, '$1'));
    expect(new Set(repositories).size).toBe(new Set(repositories.map((each) => each.split('@')[0])).size);
    for (const line of [...TEXTS.values()].join('\n').matchAll(/checkout@.*\n((?: {8,}.*\n)+)/g))
      expect(line[1]).toContain('persist-credentials: false');
  });

  it.each(jobs)('$name has a time limit, and steps that run anywhere', ({ job }) => {
    expect(job['timeout-minutes']).toBeLessThanOrEqual(120);
    const runs = job.steps.flatMap(({ run }) => run ?? []);
    expect(runs.length).toBeGreaterThan(0);
    expect(runs.flatMap((run) => fault(run) ?? [])).toEqual([]);
    for (const { run = '', env = {} } of job.steps)
      for (const [, name] of run.matchAll(/\$([A-Z]+)/g)) expect(Object.keys(env)).toContain(name);
  });

  it.each([
    'echo hello',
    '.ci/nowhere',
    'npm run nothing',
    '.ci/run && true',
    `.ci/compare ${expression('github.ref')}`,
    '.ci/run\n.ci/run',
  ])('would not pass with a step %j', (run) => {
    expect(fault(run)).toContain(run);
  });

  it('test Node 20, 22, 24 and 26 on Linux, and Windows and macOS', () => {
    const { on, jobs } = WORKFLOWS.get('ci.yml')!;
    expect(Object.keys(on)).toEqual(expect.arrayContaining(['push', 'pull_request']));
    const { system, node, include } = jobs.test!.strategy!.matrix;
    expect(system).toEqual(['ubuntu-latest']);
    expect(node).toEqual([20, 22, 24, 26]);
    expect(include?.map((each) => each.system).sort()).toEqual(['macos-latest', 'windows-latest']);
    for (const each of include ?? []) expect(node).toContain(each.node);
    expect(stepsOf('ci.yml', 'test').at(-1)?.run).toBe('.ci/run');
  });

  it('compare a pull request with its base, and measure all shards of a full run every night', () => {
    const { on, jobs } = WORKFLOWS.get('bench.yml')!;
    expect(Object.keys(on)).toEqual(['pull_request', 'schedule', 'workflow_dispatch']);
    const compared = stepsOf('bench.yml', 'compare').find(({ run }) => run?.startsWith('.ci/compare'));
    expect(compared?.env).toEqual({ BASE: expression('github.event.pull_request.base.sha') });
    // K of N: K is each of 1 ... N, and N how many there are
    const { matrix } = jobs.shard!.strategy!;
    expect(Object.keys(matrix)).toEqual(['shard']);
    expect(matrix.shard).toEqual(matrix.shard!.map((_, i) => i + 1));
    const shard = stepsOf('bench.yml', 'shard').find(({ run }) => run?.startsWith('.ci/'));
    expect(shard?.run).toBe('.ci/nightly-shard "$SHARD" "$SHARDS"');
    expect(shard?.env).toEqual({ SHARD: expression('matrix.shard'), SHARDS: expression('strategy.job-total') });
    expect(jobs.report!.needs).toBe('shard');
  });
});

describe('the scripts of .ci/', () => {
  it.each(SCRIPTS)('%s is well-formed and stops at the first fault', (script) => {
    const file = path.join(ROOT, '.ci', script);
    execFileSync('bash', ['-n', file]);
    expect(readFileSync(file, 'utf8')).toMatch(/^#!\/usr\/bin\/env bash\n# .+\n(# .*\n)*set -euo pipefail\n/);
  });

  it('call scripts of package.json only', () => {
    const named = SCRIPTS.flatMap((script) =>
      Array.from(
        readFileSync(path.join(ROOT, '.ci', script), 'utf8').matchAll(/npm run ([\w-]+)/g),
        ([, name]) => name!,
      ),
    );
    expect(named).toEqual(expect.arrayContaining(['bench', 'compare', 'report', 'merge']));
    expect(named.filter((name) => !Object.hasOwn(NPM_SCRIPTS, name))).toEqual([]);
  });

  it('compare strictly, but for a change that brings other reference results', () => {
    const folder = temporaryFolder();
    const PATH = [path.join(folder, 'bin'), process.env.PATH].join(path.delimiter);
    const env = { ...withoutGitVariables(process.env), PATH };
    for (const name of ['bin', '.ci', 'node_modules', 'results/baseline'])
      mkdirSync(path.join(folder, name), { recursive: true });
    // Prints its arguments.
    writeFileSync(path.join(folder, 'bin/npm'), '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
    copyFileSync(path.join(ROOT, '.ci/compare'), path.join(folder, '.ci/compare'));
    const reference = path.join(folder, 'results/baseline/run.json');
    writeFileSync(reference, '1\n');
    git(folder, 'init', '--quiet');
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message', 'Test');
    const asked = () =>
      execFileSync('bash', ['.ci/compare', 'HEAD', '--quick'], { cwd: folder, encoding: 'utf8', env })
        .trim()
        .split(' ');
    expect(asked()).toEqual(expect.arrayContaining(['--base', 'HEAD', '--strict', '--quick']));
    writeFileSync(reference, '2\n');
    expect(asked()).toEqual(expect.arrayContaining(['--base', 'HEAD', '--quick']));
    expect(asked()).not.toContain('--strict');
    expect(readFileSync(path.join(ROOT, '.ci/nightly-report'), 'utf8')).toContain(
      'npm run compare -- results --strict ',
    );
  });

  it.each(['compare', 'nightly-shard'])('%s says how it is called where it is called without a word', (script) => {
    const { status, stderr } = spawnSync('bash', [path.join(ROOT, '.ci', script), ''], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^ci: usage: \.ci\/[^\n]+\n$/) });
  });
});
