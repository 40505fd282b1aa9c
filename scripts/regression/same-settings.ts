import type { KeptOptions, RunRecord } from '../tables/run-record.ts';

/**
 * Options that decide what a run measures, or when a case has failed. The chosen cases and the number of forks may
 * differ: a case of one run alone is missing or new, and fewer forks tell less.
 */
const SETTINGS = [
  'effort',
  'seed',
  'stepRule',
  'timeLimit',
  'memoryLimit',
] as const satisfies readonly (keyof KeptOptions)[];

/**
 * Why two runs do not measure the same, in a sentence that names each setting and both values; undefined where they do.
 */
export function whyIncomparable(base: RunRecord, head: RunRecord): string | undefined {
  const differing = SETTINGS.filter((name) => base.options[name] !== head.options[name]).map(
    (name) => `${name} is ${told(base.options[name])} in the base and ${told(head.options[name])} in the head`,
  );
  return differing.length === 0
    ? undefined
    : `The two runs do not measure the same (${differing.join(', ')}): measure both with the same options.`;
}

function told(value: string | number | undefined): string {
  return value === undefined ? 'not given' : String(value);
}
