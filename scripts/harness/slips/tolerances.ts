/** References with which a check may compare a hand-written derivative. */
export const REFERENCES = ['exact', 'forward-difference', 'central-difference'] as const;
/** The name of a reference. */
export type Reference = (typeof REFERENCES)[number];

/** Tolerances at which it is counted what is found: 1e-1 to 1e-10, which is that of the check itself. */
export const TOLERANCES: readonly number[] = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-10];
