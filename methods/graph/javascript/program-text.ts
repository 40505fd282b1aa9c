import { atom, type Source } from '../../arithmetic/source.ts';
import { CONSTANT, INPUT, POW } from '../kinds.ts';
import { numeral } from '../print/node-text.ts';
import type { Memory } from '../program/memory.ts';
import { eachOperand } from '../program/order.ts';
import { BLOCK, type Block, isGiven, type Program, RESULT } from '../program/program.ts';
import type { CompileOptions } from '../program/run.ts';
import { expressionText } from './expression-text.ts';

/** Longest text that is put into another one: parsers are recursive. */
const LONGEST_INLINE = 120;

/** Writes a program as the body of a function of `memory`, `tables` and `fixed`, which returns a `Run`. */
export class ProgramText {
  readonly #program: Program;
  readonly #memory: Memory;
  readonly #returnsFirst: boolean;
  readonly #places = new Map<number, number[]>();
  #hasFixed = false;
  /** How often each value is read in the piece that computes it. */
  readonly #ownReads: Int32Array;
  /** How often each other value is read in the piece that is being written. */
  #foreignReads = new Map<number, number>();
  /** The text that stands for each value in the piece that is being written. */
  #texts = new Map<number, Source>();
  #lines: string[] = [];

  constructor(program: Program, memory: Memory, { returnsFirst }: CompileOptions) {
    this.#program = program;
    this.#memory = memory;
    this.#returnsFirst = returnsFirst;
    this.#ownReads = new Int32Array(program.codes.length);
    program.outputs.forEach((value, k) => {
      if (program.codes[value] === CONSTANT) {
        this.#hasFixed = true; // copied from `fixed`
        return;
      }
      const places = this.#places.get(value);
      if (places) places.push(k);
      else this.#places.set(value, [k]);
    });
  }

  /** A function for each piece, and one that calls them in turn; one alone where there is one piece. */
  text(): string {
    const { pieces, size } = this.#memory;
    const bodies = pieces.map(([start, end]) => this.#piece(start, end));
    const isWhole = bodies.length === 1;
    const functions = bodies.map((body, i) => `function piece${i}(x, seeds, out) {\n${body}}\n`);
    const calls = bodies.map((_, i) => `  piece${i}(x, seeds, out);\n`);
    return `${isWhole ? '' : functions.join('')}return (x, seeds, out) => {
${this.#givenOutputs()}${isWhole ? bodies[0] : calls.join('')}  return ${this.#returnsFirst ? `memory[${size}]` : 'NaN'};
};
`;
  }

  #piece(start: number, end: number): string {
    const { codes, order } = this.#program;
    this.#texts = new Map();
    this.#lines = [];
    this.#countReads(start, end);
    for (let position = start; position < end; position++) {
      const value = order[position]!;
      if (codes[value] === BLOCK) this.#writeBlock(this.#program.first[value]!);
      else if (codes[value] === RESULT) this.#store(value, this.#textOf(value));
      else this.#writeInstruction(value);
    }
    return this.#lines.join('');
  }

  #countReads(start: number, end: number): void {
    const { codes, order } = this.#program;
    const { pieceOf } = this.#memory;
    this.#foreignReads = new Map();
    for (let position = start; position < end; position++) {
      const value = order[position]!;
      if (codes[value] === BLOCK || codes[value] === RESULT) continue;
      eachOperand(this.#program, value, (operand) => {
        if (pieceOf[operand] === pieceOf[value] && codes[operand] !== RESULT) this.#ownReads[operand]!++;
        else this.#foreignReads.set(operand, (this.#foreignReads.get(operand) ?? 0) + 1);
      });
    }
  }

  #writeInstruction(value: number): void {
    const { codes, first, second, constants } = this.#program;
    const code = codes[value]!;
    const x = this.#textOf(first[value]!);
    const right = second[value]!;
    const y = code === POW ? numeral(constants[right]!) : right === -1 ? undefined : this.#textOf(right);
    const expression = expressionText(code, x, y);
    const isKept = this.#memory.homeOf[value] !== -1 || this.#places.has(value);
    const reads = this.#ownReads[value]!;
    if (reads === 1 && !isKept && expression.text.length <= LONGEST_INLINE) {
      this.#texts.set(value, expression);
      return;
    }
    if (reads === 0 && isKept) {
      this.#store(value, expression);
      return;
    }
    const name = atom(`v${value}`);
    this.#lines.push(`  const ${name.text} = ${expression.text};\n`);
    this.#texts.set(value, name);
    this.#store(value, name);
  }

  /** Writes a value to its home and to the outputs that it is. */
  #store(value: number, { text }: Source): void {
    const home = this.#memory.homeOf[value]!;
    const targets = (this.#places.get(value) ?? []).map((k) => this.#outputPlace(k));
    if (home !== -1 && this.#program.codes[value] !== RESULT) targets.push(`memory[${home}]`);
    if (targets.length > 0) this.#lines.push(`  ${targets.join(' = ')} = ${text};\n`);
  }

  #outputPlace(k: number): string {
    if (!this.#returnsFirst) return `out[${k}]`;
    return k === 0 ? `memory[${this.#memory.size}]` : `out[${k - 1}]`;
  }

  /** The text of an operand; what is read often from an array is loaded once. */
  #textOf(value: number): Source {
    const { codes, first, constants } = this.#program;
    if (codes[value] === CONSTANT) return numeral(constants[first[value]!]!);
    const known = this.#texts.get(value);
    if (known) return known;
    const place = codes[value] === INPUT ? this.#inputPlace(first[value]!) : `memory[${this.#memory.homeOf[value]}]`;
    if ((this.#foreignReads.get(value) ?? 0) < 2) return atom(place);
    const name = atom(`${codes[value] === INPUT ? 'x' : 'v'}${value}`);
    this.#lines.push(`  const ${name.text} = ${place};\n`);
    this.#texts.set(value, name);
    return name;
  }

  #inputPlace(position: number): string {
    const { inputs } = this.#program;
    return position < inputs ? `x[${position}]` : `seeds[${position - inputs}]`;
  }

  #writeBlock(number: number): void {
    const { columns, results, coefficients }: Block = this.#program.blocks[number]!;
    const { homeOf, vectors } = this.#memory;
    const { place, offset } = vectors[number]!;
    columns.forEach((column, i) => {
      if (place === 'memory' && homeOf[column] !== offset + i)
        this.#lines.push(`  memory[${offset + i}] = ${this.#textOf(column).text};\n`);
    });
    const vector = place === 'point' ? 'x' : 'memory';
    const result = homeOf[results[0]!]!;
    this.#lines.push(
      coefficients.length === 0
        ? `  memory[${result}] = logSumExp(${vector}, ${offset}, ${columns.length});\n`
        : `  matrixVector(tables[${number}], ${results.length}, ${columns.length}, ${vector}, ${offset}, memory, ${result});\n`,
    );
  }

  /** Copies the outputs that are constants or inputs. */
  #givenOutputs(): string {
    const { first } = this.#program;
    const copies = [...this.#places]
      .filter(([value]) => isGiven(this.#program, value))
      .flatMap(([value, places]) =>
        places.map((k) => `  ${this.#outputPlace(k)} = ${this.#inputPlace(first[value]!)};\n`),
      );
    return `${this.#hasFixed ? '  out.set(fixed);\n' : ''}${copies.join('')}`;
  }
}
