/** The sizes of all problems of the suite: above the widest band, and doubled. */
export const SIZES: readonly number[] = [8, 16, 32];
