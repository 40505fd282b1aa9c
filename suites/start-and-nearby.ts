import type { Instance } from './problem.ts';

/** The published start, then two seeded points near it: each coordinate is off by at most a tenth and `spread`. */
export function startAndNearby(start: readonly number[], spread = 0.1): Instance['points'] {
  return (random) => {
    const nearby = () => Float64Array.from(start, (x) => x * (1 + random(-0.1, 0.1)) + random(-spread, spread));
    return [Float64Array.from(start), nearby(), nearby()];
  };
}
