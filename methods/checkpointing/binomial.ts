/**
 * The binomial coefficients that govern optimal checkpointing: Griewank, Optimization Methods and Software 1 (1992),
 * 35-54.
 */

/**
 * (s + r)! / (s! r!): the steps that s snapshots can reverse when no step is taken forward more than r times; 0 where r
 * is negative.
 */
export function beta(s: number, r: number): number {
  if (r < 0) return 0;
  let product = 1;
  for (let i = 1; i <= r; i++) product = (product * (s + i)) / i; // every one of these quotients is a whole number
  return product;
}

/** The repetition number: the r with beta(s, r - 1) < l <= beta(s, r), for l >= 1 steps and s >= 1 snapshots. */
export function repetitions(l: number, s: number): number {
  let r = 0;
  let reach = 1; // beta(s, r)
  while (reach < l) {
    r++;
    reach = (reach * (s + r)) / r;
  }
  return r;
}

/**
 * The least number of forward steps that reversing l steps with s snapshots takes: r l - beta(s + 1, r - 1). The
 * initial state takes one of the snapshots; a step that is recorded in order to be reversed at once is not counted.
 */
export function leastForwardSteps(l: number, s: number): number {
  const r = repetitions(l, s);
  return r * l - beta(s + 1, r - 1);
}
