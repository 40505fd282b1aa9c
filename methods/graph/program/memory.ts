import { INPUT } from '../kinds.ts';
import { eachOperand } from './order.ts';
import { BLOCK, isGiven, type Program, RESULT } from './program.ts';

/** The place of the vector that a block reads: in the point itself, or in the memory of the program. */
export interface Vector {
  readonly place: 'point' | 'memory';
  readonly offset: number;
}

/** Places in the memory of a program that is cut into pieces, in numbers of 8 bytes. */
export interface Memory {
  /** Numbers in all. */
  readonly size: number;
  /** The part of the program's order that is in each piece: from its start to before its end. */
  readonly pieces: readonly (readonly [start: number, end: number])[];
  /** The piece in which each value is computed; -1 for inputs and constants. */
  readonly pieceOf: Int32Array;
  /** The place of a value that another piece or a block reads; -1 for the others. */
  readonly homeOf: Int32Array;
  /** The place where each block reads its vector. Values that have their home elsewhere must be copied there. */
  readonly vectors: readonly Vector[];
}

/**
 * Cuts the program into pieces of at most `longest` instructions, and gives a home in memory to what must outlive its
 * piece.
 */
export function memoryOf(program: Program, longest: number): Memory {
  const { codes, first, blocks, order } = program;
  const pieceOf = new Int32Array(codes.length).fill(-1);
  const homeOf = new Int32Array(codes.length).fill(-1);
  const vectors = new Array<Vector>(blocks.length);
  let size = 0;
  for (const [position, value] of order.entries()) {
    pieceOf[value] = Math.floor(position / longest);
    if (codes[value] !== BLOCK) continue;
    const { columns, results } = blocks[first[value]!]!;
    vectors[first[value]!] = vectorThere(program, homeOf, columns) ?? { place: 'memory', offset: size };
    if (vectors[first[value]!]!.offset === size) {
      for (const column of columns) {
        if (homeOf[column] === -1 && !isGiven(program, column)) homeOf[column] = size;
        size++;
      }
    }
    for (const result of results) homeOf[result] = size++;
  }
  for (const value of order) {
    if (codes[value] === BLOCK || codes[value] === RESULT) continue;
    eachOperand(program, value, (operand) => {
      const outlives = pieceOf[operand] !== -1 && pieceOf[operand] !== pieceOf[value];
      if (outlives && homeOf[operand] === -1) homeOf[operand] = size++;
    });
  }
  const pieces = Array.from({ length: Math.ceil(order.length / longest) }, (_, piece) => {
    const start = piece * longest;
    return [start, Math.min(start + longest, order.length)] as const;
  });
  return { size, pieces, pieceOf, homeOf, vectors };
}

/** The place where the values lie side by side already, if there is one. */
function vectorThere(
  { codes, first, inputs }: Program,
  homeOf: Int32Array,
  values: readonly number[],
): Vector | undefined {
  const start = values[0]!;
  const place = first[start]!;
  const isPoint = (value: number, i: number) => codes[value] === INPUT && first[value] === place + i;
  if (values.every(isPoint) && place + values.length <= inputs) return { place: 'point', offset: place };
  const home = homeOf[start]!;
  if (home !== -1 && values.every((value, i) => homeOf[value] === home + i)) return { place: 'memory', offset: home };
  return undefined;
}
