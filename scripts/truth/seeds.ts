import { randomVector, seededRandom } from '../../suites/random.ts';

/** Tangent and adjoint with which jvp and vjp are tested: they are the same for every method. */
export interface Seeds {
  readonly tangent: Float64Array;
  readonly adjoint: Float64Array;
}

/** The tangent and the adjoint with which jvp and vjp are tested; they depend on the shape of the function alone. */
export function testSeeds({ inputs, outputs }: { readonly inputs: number; readonly outputs: number }): Seeds {
  const random = seededRandom(1000 * inputs + outputs);
  return { tangent: randomVector(random, inputs, -1, 1), adjoint: randomVector(random, outputs, -1, 1) };
}
