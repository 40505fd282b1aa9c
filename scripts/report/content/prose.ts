/** A stretch of prose: plain words, mathematics between \( and \), or code between backticks. */
export interface Stretch {
  readonly kind: 'text' | 'tex' | 'code';
  readonly text: string;
}

/** Takes prose apart. */
export function stretches(prose: string): Stretch[] {
  return prose.split(/(\\\(.*?\\\)|`[^`]+`)/s).flatMap((text): Stretch[] => {
    if (text.startsWith('\\(')) return [{ kind: 'tex', text: text.slice(2, -2) }];
    if (text.length > 1 && text.startsWith('`')) return [{ kind: 'code', text: text.slice(1, -1) }];
    return text === '' ? [] : [{ kind: 'text', text }];
  });
}

/** Prose without its marks, for places that show plain text only. */
export function plain(prose: string): string {
  return stretches(prose)
    .map(({ text }) => text)
    .join('');
}

/** The first sentence of prose, and the rest. */
export function firstSentence(prose: string): [first: string, rest: string] {
  const [first] = new Intl.Segmenter('en-GB', { granularity: 'sentence' }).segment(prose);
  const length = first?.segment.length ?? 0;
  return [prose.slice(0, length).trim(), prose.slice(length).trim()];
}
