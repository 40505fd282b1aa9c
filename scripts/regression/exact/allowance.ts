/** A change by this factor, or by so much, whichever is more. */
export interface Allowance {
  readonly factor: number;
  readonly amount: number;
}

/** Bounds are computed from the function, and change in their last digits with it. */
export const ROUNDED: Allowance = { factor: 1 + 1e-6, amount: 0 };

/** Whether a size may have grown from the lower to the higher. */
export function isWithin({ factor, amount }: Allowance, low: number, high: number): boolean {
  return high <= Math.max(factor * low, low + amount);
}
