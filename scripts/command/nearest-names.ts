import { distance } from 'fastest-levenshtein';

/** The three known names that look most like the word, the nearest first. */
export function nearestNames(word: string, known: readonly string[]): readonly string[] {
  return [...new Set(known)].sort((a, b) => distance(word, a) - distance(word, b)).slice(0, 3);
}
