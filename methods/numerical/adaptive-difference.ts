/**
 * A central difference that chooses its step: per coordinate, from estimated truncation and round-off, by the testing
 * ratio of Shi, Xie, Xuan and Nocedal (SIAM Journal on Scientific Computing 44, 2022, A2302-A2321), on central
 * differences of order 6.
 *
 * The candidates, measured by one version of this code on the 16 functions of the suite step-size, at 100 points each
 * for the seeds 61803 and 27182, which were not looked at before. Claimed is what the estimate says of the digits.
 * Overclaimed is where the error is more than ten estimates. The 138 points are those of the suite scalar for these
 * seeds, which is there to hurt:
 *
 *   candidate                   digits: median, at 5 %   claimed   calls: mean, most   overclaimed of 3200   of 138
 *   Dumontet-Vignes 1977              10.9       7.2       10.3       24.1      27              180              54
 *   Gill et al. 1983, forward          7.8       6.4        7.5        5.9      16               44              32
 *   Shi et al., order 2               10.8       9.8       10.1        9.7      27                0              14
 *   Shi et al., order 4               13.2      11.7       11.8       12.0      27                0               9
 *   Shi et al., order 6               14.0      12.5       12.5       18.8      27                0               0
 *   Shi et al., order 8               14.6      13.0       12.6       19.3      27                0               3
 *   (richardson                       14.3      10.3       12.7       23.0      30                0               0)
 *
 * Order 6 has the most digits of the differences that overclaim nowhere: it alone sees in the values of a trial what
 * noise f has where it cancels inside (stencil.ts). If order 8 looks for that in the same nine values, it overclaims
 * nowhere either, but takes truncation for noise and claims 10.0 digits. (The first two were trials that are not kept.
 * Each step rests on one estimate of f''' or f'', with nothing that notices when that is wrong.)
 */

import type { Method } from '../method.ts';
import { adaptiveSlope } from './adaptive-difference/search.ts';
import type { CentralOrder } from './central-weights.ts';
import { estimatedOperators } from './estimated-slope/operators.ts';

const ORDER: CentralOrder = 6;

/**
 * At most 30 calls of f in the search for an entry and 4 that check its claim; the entries of a column of a Jacobian
 * share calls. Honours `step` as its first trial, and `stepRule` in the probes that lead to its own choice of it. Where
 * no step converged, which is so where f has a kink or a pole too near, its estimate is infinite. It is blind to what
 * is finer than its steps: oscillations of f shorter than 1e-7 max(1, |x|), and longer ones of which the values that
 * it saw show nothing.
 */
export const adaptiveDifference: Method = {
  name: 'adaptive-difference',
  title: 'central difference of adapted step',
  family: 'numerical',
  error: 'truncation',
  estimatesError: true,
  timed: 'on demand',
  operators: ['gradient', 'jacobian'],
  prepare: (f, options = {}) => estimatedOperators(f, (line, first) => adaptiveSlope(line, ORDER, first), options),
};
