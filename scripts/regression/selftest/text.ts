import { tableText } from '../../command/text-table.ts';
import { isMet, type Measured, type Section } from './findings.ts';
import { type Recording, VARIATIONS } from './recording.ts';

/** At most 80 columns, with a space between two. */
const LAYOUT = {
  widths: [30, 7, 15, 8, 8, 6],
  aligns: ['left', 'right', 'right', 'right', 'right', 'left'],
} as const;

/** The rates for a terminal of 80 columns. */
export function sectionsText(sections: readonly Section[]): string {
  return sections
    .map(({ title, measured }) =>
      tableText([title, 'rate', '95 % interval', 'of', 'goal', ''], measured.map(cells), LAYOUT),
    )
    .join('\n\n')
    .replaceAll(/ +$/gm, '');
}

function cells(measured: Measured): string[] {
  const { title, rate, goal } = measured;
  const wanted = goal ? `${goal.sign} ${100 * goal.rate} %` : '';
  if (!rate) return [title, '', 'no such case', '0', wanted, wordFor(measured)];
  const interval = `${perCent(rate.low)} to ${perCent(rate.high)}`;
  return [title, `${perCent(rate.rate)} %`, interval, String(rate.of), wanted, wordFor(measured)];
}

function wordFor(measured: Measured): string {
  if (!measured.goal) return '';
  return isMet(measured) ? 'met' : 'missed';
}

/** With a decimal, but never rounded to 0 or 100 from beside. */
export function perCent(share: number): string {
  const text = (100 * share).toFixed(1);
  if (text === '0.0' && share > 1e-9) return '<0.1';
  if (text === '100.0' && share < 1 - 1e-9) return '>99.9';
  return text;
}

/** The text about the recording: where and when it was made, and of which cases. */
export function recordingText({ side: { folder, record }, cases, leftOut, unsteady }: Recording): string {
  const counts = cases.map(({ forks }) => forks.length);
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  const { cpu, cores } = record.machine;
  const classes = VARIATIONS.map(
    (wanted) => `${cases.filter(({ varies }) => varies === wanted).length} vary ${wanted}`,
  );
  return [
    `Recording ${folder}: run ${record.run}, commit ${record.commit},`,
    `${cpu}, ${cores} cores, Node ${record.versions.node}.`,
    `${cases.length} cases in ${fewest === most ? fewest : `${fewest} to ${most}`} forks each:\n${classes.join(', ')}.`,
    ...(leftOut > 0 ? [`${leftOut} more cases ran in too few forks to be split.`] : []),
    ...(unsteady > 0 ? [`${unsteady} more cases reached no steady state: their times are not known.`] : []),
  ].join('\n');
}

/** The meaning of the rates, and their limits. */
export const EXPLANATION = `Base and head are random halves of the recorded forks of each case. All halves
are of one recording and share forks: comparisons are not independent, and the
true uncertainty is larger than the intervals (Wilson's; of rates of cases with
the design effect of Rao and Scott) say. Random halves know no drift between
base and head, so the rates hold for sides that were measured alternately. A
case varies by the robust spread of all its forks. A goal is met by the rate
itself.`;
