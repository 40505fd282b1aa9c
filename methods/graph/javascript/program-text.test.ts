/**
 * The text that becomes a program holds numbers, functions of Math and names of its own making, whatever was traced.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosenbrock } from '../../../suites/rosenbrock/rosenbrock.ts';
import { gradientGraph, vjpGraph } from '../derivatives.ts';
import { randomFunction } from '../fixtures/random-function.ts';
import { traceGraph } from '../graph.ts';
import { UNARY_NAMES } from '../kinds.ts';
import { programOf } from '../program/lowering.ts';
import { memoryOf } from '../program/memory.ts';
import { LONGEST_PIECE } from './compile.ts';
import { ProgramText } from './program-text.ts';

const KEYWORDS = ['const', 'function', 'return'];
const NAMES = ['x', 'seeds', 'out', 'memory', 'tables', 'fixed', 'set', 'matrixVector'];
const FUNCTIONS = ['logSumExp', 'logSumExpOfTwo', 'inverseSquare'];
const VALUES = ['NaN', 'Infinity', 'Math', 'max', 'min', 'pow', ...UNARY_NAMES];
const ALLOWED = new Set([...KEYWORDS, ...NAMES, ...FUNCTIONS, ...VALUES]);
/** Names that are numbered: values, inputs and pieces. */
const NUMBERED = /^(v|x|piece)\d+$/;
const NUMBER = /(?<![\w.])\d+(\.\d+)?(e[+-]?\d+)?/g;

function strangers(text: string): string[] {
  const words = text.replaceAll(NUMBER, '').match(/[A-Za-z_$][\w$]*/g) ?? [];
  return [...new Set(words)].filter((word) => !ALLOWED.has(word) && !NUMBERED.test(word));
}

describe('the text of a program', () => {
  it('has no name and no string from outside, and no sign that is none of arithmetic', () => {
    fc.assert(
      fc.property(randomFunction(12), fc.constantFrom(3, 1000), (f, longest) => {
        const program = programOf(vjpGraph(traceGraph(f)), 3);
        const text = new ProgramText(program, memoryOf(program, longest), { returnsFirst: false }).text();
        expect(strangers(text)).toEqual([]);
        expect(text).toMatch(/^[\w\s.,;()[\]{}=<>+*/-]*$/);
      }),
      { seed: 20201, numRuns: 200 },
    );
  });

  it('would show a name that does not belong', () => {
    expect(strangers('const v1 = process.exit(1e-7);')).toEqual(['process', 'exit']);
  });

  it('is cut below the limit of V8, 61,440 bytes of bytecode or some 65,000 characters a function, however large the program', () => {
    const program = programOf(gradientGraph(traceGraph(rosenbrock.at(1000))));
    const text = new ProgramText(program, memoryOf(program, LONGEST_PIECE), { returnsFirst: false }).text();
    const functions = text.split(/^function /m);
    expect(functions.length).toBeGreaterThan(10);
    for (const each of functions) expect(each.length).toBeLessThan(65_000);
  });
});
