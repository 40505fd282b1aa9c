import type { Cell, Tone } from '../content/parts.ts';

/** Tones in the order in which they are explained. */
export const TONES = ['best', 'wrong', 'unsupported', 'skipped', 'timeout', 'error', 'unknown'] as const;

/**
 * The word that a cell needs beside its text, so that its tone does not rest on colour: none where the text says it.
 */
export function toneWord({ text, tone = 'plain' }: Cell): Exclude<Tone, 'plain'> | undefined {
  return tone === 'plain' || text.toLowerCase().includes(tone) ? undefined : tone;
}
