import type { Differentiable } from '../../../methods/method.ts';

/** Derivatives that are written by hand. */
export const WRITTEN = ['gradient', 'jacobian', 'hessian'] as const;
/** Which derivative is written by hand. */
export type WrittenOperator = (typeof WRITTEN)[number];

/** A matrix of derivatives written by hand: a gradient has one row, a Jacobian m, a Hessian n; all have n columns. */
export interface HandWritten {
  readonly operator: WrittenOperator;
  readonly rows: number;
  readonly columns: number;
  /** Writes the entries to `out`, row by row. */
  write(x: Float64Array, out: Float64Array): void;
}

/** All derivatives of the function that are written by hand. */
export function handWritten(f: Differentiable): readonly HandWritten[] {
  const { inputs: n, outputs: m } = f;
  if (f.kind === 'vector') {
    return [{ operator: 'jacobian', rows: m, columns: n, write: (x, out) => f.byHand.jacobian(x, out) }];
  }
  const { byHand } = f;
  const gradient: HandWritten = {
    operator: 'gradient',
    rows: 1,
    columns: n,
    write: (x, out) => {
      byHand.gradient(x, out);
    },
  };
  if (byHand.hessian === undefined) return [gradient];
  return [gradient, { operator: 'hessian', rows: n, columns: n, write: (x, out) => byHand.hessian?.(x, out) }];
}
