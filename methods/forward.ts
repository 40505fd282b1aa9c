import { countPasses } from './arithmetic/counted-passes.ts';
import { sumOfCounts, timesCounts } from './arithmetic/operation-counts.ts';
import { type Dual1, dual1 } from './arithmetic/specialised/dual1.ts';
import { type Dual8, dual8 } from './arithmetic/specialised/dual8.ts';
import type { Tangents } from './arithmetic/tangents.ts';
import { tangentBounds } from './cost-bounds.ts';
import {
  type Differentiable,
  type Method,
  type OperationCounter,
  type Operator,
  type Operators,
  Unsupported,
} from './method.ts';

/** Forward mode: dual numbers, one tangent a pass, so n passes for a gradient (Griewank & Walther 2008, 3.1). */
export const forward: Method = forwardMode<Dual1>('forward', 'dual numbers, one tangent a pass', dual1);

/** Forward mode with 8 tangents a pass, so n/8 passes for a gradient (vector mode: Revels, Lubin, Papamarkou, arXiv:1607.07892). */
export const forwardChunked: Method = forwardMode<Dual8>('forward-chunked', 'dual numbers, 8 tangents a pass', dual8);

function forwardMode<T>(name: string, title: string, tangents: Tangents<T>): Method {
  return {
    name,
    title,
    family: 'forward',
    error: 'rounding',
    operators: ['gradient', 'jacobian', 'jvp'],
    prepare: (f) => passes(f, tangents),
    count: (f, x) => counterOf(f, x, tangents.width),
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

/** Passes that an operator takes; each carries all `width` tangents, whether or not all are wanted. */
function passesOf(operator: Operator, n: number, width: number): number {
  if (operator === 'gradient' || operator === 'jacobian') return Math.ceil(n / width);
  if (operator === 'jvp') return 1;
  throw new Unsupported(`the operations of ${operator} are not counted`);
}

function counterOf(f: Differentiable, x: Float64Array, width: number): OperationCounter {
  const { recording, tangent } = countPasses(f, x);
  const pass = sumOfCounts(recording, timesCounts(width, tangent));
  return (operator) => {
    const passes = passesOf(operator, f.inputs, width);
    return { counts: timesCounts(passes, pass), bounds: tangentBounds(passes, width) };
  };
}
