import type { OperationCounts } from '../arithmetic/operation-counts.ts';
import type { PrepareOptions, StepRule } from '../method.ts';

/** The default step at a coordinate, by a step rule. */
export type StepAt = (x: number, rule?: StepRule) => number;

/**
 * `unit` in proportion to max(1, |x|) by the relative rule, which is the default, and `unit` itself by the absolute
 * one.
 */
export function defaultStep(unit: number): StepAt {
  return (x, rule = 'relative') => (rule === 'absolute' ? unit : unit * Math.max(1, Math.abs(x)));
}

/** The step that is asked for, or else the default one by the rule that is asked for. */
export function chosenStep(stepAt: StepAt, { step, stepRule }: PrepareOptions): (x: number) => number {
  return (x) => step ?? stepAt(x, stepRule);
}

/** Operations of finding the default step: |x|, max and a product by the relative rule, nothing by the absolute one. */
export function stepOperations({ stepRule = 'relative' }: PrepareOptions): Partial<OperationCounts> {
  return stepRule === 'relative' ? { selections: 2, multiplications: 1 } : {};
}
