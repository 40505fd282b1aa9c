import { list, number, powerOfTen } from '../../words/words.ts';
import type { Cell, Missing, Table } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { bestTolerance, type Caught, CHECK_REFERENCES, caught } from '../selection/caught-slips.ts';

const DESCRIBED = {
  name: 'what-checks-catch',
  title: 'Slips planted into derivatives by hand that the checks catch',
  remake: 'npm run bench -- --harness checks',
};

/**
 * For each kind of slip how many are found, and named, by each reference at the tolerance at which it tells slips from
 * correct derivatives best.
 */
export function whatChecksCatch(results: Results): Table | Missing {
  const kinds = [
    ...new Set(results.checks.flatMap(({ slip }) => (slip === undefined || slip === 'none' ? [] : [slip]))),
  ];
  if (kinds.length === 0)
    return { ...DESCRIBED, kind: 'missing', why: 'There are no slips planted into derivatives by hand in checks.csv.' };
  const best = CHECK_REFERENCES.map(([reference, title]) => ({
    reference,
    title,
    at: bestTolerance(results, reference),
  }));
  const heads = [
    'slip',
    'planted',
    ...best.map(({ title, at }) => `found, ${title}${at ? ` at ${toleranceText(at)}` : ''}`),
    'named',
  ];
  const rowOf = (name: string, slip?: string): Cell[] => {
    const byReference = best.map(({ reference, at }) => at && caught(results, reference, at.tolerance, slip));
    const namedAt = Math.min(
      ...results.checks.flatMap(({ named, tolerance }) => (named === undefined ? [] : (tolerance ?? []))),
    );
    const naming = caught(results, 'exact', namedAt, slip);
    const { planted } = naming ?? { planted: 0 };
    return [
      { text: name },
      { text: String(planted), value: planted },
      ...byReference.map((each) => share(each?.found, each?.planted)),
      share(naming?.named, naming?.planted),
    ];
  };
  const accusedRow: Cell[] = [
    { text: 'none: correct, but accused' },
    { text: '–' },
    ...best.map(({ at }) => share(at?.falseAlarms, at?.checks)),
    { text: '–' },
  ];
  return {
    ...DESCRIBED,
    kind: 'table',
    columns: heads.map((text, i) => ({ head: { text }, align: i === 0 ? 'left' : 'right' })),
    rows: [...kinds.map((kind) => rowOf(kind.replaceAll('-', ' '), kind)), rowOf('all'), accusedRow],
    reading: readingOf(
      best.flatMap(({ title, at }) => (at ? [{ title, at }] : [])),
      results,
    ),
  };
}

function share(part: number | undefined, whole: number | undefined): Cell {
  if (part === undefined || !whole) return { text: '–' };
  return { text: `${number((100 * part) / whole)} %`, value: part / whole };
}

function toleranceText({ tolerance }: Caught): string {
  return powerOfTen(Math.round(Math.log10(tolerance)));
}

function readingOf(best: readonly { readonly title: string; readonly at: Caught }[], results: Results): string[] {
  const found = best.map(
    ({ title, at }) =>
      `${number((100 * at.found) / at.planted)} % (${title}, at ${toleranceText(at)}, where ${at.falseAlarms} of ${at.checks} checks accuse a correct derivative)`,
  );
  const problems = new Set(results.checks.flatMap(({ problem, slip }) => (slip === undefined ? [] : (problem ?? []))));
  return [
    `Share of the slips that each reference finds, at the tolerance that suits it best: ${list(found)}.`,
    `${best[0]?.at.planted ?? 0} slips were planted, one at a time, in ${problems.size} problems. A slip is named where the check also tells its kind.`,
  ];
}
