import { inverseSquare, logSumExp, logSumExpOfTwo, numberArithmetic as N, power } from '../arithmetic/number.ts';
import {
  ADD,
  BINARY_NAMES,
  binaryName,
  CONSTANT,
  DIV,
  INPUT,
  isUnary,
  MUL,
  NEG,
  POW,
  SUB,
  UNARY_NAMES,
  unaryName,
} from './kinds.ts';
import { BLOCK, type Block, INVERSE_SQUARE, LOG_SUM_EXP_OF_TWO, type Program, RESULT } from './program/program.ts';
import type { CompileOptions, Run } from './program/run.ts';
import { slotsOf } from './program/slots.ts';

// operations of an instruction: those that the loop performs itself, and kinds of calls
const ADDITION = 0;
const SUBTRACTION = 1;
const MULTIPLICATION = 2;
const DIVISION = 3;
const NEGATION = 4;
const UNARY = 5;
const BINARY = 6;
const BLOCK_OF_VALUES = 7;
const ARITHMETIC: ReadonlyMap<number, number> = new Map([
  [ADD, ADDITION],
  [SUB, SUBTRACTION],
  [MUL, MULTIPLICATION],
  [DIV, DIVISION],
  [NEG, NEGATION],
]);
/** Numbers in an instruction: operation, where it writes, what it reads, and which function of the tables it calls. */
const WORDS = 5;

const unaryFunctions = [...UNARY_NAMES.map((name) => N[name]), inverseSquare];
const binaryFunctions = [...BINARY_NAMES.map((name) => N[name]), power, logSumExpOfTwo];
const POWER = BINARY_NAMES.length;

/**
 * Runs a program as it is, instruction by instruction, over one typed array in which values take each other's places as
 * they die.
 */
export function interpret(program: Program, { returnsFirst }: CompileOptions): Run {
  const { inputs, codes, first, second, constants, blocks, order, outputs } = program;
  const { slotOf, count } = slotsOf(program);
  const given = constants.length;
  const places = new Int32Array(codes.length);
  let positions = 0;
  for (let value = 0; value < codes.length; value++) {
    if (codes[value] === INPUT) positions = Math.max(positions, first[value]! + 1);
  }
  for (let value = 0; value < codes.length; value++) {
    if (codes[value] === CONSTANT) places[value] = first[value]!;
    else if (codes[value] === INPUT) places[value] = given + first[value]!;
    // Values that nobody reads share one more place.
    else places[value] = given + positions + (slotOf[value] === -1 ? count : slotOf[value]!);
  }
  const numbers = new Float64Array(given + positions + count + 1);
  numbers.set(constants);
  const steps = order.filter((value) => codes[value] !== RESULT);
  const words = new Int32Array(WORDS * steps.length);
  steps.forEach((value, step) => {
    words.set(instruction(codes[value]!, places[value]!, first[value]!, second[value]!), WORDS * step);
  });

  function instruction(code: number, place: number, x: number, y: number): number[] {
    if (code === BLOCK) return [BLOCK_OF_VALUES, 0, 0, 0, x];
    const operation = ARITHMETIC.get(code);
    if (operation !== undefined) return [operation, place, places[x]!, y === -1 ? 0 : places[y]!, 0];
    if (code === INVERSE_SQUARE) return [UNARY, place, places[x]!, 0, UNARY_NAMES.length];
    if (isUnary(code)) return [UNARY, place, places[x]!, 0, UNARY_NAMES.indexOf(unaryName(code))];
    if (code === POW) return [BINARY, place, places[x]!, y, POWER];
    const callee = code === LOG_SUM_EXP_OF_TWO ? POWER + 1 : BINARY_NAMES.indexOf(binaryName(code));
    return [BINARY, place, places[x]!, places[y]!, callee];
  }

  const outputPlaces = outputs.map((output) => places[output]!);
  const written = returnsFirst ? outputPlaces.slice(1) : outputPlaces;
  const runBlocks = blocks.map((block) => blockRunner(block, places, numbers));
  return (x, seeds, out) => {
    for (let i = 0; i < inputs; i++) numbers[given + i] = x[i]!;
    for (let i = inputs; i < positions; i++) numbers[given + i] = seeds[i - inputs]!;
    for (let k = 0; k < words.length; k += WORDS) {
      const a = numbers[words[k + 2]!]!;
      const b = numbers[words[k + 3]!]!;
      const place = words[k + 1]!;
      switch (words[k]) {
        case ADDITION:
          numbers[place] = a + b;
          break;
        case SUBTRACTION:
          numbers[place] = a - b;
          break;
        case MULTIPLICATION:
          numbers[place] = a * b;
          break;
        case DIVISION:
          numbers[place] = a / b;
          break;
        case NEGATION:
          numbers[place] = -a;
          break;
        case UNARY:
          numbers[place] = unaryFunctions[words[k + 4]!]!(a);
          break;
        case BINARY:
          numbers[place] = binaryFunctions[words[k + 4]!]!(a, b);
          break;
        default:
          runBlocks[words[k + 4]!]!();
      }
    }
    for (let k = 0; k < written.length; k++) out[k] = numbers[written[k]!]!;
    return returnsFirst ? numbers[outputPlaces[0]!]! : Number.NaN;
  };
}

function blockRunner({ columns, results, coefficients }: Block, places: Int32Array, numbers: Float64Array): () => void {
  const from = Int32Array.from(columns, (column) => places[column]!);
  const to = Int32Array.from(results, (result) => places[result]!);
  const vector = new Float64Array(columns.length);
  return () => {
    for (let j = 0; j < from.length; j++) vector[j] = numbers[from[j]!]!;
    if (coefficients.length === 0) {
      numbers[to[0]!] = logSumExp(vector);
      return;
    }
    for (let i = 0; i < to.length; i++) {
      const row = coefficients[i]!;
      let total = row[0]! * vector[0]!;
      for (let j = 1; j < vector.length; j++) total += row[j]! * vector[j]!;
      numbers[to[i]!] = total;
    }
  };
}
