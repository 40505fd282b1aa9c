import type { Instance } from '../../../suites/problem.ts';
import { REFERENCES, type Reference, TOLERANCES } from '../../tables/columns/checks.ts';
import { largestError } from '../check.ts';
import { samplesByDifferences } from '../comparison/against-differences.ts';
import { type HandWritten, handWritten } from '../comparison/hand-written.ts';
import { checkedPoints } from '../comparison/points.ts';
import { type Sample, samplesOf } from '../comparison/samples.ts';

/** Points that one seed gives. */
const AT_A_TIME = 16;

/** How often a correct derivative was checked, and accused. A check is one derivative at one point. */
export interface CorrectChecks {
  readonly checks: number;
  /** For each reference and each of `TOLERANCES` how many of these checks accuse it. */
  readonly accused: Readonly<Record<Reference, readonly number[]>>;
  /** The largest error against the exact derivative, over the size of what it is computed from. */
  readonly largestError: number;
}

/** The correct derivative at these points, by one reference. */
export function samplesBy(
  reference: Reference,
  f: Instance,
  hand: HandWritten,
  points: readonly Float64Array[],
): readonly Sample[] {
  return reference === 'exact' ? samplesOf(f, hand, points) : samplesByDifferences(f, hand, points, reference);
}

/** Checks the correct derivatives of f at `count` random points. */
export function checkCorrect(f: Instance, seed: number, count: number): CorrectChecks {
  const accused: Record<Reference, number[]> = { exact: [], 'forward-difference': [], 'central-difference': [] };
  for (const reference of REFERENCES) accused[reference] = TOLERANCES.map(() => 0);
  let checks = 0;
  let largest = 0;
  for (let k = 0; checks < count && k * AT_A_TIME < 4 * count; k++) {
    const points = checkedPoints(f, seed + 7919 * (k + 1), AT_A_TIME);
    for (const hand of handWritten(f)) {
      const exact = samplesOf(f, hand, points);
      for (const reference of REFERENCES) {
        const samples =
          reference === 'exact'
            ? exact
            : samplesBy(
                reference,
                f,
                hand,
                exact.map(({ x }) => x),
              );
        for (const sample of samples) {
          const error = largestError(hand, [sample]);
          TOLERANCES.forEach((tolerance, t) => {
            if (!(error <= tolerance)) accused[reference][t]!++;
          });
          if (reference === 'exact') largest = Math.max(largest, error);
        }
      }
      checks += exact.length;
    }
  }
  return { checks, accused, largestError: largest };
}
