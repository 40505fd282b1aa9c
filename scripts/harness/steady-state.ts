import { median } from 'simple-statistics';
import { rankSum, upperTail } from './rank-sum.ts';

/** A drift between halves that is smaller than this is no matter. */
const TOLERATED = 0.05;
/** Samples are taken together to at most so many medians of neighbours, which also makes single bad moments harmless. */
const BLOCKS = 24;
/** Probability of calling a steady fork unsteady, at most. */
const LEVEL = 0.01;

/**
 * Whether a fork had reached its steady state: the later half of its samples does not differ from the earlier half by more than 5 %
 * with a rank-sum test at 1 %. Of fewer than 8 samples nobody can say, and they pass. Virtual machines often never become steady (Barrett et al., OOPSLA 2017).
 */
export function isSteady(samples: readonly number[]): boolean {
  const blocks = blockMedians(samples);
  const half = blocks.length >> 1;
  const [early, late] = [blocks.slice(0, half), blocks.slice(blocks.length - half)];
  if (half === 0 || Math.abs(Math.log(median(late) / median(early))) <= TOLERATED) return true;
  const { wins } = rankSum(early, late);
  const tail = Math.min(upperTail(wins, half, half), upperTail(half * half - wins, half, half));
  return tail > LEVEL / 2;
}

function blockMedians(samples: readonly number[]): number[] {
  const size = Math.ceil(samples.length / BLOCKS);
  const count = size === 0 ? 0 : Math.floor(samples.length / size);
  return Array.from({ length: count }, (_, k) => median(samples.slice(k * size, (k + 1) * size)));
}
