import { checkProbed } from '../check/check.ts';
import { loadSlipped } from '../slips/load.ts';
import { scoreOf } from '../slips/score.ts';
import type { CheckJob, SlipsJob } from './job.ts';
import type { Parts } from './parts.ts';

/** A check of what is written by hand. */
export async function checkJob(job: CheckJob, send: (part: Parts['check']) => void): Promise<void> {
  const { problem, size } = job.problem;
  const { file, probes } = job.module;
  const { instance, run } = await loadSlipped(file, problem, size);
  send(checkProbed(instance, job.options, { run, probes }));
}

/** Slips that are planted and judged. */
export async function slipsJob(job: SlipsJob, send: (part: Parts['slips']) => void): Promise<void> {
  const { problem, size } = job.problem;
  send(scoreOf(await loadSlipped(job.module.file, problem, size), job.module, job));
}
