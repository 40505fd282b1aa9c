import { DEFAULT_JUDGING } from '../time/verdicts.ts';
import type { PlantCounts } from './exact-evidence.ts';
import { type Count, ofIndependent, type Rate, rateOf } from './rate.ts';
import { VARIATIONS, type Variation } from './recording.ts';
import type { Slowdown, SplitCounts } from './slowdowns.ts';

/** The goal of a rate. */
export interface Goal {
  readonly sign: '<=' | '>=';
  readonly rate: number;
}

/** One rate that the selftest measured; undefined where there was nothing to measure it by. */
export interface Measured {
  readonly title: string;
  readonly rate: Rate | undefined;
  /** None where it is told for information. */
  readonly goal?: Goal;
}

/** Rates under one heading. */
export interface Section {
  readonly title: string;
  readonly measured: readonly Measured[];
}

const FOUND_GOALS: Readonly<Partial<Record<Variation, Goal>>> = {
  'below 3 %': { sign: '>=', rate: 0.95 },
  '3 to 10 %': { sign: '>=', rate: 0.25 },
};
const ALARM_GOAL: Goal = { sign: '<=', rate: 0.01 };
const NEVER: Goal = { sign: '<=', rate: 0 };
const ALWAYS: Goal = { sign: '>=', rate: 1 };

/** Rates and goals of the splits of a recording. */
export function timeSections({ alarms, slowdowns }: SplitCounts): Section[] {
  return [
    {
      title: 'Same code twice',
      measured: [{ title: 'any case called slower', rate: rateOf(alarms), goal: ALARM_GOAL }],
    },
    ...slowdowns.map(({ found, misnamed, ...slowdown }): Section => {
      const hasGoals = slowdown.of === 'method' && slowdown.factor === 1 + DEFAULT_JUDGING.threshold;
      return {
        title: titleOf(slowdown),
        measured: [
          ...VARIATIONS.map((varies): Measured => {
            const goal = hasGoals ? FOUND_GOALS[varies] : undefined;
            return { title: `cases that vary ${varies}`, rate: rateOf(found[varies]), ...(goal && { goal }) };
          }),
          { title: 'any other case called slower', rate: rateOf(misnamed) },
        ],
      };
    }),
  ];
}

function titleOf({ of, factor }: Slowdown): string {
  return `${of === 'method' ? 'Method' : 'Single case'} made ${Math.round(100 * (factor - 1))} % slower`;
}

/** Rates and goals of changes of exact evidence. */
export function exactSection(plants: readonly PlantCounts[], unchanged: Count): Section {
  return {
    title: 'Exact evidence',
    measured: [
      { title: 'unchanged row called changed', rate: ofIndependent(unchanged), goal: NEVER },
      ...plants.map(({ title, counts }): Measured => ({ title: `${title} found`, rate: rateOf(counts), goal: ALWAYS })),
    ],
  };
}

/** Whether the rate is what it should be; what could not be measured is not. */
export function isMet({ rate, goal }: Measured): boolean {
  if (!goal) return true;
  if (!rate) return false;
  return goal.sign === '<=' ? rate.rate <= goal.rate : rate.rate >= goal.rate;
}

/** Whether all goals are met. */
export function areMet(sections: readonly Section[]): boolean {
  return sections.every(({ measured }) => measured.every(isMet));
}
