import { memoryOf } from '../program/memory.ts';
import type { Program } from '../program/program.ts';
import type { CompileOptions, Run } from '../program/run.ts';
import { addCallees, type CalleeName } from './callees.ts';
import { FunctionBody } from './encoding/function-body.ts';
import { ModuleWriter } from './encoding/module.ts';
import { allocate, instantiate, pagesFor } from './instantiate.ts';
import { fill, layoutOf } from './layout.ts';
import { OPERATIONS } from './operations.ts';
import { PieceWriter } from './piece.ts';
import { runnerOf } from './runner.ts';

/**
 * Instructions in one function, of which some 400 have a name: V8 takes long over longer ones before they run at full
 * speed.
 */
export const LONGEST_PIECE = 1000;

/**
 * Compiles the program to WebAssembly: a function for each piece, values in local variables; in memory lies what
 * outlives a piece, the point and the outputs. The module holds numbers and functions of Math; nothing of the function
 * that was traced can reach it.
 * @throws {Unsupported} where it is beyond a limit of the engine.
 */
export function compileToWebAssembly(program: Program, options: CompileOptions, longest: number = LONGEST_PIECE): Run {
  const memory = memoryOf(program, longest);
  const layout = layoutOf(program, memory);
  const pages = pagesFor(layout.size);
  const module = new ModuleWriter();
  module.importMemory('graph', 'memory', pages);
  const indexOf = addCallees(module, calleesOf(program));
  const main = new FunctionBody([], 'f64');
  const writer = new PieceWriter(program, memory, layout, indexOf, main);
  const { pieces } = memory;
  for (const [start, end] of pieces) {
    const body = pieces.length === 1 ? main : new FunctionBody([]);
    writer.write(body, start, end);
    if (body !== main) main.call(module.addFunction(body));
  }
  if (options.returnsFirst) {
    main.i32(0);
    main.load(Float64Array.BYTES_PER_ELEMENT * layout.outputs);
  } else main.double(Number.NaN);
  module.exportFunction('run', module.addFunction(main));
  const linear = allocate(pages);
  const numbers = new Float64Array(linear.buffer);
  fill(numbers, program, layout);
  return runnerOf(instantiate(module, 'run', linear), numbers, program, layout, options);
}

/** The functions that the program calls. */
function calleesOf({ codes, order, blocks }: Program): Set<CalleeName> {
  const callees = new Set<CalleeName>();
  for (const { coefficients } of blocks) callees.add(coefficients.length === 0 ? 'vectorLogSumExp' : 'matrixVector');
  for (const code of new Set(order.map((value) => codes[value]!))) {
    const callee = OPERATIONS[code]?.callee;
    if (callee) callees.add(callee);
  }
  return callees;
}
