import type { JudgedSlip, SlipScore } from '../checker/slips/score.ts';
import { fittedTable } from '../command/text-table.ts';
import { REFERENCES, SLIP_KINDS, TOLERANCES } from '../tables/columns/checks.ts';

/** The score of one problem. */
export interface NamedScore {
  readonly name: string;
  readonly score: SlipScore | undefined;
  readonly failure: string | undefined;
}

/** The share of the slips of each kind that the check should name. */
const GOAL = 0.9;

/**
 * The whole score, and whether every kind is found and named as often as it should be, as many correct ones are checked
 * as were asked for, and none is accused.
 */
export function scoreText(all: readonly NamedScore[], asked: number): { text: string; isGood: boolean } {
  const scores = all.flatMap(({ score }) => score ?? []);
  const slips = scores.flatMap((score) => score.slips);
  const real = slips.filter(({ effect }) => effect === 'slip');
  const failures = all.filter(({ failure }) => failure !== undefined).map(({ name, failure }) => `${name}: ${failure}`);
  const kinds = SLIP_KINDS.map((kind) => real.filter((slip) => slip.kind === kind));
  const body = SLIP_KINDS.map((kind, k) => [
    kind,
    String(kinds[k]!.length),
    percent(kinds[k]!, ({ found }) => found),
    percent(kinds[k]!, ({ found, named }) => found && named),
  ]);
  const checks = scores.reduce((sum, { correct }) => sum + correct.checks, 0);
  const accused = (reference: (typeof REFERENCES)[number], t: number) =>
    scores.reduce((sum, { correct }) => sum + correct.accused[reference][t]!, 0);
  const largest = Math.max(0, ...scores.map(({ correct }) => correct.largestError));
  const last = TOLERANCES.length - 1;
  const equivalent = slips.filter(({ effect }) => effect === 'equivalent').length;
  const failing = slips.filter(({ effect }) => effect === 'fails').length;
  const against = TOLERANCES.map((tolerance, t) => [
    tolerance.toExponential(0),
    ...REFERENCES.flatMap((reference) => [
      percent(real, ({ errors }) => !((errors[reference] ?? 0) <= tolerance)),
      `${((100 * accused(reference, t)) / Math.max(1, checks)).toFixed(accused(reference, t) > 0 ? 2 : 0)} %`,
    ]),
  ]);
  const text = [
    `${real.length} slips planted into ${scores.length} problems, one at a time`,
    fittedTable(['kind', 'planted', 'found', 'found and named'], body),
    `Not counted: ${equivalent} that change nothing at any point, ${failing} that throw or\nyield no number.`,
    `${checks} checks of correct derivatives at random points: ${accused('exact', last)} accused.\nThe largest error was ${largest.toExponential(1)} of what the entry is computed from.`,
    `Slips caught, and correct derivatives accused, by tolerance`,
    fittedTable(['', 'exact', 'accused', 'forward', 'accused', 'central', 'accused'], against),
    ...(failures.length > 0 ? [`Not scored: ${failures.join('; ')}`] : []),
  ].join('\n\n');
  const isGood =
    failures.length === 0 &&
    checks >= asked &&
    accused('exact', last) === 0 &&
    kinds.every((those) => those.filter(({ found, named }) => found && named).length >= GOAL * those.length);
  return { text, isGood };
}

function percent(slips: readonly JudgedSlip[], is: (slip: JudgedSlip) => boolean): string {
  return slips.length === 0 ? '–' : `${((100 * slips.filter(is).length) / slips.length).toFixed(1)} %`;
}
