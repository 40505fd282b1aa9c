/** Repairs that put in nothing new: an index or the end of a loop that is one off, a sign. */
import type { Look } from '../diagnosis/kinds.ts';
import type { Attempts } from './attempts.ts';
import type { Probe } from './probes.ts';

/** An index that is one off, or a loop that begins or ends one off. */
export function movedPlace(probes: readonly Probe[], met: readonly number[], { repairs }: Attempts): Look | undefined {
  for (const k of met) {
    const { kind, text } = probes[k]!;
    if (kind === 'value') continue;
    for (const amount of [-1, 1]) {
      if (!repairs(k, () => ({ mode: kind === 'index' ? 'shift' : 'add', amount }))) continue;
      const way = amount > 0 ? 'more' : 'less';
      if (kind === 'index')
        return { kinds: ['wrong index'], words: `with an index one ${way} in \`${text}\` all would be right` };
      return {
        kinds: ['off by one'],
        words: `a loop is off by one: with one ${way} than \`${text}\` all would be right`,
      };
    }
  }
  return undefined;
}

/** A value whose sign is wrong. */
export function turnedSign(probes: readonly Probe[], met: readonly number[], { repairs }: Attempts): Look | undefined {
  for (const k of met) {
    const { kind, text } = probes[k]!;
    if (kind === 'value' && repairs(k, () => ({ mode: 'multiply', amount: -1 })))
      return { kinds: ['sign'], words: `\`${text}\` has the wrong sign` };
  }
  return undefined;
}
