/** The counts of one comparison. */
export interface Count {
  readonly found: number;
  readonly of: number;
}

/** A share that was counted, with a 95 % interval. */
export interface Rate extends Count {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** The value that a standard normal variable exceeds with a probability of 2.5 %. */
const Z = 1.959963984540054;

/**
 * Wilson's interval of a share (J. Am. Statist. Assoc. 22, 1927), which is right for rare things and few trials too.
 */
export function wilson(found: number, of: number): { readonly low: number; readonly high: number } {
  const centre = (found + Z ** 2 / 2) / (of + Z ** 2);
  const half = (Z / (of + Z ** 2)) * Math.sqrt((found * (of - found)) / of + Z ** 2 / 4);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** The share of trials that are independent. */
export function ofIndependent({ found, of }: Count): Rate {
  return { found, of, rate: found / of, ...wilson(found, of) };
}

/**
 * The share over all counts, or undefined where nothing was counted. What is counted within one comparison goes
 * together, so both numbers are divided by the design effect before Wilson's interval is formed (Rao & Scott,
 * Biometrics 48, 1992). Where all or none were found it can't be estimated, and each comparison is taken for one trial.
 */
export function rateOf(counts: readonly Count[]): Rate | undefined {
  const counted = counts.filter(({ of }) => of > 0);
  if (counted.length === 0) return undefined;
  const found = counted.reduce((sum, count) => sum + count.found, 0);
  const of = counted.reduce((sum, count) => sum + count.of, 0);
  const rate = found / of;
  const trials = of / designEffect(counted, rate, of);
  return { found, of, rate, ...wilson(rate * trials, trials) };
}

/** How many times larger the variance of the share is than if all trials were independent; at least 1. */
function designEffect(counts: readonly Count[], rate: number, of: number): number {
  const ofIndependent = (rate * (1 - rate)) / of;
  if (ofIndependent === 0 || counts.length === 1) return of / counts.length;
  const squares = counts.reduce((sum, count) => sum + (count.found - count.of * rate) ** 2, 0);
  return Math.max(1, ((counts.length / (counts.length - 1)) * squares) / of ** 2 / ofIndependent);
}
