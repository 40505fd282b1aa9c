import { countPasses } from './arithmetic/counted-passes.ts';
import type { HyperTangents } from './arithmetic/hyper-tangents.ts';
import { sumOfCounts, timesCounts } from './arithmetic/operation-counts.ts';
import { type Dual1, dual1 } from './arithmetic/specialised/dual1.ts';
import { type Dual8, dual8 } from './arithmetic/specialised/dual8.ts';
import { type Hyperdual1, hyperdual1 } from './arithmetic/specialised/hyperdual1.ts';
import { type Hyperdual8, hyperdual8 } from './arithmetic/specialised/hyperdual8.ts';
import type { Tangents } from './arithmetic/tangents.ts';
import { tangentBounds } from './cost-bounds.ts';
import {
  type Differentiable,
  type Method,
  type OperationCounter,
  type Operator,
  type Operators,
  type ScalarFunction,
  Unsupported,
} from './method.ts';

/**
 * Forward mode: dual numbers, one tangent a pass, so n passes for a gradient (Griewank & Walther 2008, 3.1). Second
 * derivatives by hyper-dual numbers: n passes for H v, n (n + 1) / 2 for a Hessian.
 */
export const forward: Method = forwardMode<Dual1, Hyperdual1>(
  'forward',
  'dual numbers, one tangent a pass',
  dual1,
  hyperdual1,
);

/**
 * Forward mode with 8 tangents a pass, so n/8 passes for a gradient (vector mode: Revels, Lubin, Papamarkou,
 * arXiv:1607.07892).
 */
export const forwardChunked: Method = forwardMode<Dual8, Hyperdual8>(
  'forward-chunked',
  'dual numbers, 8 tangents a pass',
  dual8,
  hyperdual8,
);

function forwardMode<T, H>(name: string, title: string, tangents: Tangents<T>, hyper: HyperTangents<H>): Method {
  return {
    name,
    title,
    family: 'forward',
    error: 'rounding',
    operators: ['gradient', 'jacobian', 'jvp', 'hessian', 'hvp'],
    prepare: (f) => (f.kind === 'scalar' ? { ...passes(f, tangents), ...nestedPasses(f, hyper) } : passes(f, tangents)),
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

/**
 * Forward over forward: the outer tangent is a direction v, the inner ones are coordinates, and their products are
 * entries of H v.
 */
function nestedPasses<T>(f: ScalarFunction, { width, arithmetic, seeded, mixedOf }: HyperTangents<T>): Operators {
  const n = f.inputs;
  const numbers: T[] = new Array<T>(n);
  const direction = new Float64Array(n);

  /** Writes entries `from` to n - 1 of H v to `out`, from `offset + from` on. */
  function product(x: Float64Array, v: Float64Array, out: Float64Array, from: number, offset: number): void {
    for (let i = 0; i < n; i++) numbers[i] = seeded(x[i]!, 0, 0, v[i]!);
    for (let start = from; start < n; start += width) {
      const end = Math.min(start + width, n);
      for (let i = start; i < end; i++) numbers[i] = seeded(x[i]!, i - start, 1, v[i]!);
      const y = f.evaluate(arithmetic, numbers)[0]!;
      for (let i = start; i < end; i++) {
        out[offset + i] = mixedOf(y, i - start);
        numbers[i] = seeded(x[i]!, 0, 0, v[i]!);
      }
    }
  }

  /** Rows of H as H e_j, from the diagonal on; the rest is their mirror image. */
  function hessian(x: Float64Array, out: Float64Array): void {
    for (let j = 0; j < n; j++) {
      direction[j] = 1;
      product(x, direction, out, j, j * n);
      direction[j] = 0;
      for (let i = j + 1; i < n; i++) out[i * n + j] = out[j * n + i]!;
    }
  }

  return { hessian, hvp: (x, v, out) => product(x, v, out, 0, 0) };
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
