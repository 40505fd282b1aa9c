import type { Part, Section } from './parts.ts';

/** The name of each part in the report: Figure 3, Table 1. A missing part has no number. */
export function numbering(sections: readonly Section[]): ReadonlyMap<Part, string> {
  const count = { Figure: 0, Table: 0 };
  const numbers = new Map<Part, string>();
  for (const part of sections.flatMap(({ parts }) => parts)) {
    if (part.kind === 'missing') continue;
    const word = part.kind === 'table' ? 'Table' : 'Figure';
    numbers.set(part, `${word} ${++count[word]}`);
  }
  return numbers;
}
