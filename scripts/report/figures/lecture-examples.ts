/** The lecture's functions, ready to be traced and drawn. */
import { neuron, tracedExample } from '../../trace/lecture.ts';
import type { TracedFunction } from './traces.ts';

/** f(x1, x2) = ln x1 + x1 x2 - sin x2 at (2, 5). */
export function lectureExample(): TracedFunction {
  return explained(tracedExample(), 'log(x1) + x1*x2 - sin(x2)');
}

/** f_w(x) = 1 / (1 + exp(-(w0 + w1 x1 + w2 x2))), with its weights as the first inputs. */
export function lectureNeuron(): TracedFunction {
  return explained(neuron(), '1 / (1 + exp(-(w0 + w1*x1 + w2*x2)))');
}

/** How the formula of the example is written in a sentence. */
export const EXAMPLE = 'f(x₁, x₂) = ln x₁ + x₁ x₂ − sin x₂';
/** How the formula of the neuron is written in a sentence. */
export const NEURON = 'f(x) = 1 / (1 + exp(−(w₀ + w₁ x₁ + w₂ x₂)))';

function explained({ inputs, point, evaluation }: ReturnType<typeof neuron>, expression: string): TracedFunction {
  const at = inputs.map((name, i) => `${name}=${point[i]}`).join(',');
  return { inputs, evaluation, remake: `npm run explain -- "${expression}" --at ${at}` };
}
