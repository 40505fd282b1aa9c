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
 * An instruction that needs no more than this many others, all of them of the inputs alone, waits until it is needed.
 */
const LARGEST_TWIG = 8;

/**
 * An order in which every instruction comes after its operands, and few values are alive at once: of all that is ready,
 * what uses the latest values is next. So a term of a sum is computed, differentiated and added up before the next one
 * is begun. What can be computed from the inputs in a few instructions (a twig) is not ready on its own: it is computed
 * when another value needs it.
 */
export function orderOf(program: Omit<Program, 'order'>): number[] {
  return new Ordering(program).order();
}

class Ordering {
  readonly #program: Omit<Program, 'order'>;
  /** The instructions of a twig; 0 for what is no twig. */
  readonly #twigSize: Int32Array;
  /** How many operands that are no twigs are still missing. */
  readonly #missing: Int32Array;
  readonly #users: Int32Array;
  /** The beginning of the users of each value among all users. */
  readonly #firstUser: Int32Array;
  readonly #isDone: Uint8Array;
  readonly #ready: number[] = [];
  readonly #order: number[] = [];

  constructor(program: Omit<Program, 'order'>) {
    const size = program.codes.length;
    this.#program = program;
    this.#twigSize = new Int32Array(size);
    this.#missing = new Int32Array(size);
    this.#isDone = new Uint8Array(size);
    this.#firstUser = new Int32Array(size + 1);
    for (let value = 0; value < size; value++) this.#weigh(value);
    for (let value = 0; value < size; value++) this.#firstUser[value + 1]! += this.#firstUser[value]!;
    this.#users = new Int32Array(this.#firstUser[size]!);
    const filled = this.#firstUser.slice();
    for (let user = 0; user < size; user++) {
      this.#eachComputedOperand(user, (operand) => {
        this.#users[filled[operand]!++] = user;
      });
    }
  }

  order(): number[] {
    const { codes, outputs } = this.#program;
    const twigs = outputs.filter((output) => this.#twigSize[output]! > 0);
    this.#ready.push(...twigs.reverse());
    for (let value = codes.length - 1; value >= 0; value--) if (this.#isReady(value)) this.#ready.push(value);
    for (let value = this.#ready.pop(); value !== undefined; value = this.#ready.pop()) this.#compute(value);
    for (let value = 0; value < codes.length; value++) if (!isGiven(this.#program, value)) this.#compute(value);
    return this.#order;
  }

  #eachComputedOperand(value: number, visit: (operand: number) => void): void {
    if (isGiven(this.#program, value)) return;
    eachOperand(this.#program, value, (operand) => {
      if (!isGiven(this.#program, operand)) visit(operand);
    });
  }

  /** Whether the value is a twig, what else it misses, and who uses its operands. */
  #weigh(value: number): void {
    let size = 1;
    let missing = 0;
    this.#eachComputedOperand(value, (operand) => {
      this.#firstUser[operand + 1]!++;
      if (this.#twigSize[operand] === 0) missing++;
      size += this.#twigSize[operand]!;
    });
    const code = this.#program.codes[value];
    const isTwig = missing === 0 && size <= LARGEST_TWIG && code !== BLOCK && code !== RESULT;
    if (isTwig && !isGiven(this.#program, value)) this.#twigSize[value] = size;
    this.#missing[value] = missing;
  }

  #isReady(value: number): boolean {
    const isWaiting = this.#isDone[value] === 0 && this.#twigSize[value] === 0 && !isGiven(this.#program, value);
    return isWaiting && this.#missing[value] === 0;
  }

  #compute(value: number): void {
    if (this.#isDone[value]) return;
    this.#eachComputedOperand(value, (operand) => this.#compute(operand)); // twigs; all else is done
    this.#isDone[value] = 1;
    this.#order.push(value);
    this.#announce(value, this.#twigSize[value] === 0);
  }

  /**
   * Makes the values ready for which this value was the last one missing, and those of which a twig is a part. The
   * earliest of them come next.
   */
  #announce(value: number, counts: boolean): void {
    for (let use = this.#firstUser[value + 1]! - 1; use >= this.#firstUser[value]!; use--) {
      const user = this.#users[use]!;
      if (counts) this.#missing[user]!--;
      if (this.#twigSize[user]! > 0) this.#announce(user, false);
      else if (this.#isReady(user)) this.#ready.push(user);
    }
  }
}
