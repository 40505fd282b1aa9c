/**
 * Runs that end early, in processes of their own; what comes after them is called. A plug-in holds a run at a known
 * place for as long as a file is there, so that no test depends on how fast the machine is.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Ended, fixture, newFolder, type Started, startBench, temporaryFolder } from '../../fixtures/command.ts';
import { callBench } from '../../fixtures/in-process.ts';
import { hasSmallDisks, onSmallDisk } from '../../fixtures/small-disk.ts';
import { rowKey } from '../../tables/column/column.ts';
import { readCsv } from '../../tables/csv.ts';
import { accuracy, timing } from '../../tables/tables.ts';

const SMALL = ['--quick', '--problem', 'log-product-sine', '--operator', 'gradient,vjp', '--forks', '1'];
const METHODS = ['--method', 'manual,forward,waits'];
const LIMITS = ['--jobs', '1', '--time-limit', '600', '--plugin', fixture('waits.ts')];

interface Held {
  readonly out: string;
  readonly run: Started;
  /** Lets the run go on. */
  open(): void;
  /** Ends the run, if it has not ended, and removes what it left. */
  end(): void;
}

/** A run that has rows of `manual` and `forward` on disk and now waits in a fork, which neither ends nor listens. */
async function heldRun(harnesses = 'accuracy'): Promise<Held> {
  const folder = newFolder();
  const gate = path.join(folder, 'gate');
  const out = path.join(folder, 'results');
  writeFileSync(gate, '');
  const run = startBench([...SMALL, ...METHODS, ...LIMITS, '--harness', harnesses, '--out', out], {
    DIFFMARK_TEST_GATE: gate,
  });
  const held: Held = {
    out,
    run,
    open: () => rmSync(gate, { force: true }),
    end() {
      if (run.isAlive()) run.signal('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const csv = path.join(out, 'accuracy.csv');
  const rows = () => (existsSync(csv) ? readFileSync(csv, 'utf8') : '');
  try {
    // the last row before it waits
    await vi.waitFor(() => expect(rows()).toContain(',forward,vjp,'), { timeout: 100_000, interval: 100 });
  } catch (error) {
    held.end();
    throw error;
  }
  return held;
}

/** A held run for one test. */
async function heldRunOfTest(): Promise<Held> {
  const held = await heldRun();
  onTestFinished(held.end);
  return held;
}

function stateOf(out: string): string {
  return JSON.parse(readFileSync(path.join(out, 'run.json'), 'utf8')).state;
}

/** Both tables, which must have every row once; reading them refuses a row that stands twice. */
async function readTables(out: string) {
  const accuracies = await readCsv(path.join(out, 'accuracy.csv'), accuracy);
  const file = path.join(out, 'timing.csv');
  return { accuracies, times: existsSync(file) ? await readCsv(file, timing) : [] };
}

describe('a run that is interrupted by Ctrl-C', () => {
  let held: Held;
  let ended: Ended;
  beforeAll(async () => {
    held = await heldRun('accuracy,timing');
    held.run.signal('SIGINT');
    held.run.signal('SIGINT'); // npm passes on the signal that the terminal has sent already
    ended = await held.run.ended;
  });
  afterAll(() => held.end());

  /** A copy of what it left, for one test. */
  function copy(): string {
    const out = path.join(temporaryFolder(), 'results');
    cpSync(held.out, out, { recursive: true });
    return out;
  }

  it('keeps what was measured, and leaves no process and no lock', async () => {
    const { out, run } = held;
    const { status, stderr } = ended;
    expect(status, stderr).toBe(130);
    expect(stderr).toContain(
      `Interrupted. What was measured is kept; \`npm run bench -- --resume --out ${out} --no-report\` goes on.`,
    );
    expect(stderr).not.toContain('    at ');
    await expect.poll(() => run.isAlive(), { timeout: 30_000 }).toBe(false);
    expect(readdirSync(path.dirname(out)).sort()).toEqual(['gate', 'results']);
    expect(stateOf(out)).toBe('interrupted');
    const before = (await readTables(out)).accuracies;
    expect(before.map(({ method }) => method)).not.toContain('waits');
    for (const row of before) expect(['ok', 'unsupported', 'skipped']).toContain(row.outcome);
  });

  it('is completed by --resume, once', async () => {
    const out = copy();
    const before = (await readTables(out)).accuracies;
    const resumed = await callBench('--resume', '--out', out);
    expect(resumed.status, resumed.stderr + resumed.stdout).toBe(0);
    expect(stateOf(out)).toBe('complete');
    const { accuracies, times } = await readTables(out);
    expect(accuracies).toEqual(expect.arrayContaining(before));
    expect(new Set(accuracies.map((row) => rowKey(accuracy, row))).size).toBe(accuracies.length);
    expect(new Set(accuracies.map(({ run }) => run)).size).toBe(1);
    for (const method of ['manual', 'forward', 'waits']) {
      expect(accuracies.filter((row) => row.method === method).length).toBe(
        accuracies.filter((row) => row.method === 'manual').length,
      );
      expect(times.filter((row) => row.method === method).length).toBe(
        times.filter((row) => row.method === 'manual').length,
      );
    }
    expect(times.length).toBeGreaterThan(0);

    const again = await callBench('--resume', '--out', out);
    expect(again.status).toBe(2);
    expect(again.stderr).toMatch(/^The run in .* is complete: there is nothing to resume\.\n$/);
  });

  it('is not resumed by other code, nor on a table that is cut off, which stays as it is', async () => {
    const out = copy();
    const csv = path.join(out, 'accuracy.csv');
    const whole = readFileSync(csv, 'utf8');
    const record = readFileSync(path.join(out, 'run.json'), 'utf8');

    const torn = whole.slice(0, -40);
    writeFileSync(csv, torn);
    const cut = await callBench('--resume', '--out', out);
    expect(cut.status).toBe(2);
    expect(cut.stderr.trim().split('\n').length, cut.stderr).toBe(1);
    expect(cut.stderr).toMatch(/accuracy\.csv.*line \d+/);
    expect(readFileSync(csv, 'utf8')).toBe(torn);
    writeFileSync(csv, whole);

    writeFileSync(path.join(out, 'run.json'), record.replace(/"code": ".*"/, '"code": "of another day"'));
    const other = await callBench('--resume', '--out', out);
    expect(other.status).toBe(2);
    expect(other.stderr).toBe(
      "The interrupted run can't be resumed: its code differs from what is here now; run without --resume.\n",
    );
    expect(readFileSync(csv, 'utf8')).toBe(whole);
  });
});

describe('a run into a folder in use', () => {
  it('says so and stops, and the first run does not notice', async () => {
    const { out, run, open } = await heldRunOfTest();
    const before = readFileSync(path.join(out, 'accuracy.csv'), 'utf8');
    const second = await callBench('--suite', 'lecture', '--out', out);
    expect(second.status).toBe(2);
    expect(second.stderr).toBe(
      `Another run is writing to ${out}: wait for it to end, or give another folder with --out.\n`,
    );
    expect(readFileSync(path.join(out, 'accuracy.csv'), 'utf8')).toBe(before);
    open();
    const first = await run.ended;
    expect(first.status, first.stderr + first.stdout).toBe(0);
    expect(stateOf(out)).toBe('complete');
    expect(existsSync(`${out}.lock`)).toBe(false);
  });
});

describe('a run that is killed outright', () => {
  it('leaves whole tables, and holds the folder for no longer than ten seconds', async () => {
    const { out, run, open } = await heldRunOfTest();
    run.signal('SIGKILL');
    await run.ended;
    open();
    expect(stateOf(out)).toBe('running');
    const before = (await readTables(out)).accuracies;
    expect(before.length).toBeGreaterThan(0);
    const tenSecondsAgo = Date.now() / 1000 - 10.5; // instead of waiting that long
    utimesSync(`${out}.lock`, tenSecondsAgo, tenSecondsAgo);
    const resumed = await callBench('--resume', '--out', out);
    expect(resumed.status, resumed.stderr + resumed.stdout).toBe(0);
    expect((await readTables(out)).accuracies).toEqual(expect.arrayContaining(before));
    expect(existsSync(`${out}.lock`)).toBe(false);
  });
});

describe.skipIf(!hasSmallDisks)('a run on a disk that is full', () => {
  const few =
    '--quick --suite lecture --harness accuracy --method manual,forward,reverse-tape,central-difference --no-report --out "$DISK/results"';

  it('is refused before it measures, and leaves the results there as they were', () => {
    const { stdout, stderr } = onSmallDisk(
      `mkdir "$DISK/results"; echo kept > "$DISK/results/accuracy.csv"; fill
       node build/scripts/bench.js ${few}; echo $?; cat "$DISK/results/accuracy.csv"`,
    );
    expect(stdout).toBe('2\nkept\n');
    expect(stderr).toMatch(/^The folder [^\n]* can't be written \(ENOSPC\): give another with --out\.\n$/);
  });

  it('says so in a sentence where it fills up on the way, and goes on when there is room', () => {
    const { stdout, stderr } = onSmallDisk(
      `head -c 73728 /dev/zero > "$DISK/room"; fill; rm "$DISK/room"
       node build/scripts/bench.js ${few} > /dev/null 2> "$DISK/../said-$$"; echo $?
       cat "$DISK/../said-$$"; rm "$DISK/filling" "$DISK/../said-$$"
       node build/scripts/bench.js --resume --out "$DISK/results" --no-report > /dev/null 2>&1; echo $?
       cut -d, -f11 "$DISK/results/accuracy.csv" | grep -c .`,
    );
    const said = stdout.split('\n').filter((line) => !/^\d+\/\d+ done/.test(line));
    expect(said[0], stdout + stderr).toBe('1');
    expect(said[1]).toMatch(/accuracy\.csv can't be written \(ENOSPC\)\. What was written before is kept/);
    expect(said[2]).toBe('0');
    expect(Number(said[3])).toBeGreaterThan(30);
  });
});
