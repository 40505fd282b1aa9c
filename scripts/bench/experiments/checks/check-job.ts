import type { CheckOptions, Finding } from '../../../checker/check.ts';
import { checkProbed } from '../../../checker/check.ts';
import type { ProbedFile } from '../../../checker/repair/probes.ts';
import type { SlippedFile } from '../../../checker/slips/build-slipped.ts';
import { loadSlipped } from '../../../checker/slips/load.ts';
import type { SlipScore } from '../../../checker/slips/score.ts';
import { scoreOf } from '../../../checker/slips/score.ts';
import type { ProblemReference } from '../../reference/reference.ts';

/**
 * A check of the derivatives by hand of one problem, in a module whose program can be changed to find what is wrong.
 */
export interface CheckJob {
  readonly kind: 'check';
  readonly problem: ProblemReference;
  readonly module: ProbedFile;
  readonly options: CheckOptions;
}

/** Slips that are planted one by one into the derivatives by hand of one problem, and judged. */
export interface SlipsJob {
  readonly kind: 'slips';
  readonly problem: ProblemReference;
  readonly module: SlippedFile;
  readonly seed: number;
  /** At most so many slips, spread over all kinds. */
  readonly most: number;
  /** Random points at which the correct derivatives are checked. */
  readonly correctChecks: number;
}

declare module '../../process/job.ts' {
  interface Jobs {
    check: CheckJob;
    slips: SlipsJob;
  }
  interface Parts {
    check: readonly Finding[];
    slips: SlipScore;
  }
}

/** A check of what is written by hand. */
export async function checkJob(job: CheckJob, send: (part: readonly Finding[]) => void): Promise<void> {
  const { problem, size } = job.problem;
  const { file, probes } = job.module;
  const { instance, run } = await loadSlipped(file, problem, size);
  send(checkProbed(instance, job.options, { run, probes }));
}

/** Slips that are planted and judged. */
export async function slipsJob(job: SlipsJob, send: (part: SlipScore) => void): Promise<void> {
  const { problem, size } = job.problem;
  send(scoreOf(await loadSlipped(job.module.file, problem, size), job.module, job));
}
