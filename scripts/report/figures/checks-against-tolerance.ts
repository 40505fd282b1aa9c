import { number, powerOfTen } from '../../words/words.ts';
import type { Chart, Missing } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { type Caught, CHECK_REFERENCES, caught, triedTolerances } from '../selection/caught-slips.ts';
import { decades, quantitative } from '../theme/axes.ts';
import { specification } from '../theme/specification.ts';

const DESCRIBED = {
  name: 'checks-against-tolerance',
  title: 'Slips that a check catches, and correct derivatives that it accuses, against its tolerance',
  remake: 'npm run bench -- --harness checks',
};

/** Shares of slips caught and of correct derivatives accused, against the tolerance, a line a reference. */
export function checksAgainstTolerance(results: Results): Chart | Missing {
  const tolerances = triedTolerances(results);
  const lines = CHECK_REFERENCES.map(([reference, title]) => ({
    title,
    points: tolerances.flatMap((tolerance) => caught(results, reference, tolerance) ?? []),
  })).filter(({ points }) => points.length > 0);
  if (lines.length === 0)
    return { ...DESCRIBED, kind: 'missing', why: 'There are no checks against tolerance in checks.csv.' };
  return {
    ...DESCRIBED,
    kind: 'chart',
    alternative:
      'Two panels over the tolerance, which is logarithmic, with a line for exact derivatives, forward and central differences. On the left the share of slips that are caught, on the right that of correct derivatives that are accused.',
    reading: lines.map(sentence),
    spec: specOf(lines, tolerances),
  };
}

interface Line {
  readonly title: string;
  readonly points: readonly Caught[];
}

function sentence({ title, points }: Line): string {
  const share = ({ found, planted }: Caught) => `${number((100 * found) / planted)} %`;
  const [loose, tight] = [points[0]!, points.at(-1)!];
  const accused = points.filter(({ falseAlarms }) => falseAlarms > 0);
  const begin = `Against ${title === 'exact' ? 'exact derivatives' : `a ${title}`} a check catches ${share(loose)} of the slips at ${powerOfTen(Math.round(Math.log10(loose.tolerance)))} and ${share(tight)} at ${powerOfTen(Math.round(Math.log10(tight.tolerance)))}`;
  if (accused.length === 0) return `${begin}, and accuses no correct derivative.`;
  return `${begin}; from ${powerOfTen(Math.round(Math.log10(accused[0]!.tolerance)))} on it accuses correct derivatives, in the end ${number((100 * tight.falseAlarms) / tight.checks)} % of the checks.`;
}

function specOf(lines: readonly Line[], tolerances: readonly number[]): Chart['spec'] {
  const values = lines.flatMap(({ title, points }) =>
    points.map(({ tolerance, found, planted, checks, falseAlarms }) => ({
      reference: title,
      tolerance,
      caught: (100 * found) / planted,
      accused: checks === 0 ? 0 : (100 * falseAlarms) / checks,
    })),
  );
  const by = {
    field: 'reference',
    type: 'nominal',
    title: 'checked against',
    scale: { domain: lines.map(({ title }) => title) },
  } as const;
  const panel = (field: 'caught' | 'accused', title: string) => ({
    width: 270,
    height: 230,
    mark: { type: 'line' as const, point: { size: 45 }, strokeWidth: 1.5 },
    encoding: {
      x: quantitative('tolerance', 'tolerance', decades(tolerances, 6)),
      y: quantitative(field, title, { scale: { domain: [0, 100] } }),
      color: by,
      shape: by,
    },
  });
  return specification({
    data: { values },
    spacing: 30,
    hconcat: [panel('caught', 'slips caught, %'), panel('accused', 'correct checks accused, %')],
  });
}
