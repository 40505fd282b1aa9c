import { isBinary } from '../kinds.ts';
import { BLOCK, isGiven, LOG_SUM_EXP_OF_TWO, type Program, RESULT } from './program.ts';

/** Calls `visit` for each value that the instruction reads, as often as it does. */
export function eachOperand(
  { codes, first, second, blocks }: Pick<Program, 'codes' | 'first' | 'second' | 'blocks'>,
  value: number,
  visit: (operand: number) => void,
): void {
  const code = codes[value]!;
  if (code === BLOCK) {
    for (const column of blocks[first[value]!]!.columns) visit(column);
  } else if (code === RESULT) visit(blockOf(value, second[value]!));
  else {
    visit(first[value]!);
    if (isBinary(code) || code === LOG_SUM_EXP_OF_TWO) visit(second[value]!);
  }
}

/** The instruction of the block of which this is the result in row `row`: results follow their block. */
function blockOf(result: number, row: number): number {
  return result - row - 1;
}

/**
 * An order in which every instruction comes after its operands and as soon after the last of them as can be: of all that is ready, what
 * became ready last is next. So a term of a sum is computed, differentiated and added up before the next one is begun, and few
 * values are alive at once.
 */
export function orderOf(program: Omit<Program, 'order'>): number[] {
  const { codes } = program;
  const size = codes.length;
  const waitsFor = new Int32Array(size);
  const firstUse = new Int32Array(size + 1);
  const eachEdge = (visit: (operand: number, user: number) => void) => {
    for (let user = 0; user < size; user++) {
      if (isGiven(program, user)) continue;
      eachOperand(program, user, (operand) => {
        if (!isGiven(program, operand)) visit(operand, user);
      });
    }
  };
  eachEdge((operand, user) => {
    waitsFor[user]!++;
    firstUse[operand + 1]!++;
  });
  for (let value = 0; value < size; value++) firstUse[value + 1]! += firstUse[value]!;
  const users = new Int32Array(firstUse[size]!);
  const filled = firstUse.slice();
  eachEdge((operand, user) => {
    users[filled[operand]!++] = user;
  });
  const ready: number[] = [];
  for (let value = size - 1; value >= 0; value--) {
    if (waitsFor[value] === 0 && !isGiven(program, value)) ready.push(value);
  }
  const order: number[] = [];
  for (let value = ready.pop(); value !== undefined; value = ready.pop()) {
    order.push(value);
    for (let use = firstUse[value + 1]! - 1; use >= firstUse[value]!; use--) {
      const user = users[use]!;
      if (--waitsFor[user]! === 0) ready.push(user);
    }
  }
  return order;
}
