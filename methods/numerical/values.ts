import type { Differentiable } from '../method.ts';

/** The hand-written function of either kind, as one that writes its m values. */
export function valuesOf(f: Differentiable): (x: Float64Array, out: Float64Array) => void {
  if (f.kind === 'vector') return f.byHand.values;
  const { value } = f.byHand;
  return (x, out) => {
    out[0] = value(x);
  };
}
