import { type Method, type Operators, type PrepareOptions, type ScalarFunction, Unsupported } from '../method.ts';
import { reverseTape } from '../reverse-tape.ts';
import { chosenStep, defaultStep } from './default-step.ts';
import { largest } from './second-quotients.ts';

/** Near the minimum of truncation, h^2, plus round-off, 1/h. */
const stepAt = defaultStep(Math.cbrt(Number.EPSILON));

/**
 * Second derivatives as central differences of gradients, each from one reverse sweep: 2n gradients for a Hessian, 2
 * for H v (Nocedal & Wright, Numerical Optimization, 2nd ed., 2006, 8.1). One difference fewer, and digits more, than
 * from values of f.
 */
export const gradientDifference: Method = {
  name: 'gradient-difference',
  title: 'central difference of gradients from a tape',
  family: 'numerical',
  error: 'truncation',
  secondDifference: { of: 'gradient', order: 2, stepAt },
  operators: ['hessian', 'hvp'],
  prepare(f, options = {}) {
    if (f.kind === 'vector') return {};
    return quotients(f, options);
  },
};

function quotients(f: ScalarFunction, options: PrepareOptions): Operators {
  const n = f.inputs;
  const stepFor = chosenStep(stepAt, options);
  const { gradient } = reverseTape.prepare(f);
  if (!gradient) throw new Unsupported('there is no gradient to take differences of');
  const at = new Float64Array(n);
  const above = new Float64Array(n);
  const below = new Float64Array(n);
  let gradientCalls = 0;
  const gradientAt = (out: Float64Array) => {
    gradientCalls++;
    gradient(at, out);
  };

  /** The mean of the quotients by columns and of their transpose, since the Hessian is symmetric. */
  function hessian(x: Float64Array, out: Float64Array): void {
    gradientCalls = 0;
    at.set(x);
    for (let j = 0; j < n; j++) {
      const h = stepFor(x[j]!);
      const right = x[j]! + h;
      const left = x[j]! - h;
      at[j] = right;
      gradientAt(above);
      at[j] = left;
      gradientAt(below);
      at[j] = x[j]!;
      const distance = right - left || h;
      for (let i = 0; i < n; i++) out[i * n + j] = (above[i]! - below[i]!) / distance;
    }
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) out[i * n + j] = out[j * n + i] = (out[i * n + j]! + out[j * n + i]!) / 2;
    }
  }

  function hvp(x: Float64Array, v: Float64Array, out: Float64Array): void {
    gradientCalls = 0;
    out.fill(0);
    const length = largest(v);
    if (length === 0) return;
    const t = stepFor(largest(x)) / length;
    for (let i = 0; i < n; i++) at[i] = x[i]! + t * v[i]!;
    gradientAt(above);
    for (let i = 0; i < n; i++) at[i] = x[i]! - t * v[i]!;
    gradientAt(below);
    for (let i = 0; i < n; i++) out[i] = (above[i]! - below[i]!) / (2 * t);
  }

  return { hessian, hvp, cost: () => ({ gradientCalls }) };
}
