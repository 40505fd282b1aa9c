import { median } from 'simple-statistics';
import { rankSum, upperTail } from './rank-sum.ts';

/** A drift between halves that is smaller than this is no matter. */
const TOLERATED = 0.05;
/** Samples are taken together to at most so many medians of neighbours, which also makes single bad moments harmless. */
const BLOCKS = 24;
/** Probability of calling a steady fork unsteady, at most. */
const LEVEL = 0.01;

/** Where the samples are divided into earlier and later ones. */
const SPLITS = [1, 2, 3, 4, 5, 6, 7].map((eighths) => eighths / 8);

/**
 * Whether a fork had reached its steady state: its later samples do not differ from its earlier ones by more than 5 % with a rank-sum
 * test, wherever they are divided. Of fewer than 8 samples nobody can say, and they pass. Virtual machines often never become steady
 * (Barrett et al., OOPSLA 2017).
 */
export function isSteady(samples: readonly number[]): boolean {
  const blocks = blockMedians(samples);
  return SPLITS.every((split) => {
    const place = Math.round(split * blocks.length);
    return !differs(blocks.slice(0, place), blocks.slice(place));
  });
}

function differs(early: readonly number[], late: readonly number[]): boolean {
  const [n, m] = [early.length, late.length];
  if (n === 0 || m === 0 || Math.abs(Math.log(median([...late]) / median([...early]))) <= TOLERATED) return false;
  const { wins } = rankSum(early, late);
  const tail = Math.min(upperTail(wins, n, m), upperTail(n * m - wins, n, m));
  return tail <= LEVEL / 2 / SPLITS.length;
}

function blockMedians(samples: readonly number[]): number[] {
  const size = Math.ceil(samples.length / BLOCKS);
  const count = size === 0 ? 0 : Math.floor(samples.length / size);
  return Array.from({ length: count }, (_, k) => median(samples.slice(k * size, (k + 1) * size)));
}
