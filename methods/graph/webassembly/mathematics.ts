import type { FunctionBody } from './encoding/function-body.ts';
import type { ModuleWriter } from './encoding/module.ts';
import { expm1 } from './mathematics/expm1.ts';
import { cosh, sinh, tanh } from './mathematics/hyperbolic.ts';
import { log1p } from './mathematics/log1p.ts';
import { logSumExpOfTwo, sign } from './mathematics/piecewise.ts';

/** Of one argument, and called without a detour by V8 where they are imported from Math. */
const IMPORTED = ['exp', 'log', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan'] as const;

/** The name of a function that a module can call. */
export type MathematicalName =
  | (typeof IMPORTED)[number]
  | ('pow' | 'sign' | 'expm1' | 'log1p' | 'tanh' | 'cosh' | 'sinh' | 'logSumExpOfTwo');
/** Gives the index of a function of the module. */
export type IndexOf = (name: MathematicalName) => number;

interface Emitted {
  /** What it calls; of the same table, only what stands above it. */
  readonly calls: readonly MathematicalName[];
  readonly body: (index: IndexOf) => FunctionBody;
}

/** Those that V8 would call by way of JavaScript, some 7 ns a call more, are written in WebAssembly. */
const EMITTED: ReadonlyMap<MathematicalName, Emitted> = new Map<MathematicalName, Emitted>([
  ['sign', { calls: [], body: sign }],
  ['expm1', { calls: [], body: expm1 }],
  ['log1p', { calls: [], body: log1p }],
  ['tanh', { calls: ['expm1'], body: (index) => tanh(index('expm1')) }],
  ['cosh', { calls: ['expm1', 'exp'], body: (index) => cosh(index('expm1'), index('exp')) }],
  ['sinh', { calls: ['expm1', 'exp'], body: (index) => sinh(index('expm1'), index('exp')) }],
  ['logSumExpOfTwo', { calls: ['log1p', 'exp'], body: (index) => logSumExpOfTwo(index('log1p'), index('exp')) }],
]);

/** Adds these functions, and those that they call, to a module that has no function yet. */
export function addMathematics(module: ModuleWriter, names: Iterable<MathematicalName>): IndexOf {
  const wanted = new Set(names);
  for (const name of wanted) for (const called of EMITTED.get(name)?.calls ?? []) wanted.add(called);
  const indices = new Map<MathematicalName, number>();
  const indexOf: IndexOf = (name) => {
    const index = indices.get(name);
    if (index === undefined) throw new Error(`The module has no function ${name}.`);
    return index;
  };
  for (const name of IMPORTED) {
    if (wanted.has(name)) indices.set(name, module.importFunction('Math', name, ['f64'], 'f64'));
  }
  if (wanted.has('pow')) indices.set('pow', module.importFunction('Math', 'pow', ['f64', 'f64'], 'f64'));
  for (const [name, { body }] of EMITTED) if (wanted.has(name)) indices.set(name, module.addFunction(body(indexOf)));
  return indexOf;
}
