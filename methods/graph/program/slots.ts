import { eachOperand } from './order.ts';
import { BLOCK, isGiven, type Program } from './program.ts';

/** Places of values while they are alive: from the instruction that makes them to the last one that reads them. */
export interface Slots {
  /**
   * The slot of each value; -1 where it is an input, a constant, a block (which is no value itself), or read by
   * nothing.
   */
  readonly slotOf: Int32Array;
  /** The number of slots: the largest number of values that are alive at once. */
  readonly count: number;
}

/**
 * Gives each value a slot that is free from its instruction to the last one that reads it (linear scan: Poletto &
 * Sarkar, ACM TOPLAS 21, 1999; on straight-line code it is optimal). Outputs stay alive to the end. A result is alive
 * from its block on.
 */
export function slotsOf(program: Program): Slots {
  const { codes, first, blocks, order, outputs } = program;
  const lastRead = new Int32Array(codes.length).fill(-1);
  order.forEach((user, position) => {
    eachOperand(program, user, (operand) => {
      lastRead[operand] = position;
    });
  });
  for (const output of outputs) lastRead[output] = order.length;
  const slotOf = new Int32Array(codes.length).fill(-1);
  const free: number[] = [];
  let count = 0;
  const take = (value: number) => {
    if (slotOf[value] === -1 && lastRead[value] !== -1) slotOf[value] = free.pop() ?? count++;
  };
  order.forEach((value, position) => {
    const code = codes[value];
    // Taken before its columns are free: the block may write while it reads.
    if (code === BLOCK) blocks[first[value]!]!.results.forEach(take);
    const released = new Set<number>();
    eachOperand(program, value, (operand) => {
      if (lastRead[operand] === position && slotOf[operand] !== -1) released.add(operand);
    });
    for (const operand of released) free.push(slotOf[operand]!);
    if (code !== BLOCK && !isGiven(program, value)) take(value);
  });
  return { slotOf, count };
}
