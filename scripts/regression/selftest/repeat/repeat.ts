import { mkdtemp } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { readSide } from '../../sides/side.ts';
import { writeText } from '../../write-text.ts';
import type { RunsToRepeat } from '../options.ts';
import { timedRun } from '../timed-run.ts';
import { differences, madeOf, repeatFile } from './file.ts';
import { offUnmarked, repetitionOf } from './repetition.ts';
import { repeatText } from './text.ts';

/**
 * Says how far two runs of the same code agree, and writes it to `json` where that is given. The exit status is 1 when
 * a ratio differs threefold without a mark, or is below 1 where it can't be.
 * @throws {CannotCompare} when a run can't be measured or read.
 * @throws {UsageError} when the file can't be written.
 */
export async function repeat(
  runs: RunsToRepeat,
  json: string | undefined,
  print: (text: string) => void,
): Promise<0 | 1> {
  const { folders, load } = runs === 'measured now' ? await measureTwice(print) : { folders: runs };
  const [first, second] = [await readSide(folders[0]), await readSide(folders[1])];
  const differing = differences(first, second);
  if (differing.length > 0) print(`The two runs do not repeat each other: they differ in ${differing.join(', ')}.\n`);
  const repetition = repetitionOf(first, second);
  const told = repeatFile(repetition, madeOf(first, second, load));
  print(repeatText(repetition, told));
  if (json !== undefined) await writeText(json, `${JSON.stringify(told, undefined, 2)}\n`);
  return offUnmarked(repetition).length > 0 || repetition.belowOne.length > 0 ? 1 : 0;
}

/** Times a default run twice, one run after the other. The folders stay, so that rows can be looked at. */
async function measureTwice(print: (text: string) => void) {
  const folder = await mkdtemp(path.join(tmpdir(), 'diffmark-repeat-'));
  const folders = [path.join(folder, '1'), path.join(folder, '2')] as const;
  const load = [loadNow()];
  for (const [i, each] of folders.entries()) {
    print(`Run ${i + 1} of 2, into ${each}`);
    await timedRun(each, [], 'ignore');
    load.push(loadNow());
  }
  print('');
  return { folders, load };
}

function loadNow(): number {
  return Number(loadavg()[0]!.toFixed(2));
}
