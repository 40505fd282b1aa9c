import { matrixTable } from '../javascript/matrix.ts';
import { CONSTANT, INPUT } from '../kinds.ts';
import type { Memory } from '../program/memory.ts';
import type { Program } from '../program/program.ts';

/** The layout of a module's memory: the places of all that a program reads and writes, in numbers of 8 bytes. */
export interface Layout {
  /**
   * The place of the values that outlive their piece. The point, the seeds, the outputs and the tables follow, in this
   * order.
   */
  readonly values: number;
  readonly point: number;
  readonly seeds: number;
  readonly seedCount: number;
  readonly outputs: number;
  /** The table of each block that is a matrix. */
  readonly tables: readonly number[];
  /** Numbers in all. */
  readonly size: number;
}

/** Lays out the memory of a program, whose `memory` says what outlives its piece. */
export function layoutOf({ inputs, codes, first, blocks, outputs }: Program, memory: Memory): Layout {
  let positions = inputs;
  for (let value = 0; value < codes.length; value++) {
    if (codes[value] === INPUT) positions = Math.max(positions, first[value]! + 1);
  }
  const seedCount = positions - inputs;
  const point = memory.size;
  const outputsStart = point + positions;
  let size = outputsStart + outputs.length;
  const tables = blocks.map(({ coefficients, columns }) => {
    const table = size;
    size += coefficients.length * columns.length;
    return table;
  });
  return { values: 0, point, seeds: point + inputs, seedCount, outputs: outputsStart, tables, size };
}

/** Writes to the memory what is the same in each run: the tables, and the outputs that are constants. */
export function fill(
  numbers: Float64Array,
  { codes, first, constants, blocks, outputs }: Program,
  layout: Layout,
): void {
  blocks.forEach(({ coefficients }, number) => {
    if (coefficients.length > 0) numbers.set(matrixTable(coefficients), layout.tables[number]!);
  });
  outputs.forEach((output, k) => {
    if (codes[output] === CONSTANT) numbers[layout.outputs + k] = constants[first[output]!]!;
  });
}
