import { type ExactNumber, exactDot } from '../exact-number.ts';
import type { PointTruth } from '../point-truth.ts';

/** The true products of a Jacobian with the seeds. They take long, and are alike for all methods. */
interface Products {
  readonly seed: Float64Array;
  readonly exact: readonly ExactNumber[];
}

const ofColumns = new WeakMap<PointTruth, Products>();
const ofRows = new WeakMap<PointTruth, Products>();

/** J v. */
export function exactProduct(truth: PointTruth, v: Float64Array): readonly ExactNumber[] {
  return known(ofRows, truth, v, () => truth.jacobian.map((row) => exactDot(row, v)));
}

/** J^T u. */
export function exactTransposedProduct(truth: PointTruth, u: Float64Array): readonly ExactNumber[] {
  return known(ofColumns, truth, u, () =>
    truth.jacobian[0]!.map((_, i) =>
      exactDot(
        truth.jacobian.map((row) => row[i]!),
        u,
      ),
    ),
  );
}

function known(
  products: WeakMap<PointTruth, Products>,
  truth: PointTruth,
  seed: Float64Array,
  compute: () => readonly ExactNumber[],
): readonly ExactNumber[] {
  const before = products.get(truth);
  if (before?.seed.every((each, i) => each === seed[i])) return before.exact;
  const exact = compute();
  products.set(truth, { seed: seed.slice(), exact });
  return exact;
}
