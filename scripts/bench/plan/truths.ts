import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeAtomically } from '../../command/write-atomically.ts';
import { type ExactNumber, fewDigits, isBeyondDoubles } from '../../truth/exact-number.ts';
import { sealed, unsealed } from '../../truth/kept.ts';
import type { PointTruth } from '../../truth/point-truth.ts';
import type { SecondOrderTruth } from '../../truth/second-order.ts';
import type { Failure } from '../process/job.ts';
import { type ForkPool, Interrupted, type RunOptions } from '../process/pool.ts';
import type { ProblemReference } from '../reference/reference.ts';

/** The order of the derivatives whose truth is wanted. */
export type TruthOrder = 1 | 2;

/** The truth of a problem, or why there is none. */
export type TruthAnswer = { readonly points: readonly PointTruth[] } | { readonly failure: string };

/** The computed truth about a problem, or why it is not known. */
export type Answer<P> = { readonly points: readonly P[] } | { readonly failure: string };

/** A part of the truth about a problem that a fork computes in one go and that is kept on disk: a P for each point. */
export interface TruthPart<P> {
  /** Named by all that it depends on, but for the problem, the seed and the code. */
  readonly name: string;
  /** How long it may take, ms. */
  readonly timeMs: number;
  readonly run: (asked: Asked, onPart: (points: readonly P[]) => void) => Promise<Failure | undefined>;
  /** The numbers of a point that must be finite. */
  readonly numbers: (point: P) => readonly ExactNumber[];
  /** Beginning of the sentence that a failure is, such as "the truth is". */
  readonly title: string;
}

/** A problem of which a part is to be computed, and by what. */
export interface Asked {
  readonly pool: ForkPool;
  readonly problem: ProblemReference;
  readonly seed: number;
  readonly options: RunOptions;
}

/** Finds the truth of problems: each is computed once in a run, in a fork, and kept on disk. */
export interface Truths {
  /** Of order 1, without second derivatives; of order 2, of a scalar problem, with them. */
  of(problem: ProblemReference, order: TruthOrder): Promise<TruthAnswer>;
  /** Another truth that an experiment compares with, besides the one at the points of the problem. */
  part<P>(part: TruthPart<P>, problem: ProblemReference): Promise<Answer<P>>;
}

const FIRST: TruthPart<PointTruth> = {
  name: 'first',
  timeMs: 120_000,
  run: ({ pool, problem, seed, options }, onPart) => pool.run({ kind: 'truth', problem, seed }, options, onPart),
  numbers: numbersOf,
  title: 'the truth is',
};
const SECOND: TruthPart<SecondOrderTruth> = {
  name: 'second',
  timeMs: 900_000,
  run: ({ pool, problem, seed, options }, onPart) => pool.run({ kind: 'second-truth', problem, seed }, options, onPart),
  numbers: ({ product, hessian = [] }) => [...product, ...hessian.flat()],
  title: 'the second derivatives are',
};

/** Numbers of a point that must be finite. */
export function numbersOf({ values, jacobian }: PointTruth): readonly ExactNumber[] {
  return [...values, ...jacobian.flat()];
}

/**
 * Truths that are kept in `folder` under a key of all that they depend on: the problem, the order, the seed, and
 * `sources`, the text of the problems, of the arithmetic and of the truth's own code. The second order is a part of its
 * own: where it can't be had, the first can.
 */
export function createTruths(pool: ForkPool, folder: string, sources: string, seed: number): Truths {
  async function find<P>(part: TruthPart<P>, problem: ProblemReference): Promise<Answer<P>> {
    const pluginText = problem.plugin === undefined ? '' : await readFile(problem.plugin, 'utf8');
    const line = problem.line === undefined ? [] : [problem.line.along];
    const parts = [part.name, problem.suite, problem.problem, problem.size, ...line, seed, sources, pluginText];
    const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
    const file = path.join(folder, `${key.slice(0, 32)}.bin`);
    const kept = await readFile(file).catch(() => undefined);
    const points = kept && unsealed(kept, key, part.numbers);
    if (points) return { points };
    if (kept) await rm(file, { force: true }); // torn by a crash, or changed: compute it again
    return compute(part, problem, file, key);
  }

  async function compute<P>(
    part: TruthPart<P>,
    problem: ProblemReference,
    file: string,
    key: string,
  ): Promise<Answer<P>> {
    let points: readonly P[] | undefined;
    const share = problem.plugin ?? 'truth';
    const options = { limits: { timeMs: part.timeMs, memoryMb: 4096 }, share };
    const failure = await part.run({ pool, problem, seed, options }, (sent) => {
      points = sent;
    });
    if (failure || !points) return { failure: `the truth could not be computed: ${failure?.reason ?? 'no answer'}` };
    const bad = points.flatMap(part.numbers).find(({ high }) => !Number.isFinite(high));
    if (bad) return { failure: whyNoDouble(part.title, bad) };
    const bytes = sealed(points, key);
    await mkdir(folder, { recursive: true })
      .then(() => writeAtomically(file, bytes))
      .catch(() => {}); // on a full disk it is computed again by the next run
    return { points };
  }

  const asked = new Map<string, Promise<Answer<unknown>>>();
  /** The answer for the part of a problem, asked once. */
  function once<P>(part: TruthPart<P>, problem: ProblemReference): Promise<Answer<P>> {
    const key = JSON.stringify([part.name, problem]);
    // a part is known by its name: under it are answers of its own kind only
    const known = asked.get(key) as Promise<Answer<P>> | undefined;
    if (known) return known;
    const answer = find(part, problem);
    answer.catch((error) => error instanceof Interrupted); // awaited by those who ask
    asked.set(key, answer);
    return answer;
  }

  async function both(problem: ProblemReference): Promise<TruthAnswer> {
    const truth = await once(FIRST, problem);
    if ('failure' in truth) return truth;
    const more = await once(SECOND, problem);
    if ('failure' in more) return more;
    return { points: truth.points.map((point, p) => ({ ...point, second: more.points[p]! })) };
  }
  return { of: (problem, order) => (order === 1 ? once(FIRST, problem) : both(problem)), part: once };
}

/** Why answers in doubles can't be held against a truth: it is no number, or none that a double could be. */
function whyNoDouble(title: string, number: ExactNumber): string {
  if (!isBeyondDoubles(number))
    return `${title} not finite here: a point lies outside the domain, or has no derivative`;
  return `${title} ${fewDigits(number)} here, which exceeds the largest double`;
}
