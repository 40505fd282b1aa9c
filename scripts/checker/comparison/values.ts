/** Values that are written by hand, against exact ones: those of the function, and those that a gradient returns. */
import { recordAdjoints } from '../../../methods/arithmetic/adjoint.ts';
import { numberArithmetic } from '../../../methods/arithmetic/number.ts';
import type { Instance } from '../../../suites/problem.ts';
import { exactDerivative } from '../../truth/exact-derivative.ts';
import { weighedRounding } from '../../truth/rounding.ts';
import { once, SMALLEST } from './samples.ts';

/** The values as they ought to be at one point. */
export interface ValueSample {
  readonly x: Float64Array;
  readonly exact: readonly number[];
  /** Size of what each is computed from: the bound of its rounding error over the unit round-off. */
  readonly sizes: readonly number[];
  /** Values from decimals, rounded once: slow, computed when they are asked for. */
  truth(): readonly number[];
}

/** A value that is wrong. */
export interface WrongValue {
  readonly place: number;
  readonly byHand: number;
  readonly exact: number;
  readonly x: Float64Array;
}

/** The values of f at these points. */
export function valueSamples(f: Instance, points: readonly Float64Array[]): readonly ValueSample[] {
  return points.map((x) => {
    const record = recordAdjoints(numberArithmetic);
    const outputs = f.evaluate(
      record.arithmetic,
      Array.from(x, (xj) => record.input(xj)),
    );
    return {
      x,
      exact: outputs.map(({ v }) => v),
      sizes: outputs.map((output) =>
        Math.max(weighedRounding(record, record.adjoints(output)), Math.abs(output.v), SMALLEST),
      ),
      truth: once(() => exactDerivative(f, x).values.map((value) => value.toNumber())),
    };
  });
}

/** The values that are off by more than the tolerance, first in doubles and then in decimals as well. */
export function wrongValues(
  samples: readonly ValueSample[],
  tolerance: number,
  byHand: (x: Float64Array) => ArrayLike<number>,
): readonly WrongValue[] {
  return samples.flatMap(({ x, exact, sizes, truth }) => {
    const answer = byHand(x.slice());
    const isOff = (place: number, right: number) =>
      Number.isFinite(sizes[place]) && !(Math.abs(answer[place]! - right) <= tolerance * sizes[place]!);
    return exact.flatMap((value, place): WrongValue[] =>
      isOff(place, value) && isOff(place, truth()[place]!)
        ? [{ place, byHand: answer[place]!, exact: truth()[place]!, x }]
        : [],
    );
  });
}
