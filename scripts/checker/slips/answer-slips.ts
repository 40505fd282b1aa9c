/** Slips that are planted into what a derivative by hand writes, since no single change of its text makes them. */

import type { SlipKind } from '../../tables/columns/checks.ts';
import type { HandWritten } from '../comparison/hand-written.ts';

/** A derivative with a slip. */
export interface AnswerSlip {
  readonly kind: SlipKind;
  readonly title: string;
  readonly hand: HandWritten;
}

/**
 * Slips of the layout, and such as hide at some points, in a derivative by hand of which `first` is the first point.
 */
export function slipsInAnswer(hand: HandWritten, first: Float64Array): readonly AnswerSlip[] {
  const { rows, columns } = hand;
  const change = (
    kind: SlipKind,
    title: string,
    changed: (right: Float64Array, x: Float64Array) => Float64Array,
  ): AnswerSlip => ({
    kind,
    title,
    hand: {
      ...hand,
      write: (x, out) => {
        const right = new Float64Array(rows * columns);
        hand.write(x, right);
        out.set(changed(right, x));
      },
    },
  });
  const slips: AnswerSlip[] = [];
  const lines = rows > 1 ? rows : columns;
  const width = rows > 1 ? columns : 1;
  for (let a = 0; a + 1 < Math.min(lines, 4); a++) {
    slips.push(
      change('swapped-rows', `rows ${a + 1} and ${a + 2} swapped`, (right) => {
        const wrong = right.slice();
        wrong.set(right.subarray(a * width, (a + 1) * width), (a + 1) * width);
        wrong.set(right.subarray((a + 1) * width, (a + 2) * width), a * width);
        return wrong;
      }),
    );
  }
  if (rows > 1)
    slips.push(
      change('transposed', 'laid out by columns', (right) =>
        right.map((_, e) => right[(e % rows) * columns + Math.floor(e / rows)]!),
      ),
    );
  for (let j = 0; j < Math.min(first.length, 3); j++) {
    slips.push(
      change('right-at-zero', `all entries lack the factor 1 / (1 + x${j + 1})`, (right, x) =>
        right.map((entry) => entry * (1 + x[j]!)),
      ),
    );
  }
  const atFirst = new Float64Array(rows * columns);
  hand.write(first, atFirst);
  slips.push(change('right-at-first-point', 'computed at the first point and kept', () => atFirst));
  return slips;
}
