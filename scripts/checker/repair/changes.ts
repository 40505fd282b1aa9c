import { type Passed, PROBE } from './probes.ts';

/** A change of what passes a probe, every time that it passes. */
export type Change =
  | {
      readonly mode: 'add' | 'multiply';
      readonly amount: number /** In this pass alone, from 0. */;
      readonly pass?: number;
    }
  /** Each value in its own way, by its pass, from 0. */
  | { readonly mode: 'each'; of(value: number, pass: number): number }
  /** The index moves on, around the end of the list. */
  | { readonly mode: 'shift'; readonly amount: number };

/** Runs probed code, as it is or with a change. */
export interface ProbedRun {
  /** For each probe that `work` passes, the values in turn. */
  watch(work: () => void): Passed;
  /** Runs `work` with what passes probe k changed. */
  change(k: number, change: Change, work: () => void): void;
}

/** Values of a probe that are kept. */
const KEPT = 400;
/** A changed loop may have no end. */
const MOST_PASSES = 1e6;

/** Sets up the global function through which all probed values of this process go. */
export function installProbes(): ProbedRun {
  let seen: Map<number, number[]> | undefined;
  let changed: number | undefined;
  let how: Change | undefined;
  let passed = 0;
  let pass = 0;
  Reflect.set(globalThis, PROBE, (k: number, value: unknown, length?: number) => {
    if (typeof value !== 'number') return value;
    if (seen) {
      const values = seen.get(k);
      if (!values) seen.set(k, [value]);
      else if (values.length < KEPT) values.push(value);
    }
    if (!how) return value;
    if (++passed > MOST_PASSES) throw new Error('the change makes it endless');
    if (k !== changed) return value;
    if (how.mode === 'each') return how.of(value, pass++);
    if (how.mode !== 'shift' && how.pass !== undefined && how.pass !== pass++) return value;
    if (how.mode === 'multiply') return value * how.amount;
    if (how.mode === 'add') return value + how.amount;
    return length === undefined ? value : (((value + how.amount) % length) + length) % length;
  });
  return {
    watch(work) {
      seen = new Map();
      const result = seen;
      try {
        work();
      } finally {
        seen = undefined;
      }
      return result;
    },
    change(k, change, work) {
      changed = k;
      how = change;
      passed = 0;
      pass = 0;
      try {
        work();
      } finally {
        changed = undefined;
        how = undefined;
      }
    },
  };
}
