/** The upper digits of log 2, of msun: the product with a whole number below 2^20 is exact. */
export const LN2_HIGH = 0.6931471803691238;
/** log 2 - LN2_HIGH. */
export const LN2_LOW = 1.9082149292705877e-10;
