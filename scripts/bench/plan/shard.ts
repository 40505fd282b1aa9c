import type { Shard } from '../../tables/run-record.ts';
import type { ProblemReference } from '../reference/reference.ts';
import type { Catalogue } from './catalogue.ts';

/** The part of the cases of a whole run that belongs to this one. */
export interface Share {
  /**
   * Whether the run has this method on this problem: at all sizes and in every harness, so that a failure is found once
   * and known to all.
   */
  hasMethod(problem: ProblemName, method: string): boolean;
  /** Whether it has the k-th of what else is measured of this problem. */
  has(problem: ProblemName, k: number): boolean;
}

/** A problem at all its sizes. */
export type ProblemName = Pick<ProblemReference, 'suite' | 'problem'>;

/**
 * The share of a shard; everything for a run that is no shard. Shards take turns along the methods of a problem, and
 * begin one further with each problem. So the methods of a problem, and the problems of a method, are spread evenly. No
 * shard has all slow cases.
 */
export function shareOf(shard: Shard | undefined, { problems, methods }: Catalogue): Share {
  const keyOf = ({ suite, problem }: ProblemName) => JSON.stringify([suite, problem]);
  const rows = new Map(problems.map(({ suite, problem }, i) => [keyOf({ suite, problem: problem.name }), i]));
  const columns = new Map(methods.map(({ method }, k) => [method, k]));
  const has: Share['has'] = (problem, k) =>
    shard === undefined || (rows.get(keyOf(problem))! + k) % shard.of === shard.number - 1;
  return { has, hasMethod: (problem, method) => has(problem, columns.get(method)!) };
}

/** Whether the share has any method on the problem. */
export function hasAnyMethod(share: Share, { methods }: Catalogue, problem: ProblemName): boolean {
  return methods.some(({ method }) => share.hasMethod(problem, method));
}
