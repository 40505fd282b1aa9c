import { readSide } from '../sides/side.ts';
import { DEFAULT_JUDGING } from '../time/verdicts.ts';
import { writeText } from '../write-text.ts';
import { countPlants, countUnchanged } from './exact-evidence.ts';
import { areMet, exactSection, isMet, type Section, timeSections } from './findings.ts';
import type { SelftestOptions } from './options.ts';
import { record } from './record.ts';
import { type Recording, readRecording } from './recording.ts';
import { countSplits } from './slowdowns.ts';
import { EXPLANATION, recordingText, sectionsText } from './text.ts';

/**
 * Measures how right the gate is, says so, and answers the exit status.
 * @throws {CannotCompare} when there is nothing to measure it by.
 * @throws {UsageError} when a file can't be written.
 */
export async function selftest(options: SelftestOptions, print: (text: string) => void): Promise<0 | 1> {
  if (options.record) await record(options.from, options.thorough);
  const recording = await readRecording(options.from);
  const baseline = await readSide(options.baseline);
  print(`${recordingText(recording)}\n`);
  const splits = countSplits(recording.cases, options.comparisons, options.seed, DEFAULT_JUDGING);
  const plants = countPlants(baseline, options.plants, options.seed);
  const sections = [...timeSections(splits), exactSection(plants, countUnchanged(baseline))];
  const missed = sections.flatMap(({ measured }) => measured).filter((each) => !isMet(each)).length;
  print(`${sectionsText(sections)}\n\n${EXPLANATION}\n`);
  print(missed === 0 ? 'All goals are met.' : `${missed} ${missed === 1 ? 'goal is' : 'goals are'} missed.`);
  if (options.json !== undefined) await writeText(options.json, selftestJson(options, recording, sections));
  return areMet(sections) ? 0 : 1;
}

function selftestJson(
  { comparisons, plants, seed }: SelftestOptions,
  recording: Recording,
  sections: readonly Section[],
) {
  const { side, cases, leftOut, unsteady } = recording;
  const told = {
    met: areMet(sections),
    recording: { folder: side.folder, ...side.record, cases: cases.length, leftOut, unsteady },
    judging: DEFAULT_JUDGING,
    comparisons,
    plants,
    seed,
    sections: sections.map(({ title, measured }) => ({
      title,
      measured: measured.map((each) => ({ ...each, ...(each.goal && { met: isMet(each) }) })),
    })),
  };
  return `${JSON.stringify(told, undefined, 2)}\n`;
}
