import type { Method, PrepareOptions } from '../../../../methods/method.ts';

/**
 * How a step is come by: the rules of difference quotients, and `own` for a method that has no step or finds it itself.
 */
export const RULES = ['textbook', 'scaled', 'oracle', 'own'] as const;
/** The name of such a rule. */
export type Rule = (typeof RULES)[number];

/** The steps among which the oracle finds the best one at each point: from 1e-17 to 1e7, by factors of 10^(1/8). */
const [SHORTEST, DECADES, PER_DECADE] = [-17, 24, 8] as const;
const ORACLE_STEPS: readonly number[] = Array.from(
  { length: DECADES * PER_DECADE + 1 },
  (_, k) => 10 ** (SHORTEST + k / PER_DECADE),
);

/**
 * The rules that make sense for a method: where a step has no round-off to be weighed against truncation, any short one
 * is as good.
 */
export function rulesFor({ difference }: Pick<Method, 'difference'>): readonly Rule[] {
  return difference && difference.weights > 0 ? ['textbook', 'scaled', 'oracle'] : ['own'];
}

/** The options with which a rule prepares the method, one for each step that is to be tried. */
export function preparations(rule: Rule, { difference }: Pick<Method, 'difference'>): readonly PrepareOptions[] {
  if (rule === 'own' || !difference) return [{}];
  if (rule === 'oracle') return ORACLE_STEPS.map((step) => ({ step }));
  return rule === 'textbook' ? [{ step: difference.stepAt(1, 'absolute') }] : [{ stepRule: 'relative' }];
}
