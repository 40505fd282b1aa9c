import type { Arithmetic } from './arithmetic/arithmetic.ts';
import { dual1Arithmetic } from './arithmetic/specialised/dual1.ts';
import { dual8Arithmetic } from './arithmetic/specialised/dual8.ts';
import type { Differentiable, Method, Operators } from './method.ts';

/** Forward mode: dual numbers, one tangent a pass, so n passes for a gradient (Griewank & Walther 2008, 3.1). */
export const forward: Method = forwardMethod('forward', 'dual numbers, one tangent a pass', dual1Arithmetic, 1);

/** Forward mode with 8 tangents a pass, so n/8 passes for a gradient (vector mode: Revels, Lubin, Papamarkou, arXiv:1607.07892). */
export const forwardChunked: Method = forwardMethod(
  'forward-chunked',
  'dual numbers, 8 tangents a pass',
  dual8Arithmetic,
  8,
);

/** A value followed by its tangents. */
type Dual = readonly number[];

function forwardMethod(name: string, title: string, A: Arithmetic<Dual>, width: number): Method {
  return {
    name,
    title,
    family: 'forward',
    error: 'rounding',
    operators: ['gradient', 'jacobian', 'jvp'],
    prepare: (f) => passes(f, A, width),
  };
}

function passes(f: Differentiable, A: Arithmetic<Dual>, width: number): Operators {
  const { inputs: n, outputs: m } = f;
  const noTangents: readonly number[] = new Array<number>(width).fill(0);
  const units = noTangents.map((_, k) => noTangents.map((_, j) => (j === k ? 1 : 0)));
  const x0: Dual[] = new Array<Dual>(n);

  function jacobian(x: Float64Array, out: Float64Array): number {
    let value = Number.NaN;
    for (let i = 0; i < n; i++) x0[i] = [x[i]!, ...noTangents];
    for (let start = 0; start < n; start += width) {
      const end = Math.min(start + width, n);
      for (let i = start; i < end; i++) x0[i] = [x[i]!, ...units[i - start]!];
      const y = f.evaluate(A, x0);
      for (let k = 0; k < m; k++) {
        const dual = y[k]!;
        for (let i = start; i < end; i++) out[k * n + i] = dual[1 + i - start]!;
      }
      for (let i = start; i < end; i++) x0[i] = [x[i]!, ...noTangents];
      value = y[0]![0]!;
    }
    return value;
  }

  function jvp(x: Float64Array, v: Float64Array, out: Float64Array): void {
    for (let i = 0; i < n; i++) x0[i] = [x[i]!, v[i]!, ...noTangents.slice(1)];
    const y = f.evaluate(A, x0);
    for (let k = 0; k < m; k++) out[k] = y[k]![1]!;
  }

  return f.kind === 'scalar' ? { gradient: jacobian, jvp } : { jacobian, jvp };
}
