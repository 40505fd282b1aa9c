import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ProblemReference } from '../fork/job.ts';
import type { Failure } from '../fork/parts.ts';
import { type ForkPool, Interrupted } from '../fork/pool.ts';
import type { Descent } from '../training/descent.ts';
import { writeAtomically } from '../write-atomically.ts';
import { type ExactNumber, fewDigits, isBeyondDoubles } from './exact-number.ts';
import { sealed, unsealed } from './kept.ts';
import type { Optimum } from './optimum.ts';
import type { PointTruth } from './point-truth.ts';
import type { SecondOrderTruth } from './second-order.ts';
import type { TrajectoryPoint } from './trajectory.ts';

/** The order of the derivatives whose truth is wanted. */
export type TruthOrder = 1 | 2;

/** The truth of a problem, or why there is none. */
export type TruthAnswer = { readonly points: readonly PointTruth[] } | { readonly failure: string };

type Answer<P> = { readonly points: readonly P[] } | { readonly failure: string };

/** The way of a descent, or why it is not known. */
export type TrajectoryAnswer = Answer<TrajectoryPoint>;

/** The optimum, or why it is not known. */
export type OptimumAnswer = Answer<Optimum>;

/** A part of the truth about a problem that a fork computes in one go, a P for each point. */
interface Part<P> {
  readonly name: string;
  readonly run: (problem: ProblemReference, onPart: (points: readonly P[]) => void) => Promise<Failure | undefined>;
  /** The numbers of a point that must be finite. */
  readonly numbers: (point: P) => readonly ExactNumber[];
  readonly title: string;
}

/** Finds the truth of problems: each is computed once in a run, in a fork, and kept on disk. */
export interface Truths {
  /** Of order 1, without second derivatives; of order 2, of a scalar problem, with them. */
  of(problem: ProblemReference, order: TruthOrder): Promise<TruthAnswer>;
  /** At points all over the interval of a problem of one variable. */
  sample(problem: ProblemReference): Promise<TruthAnswer>;
  /** Where a descent from the first point ought to be. */
  trajectory(problem: ProblemReference, descent: Descent): Promise<TrajectoryAnswer>;
  /**
   * Where a problem has the optimum that is reached from its first point; a list of one. `constraints` are to be at
   * most 0.
   */
  optimum(problem: ProblemReference, constraints: ProblemReference | undefined): Promise<OptimumAnswer>;
}

/**
 * Truths that are kept in `folder` under a key of all that they depend on: the problem, the order, the seed, and
 * `sources`, the text of the problems, of the arithmetic and of the truth's own code. The second order is a part of its
 * own: where it can't be had, the first can.
 */
export function createTruths(pool: ForkPool, folder: string, sources: string, seed: number): Truths {
  /** The truth may take long: it is computed once and kept. */
  const optionsFor = ({ plugin }: ProblemReference, timeMs: number) => ({
    limits: { timeMs, memoryMb: 4096 },
    share: plugin ?? 'truth',
  });
  const firstPart: Part<PointTruth> = {
    name: 'first',
    run: (problem, onPart) => pool.run({ kind: 'truth', problem, seed }, optionsFor(problem, 120_000), onPart),
    numbers: ({ values, jacobian }) => [...values, ...jacobian.flat()],
    title: 'the truth is',
  };
  const samplePart: Part<PointTruth> = {
    ...firstPart,
    name: 'sample',
    run: (problem, onPart) => pool.run({ kind: 'sample-truth', problem, seed }, optionsFor(problem, 120_000), onPart),
  };
  const secondPart: Part<SecondOrderTruth> = {
    name: 'second',
    run: (problem, onPart) => pool.run({ kind: 'second-truth', problem, seed }, optionsFor(problem, 900_000), onPart),
    numbers: ({ product, hessian = [] }) => [...product, ...hessian.flat()],
    title: 'the second derivatives are',
  };
  /**
   * Named by all that it depends on; the hand-written gradient, with which it may be computed, depends on what Node
   * makes of Math.
   */
  const trajectoryPart = (descent: Descent): Part<TrajectoryPoint> => ({
    name: JSON.stringify(['trajectory', descent, process.version]),
    run: (problem, onPart) =>
      pool.run({ kind: 'trajectory', problem, descent, seed }, optionsFor(problem, 120_000), onPart),
    numbers: ({ weights }) => weights,
    title: 'the weights of the descent are',
  });

  const optimumPart = (constraints: ProblemReference | undefined): Part<Optimum> => ({
    name: JSON.stringify(['optimum', constraints?.suite, constraints?.problem]),
    run: (problem, onPart) =>
      pool.run({ kind: 'optimum', problem, constraints, seed }, optionsFor(problem, 120_000), (one) => onPart([one])),
    numbers: ({ x, value, multipliers }) => [...x, value, ...multipliers],
    title: 'the optimum is',
  });

  async function find<P>(part: Part<P>, problem: ProblemReference): Promise<Answer<P>> {
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

  async function compute<P>(part: Part<P>, problem: ProblemReference, file: string, key: string): Promise<Answer<P>> {
    let points: readonly P[] | undefined;
    const failure = await part.run(problem, (sent) => {
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

  const first = remembered((problem: ProblemReference) => find(firstPart, problem));
  const second = remembered(async (problem: ProblemReference): Promise<TruthAnswer> => {
    const truth = await first(problem);
    if ('failure' in truth) return truth;
    const more = await find(secondPart, problem);
    if ('failure' in more) return more;
    return { points: truth.points.map((point, p) => ({ ...point, second: more.points[p]! })) };
  });
  return {
    of: (problem, order) => (order === 1 ? first : second)(problem),
    sample: remembered((problem: ProblemReference) => find(samplePart, problem)),
    trajectory: remembered((problem: ProblemReference, descent: Descent) => find(trajectoryPart(descent), problem)),
    optimum: remembered((problem: ProblemReference, constraints: ProblemReference | undefined) =>
      find(optimumPart(constraints), problem),
    ),
  };
}

/** Why answers in doubles can't be held against a truth: it is no number, or none that a double could be. */
function whyNoDouble(title: string, number: ExactNumber): string {
  if (!isBeyondDoubles(number))
    return `${title} not finite here: a point lies outside the domain, or has no derivative`;
  return `${title} ${fewDigits(number)} here, which exceeds the largest double`;
}

/** The answer of `find`, asked once for each list of arguments. */
function remembered<Args extends readonly unknown[], A>(find: (...args: Args) => Promise<A>) {
  const answers = new Map<string, Promise<A>>();
  return (...args: Args): Promise<A> => {
    const key = JSON.stringify(args);
    const known = answers.get(key);
    if (known) return known;
    const answer = find(...args);
    answer.catch((error) => error instanceof Interrupted); // awaited by those who ask
    answers.set(key, answer);
    return answer;
  };
}
