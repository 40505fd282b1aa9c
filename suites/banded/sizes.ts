/** The sizes of all problems of the suite: above the widest band, and doubled. */
export const SIZES: readonly number[] = [8, 16, 32];
/** The size that a quick run takes. */
export const QUICK_SIZES: readonly number[] = [8];
