import { type Dual, dualArithmetic } from './arithmetic/dual.ts';
import { type Dual1, dual1 } from './arithmetic/specialised/dual1.ts';
import { type Dual8, dual8 } from './arithmetic/specialised/dual8.ts';
import type { Tangents } from './arithmetic/tangents.ts';
import type { Differentiable, Method, Operators, ScalarFunction } from './method.ts';

/**
 * Forward mode: dual numbers, one tangent a pass, so n passes for a gradient (Griewank & Walther 2008, 3.1). Second derivatives by
 * duals over these: forward over forward.
 */
export const forward: Method = forwardMode<Dual1>('forward', 'dual numbers, one tangent a pass', dual1);

/** Forward mode with 8 tangents a pass, so n/8 passes for a gradient (vector mode: Revels, Lubin, Papamarkou, arXiv:1607.07892). */
export const forwardChunked: Method = forwardMode<Dual8>('forward-chunked', 'dual numbers, 8 tangents a pass', dual8);

function forwardMode<T>(name: string, title: string, tangents: Tangents<T>): Method {
  return {
    name,
    title,
    family: 'forward',
    error: 'rounding',
    operators: ['gradient', 'jacobian', 'jvp', 'hessian', 'hvp'],
    prepare: (f) =>
      f.kind === 'scalar' ? { ...passes(f, tangents), ...nestedPasses(f, tangents) } : passes(f, tangents),
  };
}

function passes<T>(f: Differentiable, tangents: Tangents<T>): Operators {
  const { inputs: n, outputs: m } = f;
  const { width, arithmetic, seeded, tangentOf } = tangents;
  const duals: T[] = new Array<T>(n);

  function jacobian(x: Float64Array, out: Float64Array): number {
    let value = Number.NaN;
    for (let i = 0; i < n; i++) duals[i] = seeded(x[i]!, 0, 0);
    for (let start = 0; start < n; start += width) {
      const end = Math.min(start + width, n);
      for (let i = start; i < end; i++) duals[i] = seeded(x[i]!, i - start, 1);
      const y = f.evaluate(arithmetic, duals);
      for (let k = 0; k < m; k++) {
        for (let i = start; i < end; i++) out[k * n + i] = tangentOf(y[k]!, i - start);
      }
      for (let i = start; i < end; i++) duals[i] = seeded(x[i]!, 0, 0);
      value = tangents.valueOf(y[0]!);
    }
    return value;
  }

  function jvp(x: Float64Array, v: Float64Array, out: Float64Array): void {
    for (let i = 0; i < n; i++) duals[i] = seeded(x[i]!, 0, v[i]!);
    const y = f.evaluate(arithmetic, duals);
    for (let k = 0; k < m; k++) out[k] = tangentOf(y[k]!, 0);
  }

  return f.kind === 'scalar' ? { gradient: jacobian, jvp } : { jacobian, jvp };
}

/** Duals over the tangents: the outer tangent is one direction v, the inner ones are coordinates, and their product is a part of H v. */
function nestedPasses<T>(f: ScalarFunction, { width, arithmetic, seeded, tangentOf }: Tangents<T>): Operators {
  const n = f.inputs;
  const outer = dualArithmetic(arithmetic);
  const duals: Dual<T>[] = new Array<Dual<T>>(n);

  /** Writes entries `from` to n - 1 of H v to `out`, from `offset + from` on. */
  function product(x: Float64Array, v: Float64Array, out: Float64Array, from: number, offset: number): void {
    const seed = (i: number, place: number, d: number) => ({ v: seeded(x[i]!, place, d), d: seeded(v[i]!, 0, 0) });
    for (let i = 0; i < n; i++) duals[i] = seed(i, 0, 0);
    for (let start = from; start < n; start += width) {
      const end = Math.min(start + width, n);
      for (let i = start; i < end; i++) duals[i] = seed(i, i - start, 1);
      const { d } = f.evaluate(outer, duals)[0]!;
      for (let i = start; i < end; i++) {
        out[offset + i] = tangentOf(d, i - start);
        duals[i] = seed(i, 0, 0);
      }
    }
  }

  /** Rows of H as H e_j, from the diagonal on; the rest is their mirror image. */
  function hessian(x: Float64Array, out: Float64Array): void {
    const direction = new Float64Array(n);
    for (let j = 0; j < n; j++) {
      direction[j] = 1;
      product(x, direction, out, j, j * n);
      direction[j] = 0;
      for (let i = j + 1; i < n; i++) out[i * n + j] = out[j * n + i]!;
    }
  }

  return { hessian, hvp: (x, v, out) => product(x, v, out, 0, 0) };
}
