/** The content of the table of trainings, by problem and method. */
import type { Results } from '../../content/results.ts';
import { inOrder } from '../../theme/methods.ts';

type TrainingRow = Results['training'][number];

/** A descent at a logged step. */
export interface DescentPoint {
  readonly step: number;
  /** The loss above the smallest that any method came to. */
  readonly above: number;
  /** Distance from the descent that it is compared with; absent where there is none. */
  readonly drift: number | undefined;
  /** Time since the beginning of the preparation, ns. */
  readonly time: number | undefined;
}

/** The descent of a method. */
export interface Descent {
  readonly method: string;
  /** Time of preparation, ns. */
  readonly preparation: number | undefined;
  /** In the order of their steps; at least one. */
  readonly points: readonly DescentPoint[];
}

/** All descents on a problem. */
export interface Trained {
  readonly problem: string;
  readonly weights: number;
  readonly rate: number | undefined;
  /** The reference from which drift is the distance. */
  readonly comparedWith: string | undefined;
  readonly smallestLoss: number;
  readonly descents: readonly Descent[];
  /** Rows of methods without a descent, and steps that are not ok. */
  readonly others: readonly TrainingRow[];
}

/** The problems that were trained, those with fewer weights first; without those that no method trained. */
export function trainings({ training }: Results): Trained[] {
  const keys = [...new Set(training.map(keyOf))];
  return keys
    .flatMap((key) => trainedOf(training.filter((row) => keyOf(row) === key)) ?? [])
    .sort((a, b) => a.weights - b.weights);
}

function keyOf({ suite, problem, size }: TrainingRow): string {
  return JSON.stringify([suite, problem, size]);
}

function trainedOf(rows: readonly TrainingRow[]): Trained | undefined {
  const isLogged = ({ outcome, loss, step }: TrainingRow) =>
    outcome === 'ok' && Number.isFinite(loss) && step !== undefined;
  const logged = rows.filter(isLogged);
  const [first] = logged;
  if (!first) return undefined;
  const smallestLoss = Math.min(...logged.map(({ loss }) => loss!));
  return {
    problem: first.problem ?? '',
    weights: first.inputs ?? first.size ?? Number.NaN,
    rate: first.rate,
    comparedWith: first.compared_with,
    smallestLoss,
    descents: inOrder(logged.map(({ method }) => method ?? '')).map((method) =>
      descentOf(
        method,
        logged.filter((row) => row.method === method),
        smallestLoss,
      ),
    ),
    others: rows.filter((row) => !isLogged(row)),
  };
}

function descentOf(method: string, logged: readonly TrainingRow[], smallestLoss: number): Descent {
  const preparation = logged[0]!.prepare_ns;
  const points = logged.map(({ step, loss, drift, time_ns }) => ({
    step: step!,
    above: loss! - smallestLoss,
    drift,
    time: preparation === undefined || time_ns === undefined ? undefined : preparation + time_ns,
  }));
  return { method, preparation, points: points.sort((a, b) => a.step - b.step) };
}
