import type { FunctionBody } from './encoding/function-body.ts';
import type { ModuleWriter } from './encoding/module.ts';
import { expm1 } from './mathematics/expm1.ts';
import { cosh, sinh, tanh } from './mathematics/hyperbolic.ts';
import { log1p } from './mathematics/log1p.ts';
import { logSumExpOfTwo, sign } from './mathematics/piecewise.ts';
import { asinSlope, atanSlope, inverseSquare, logistic, tanhSlope } from './mathematics/slopes.ts';
import { matrixVector, vectorLogSumExp } from './vectors.ts';

/** Of one argument, and called without a detour by V8 where they are imported from Math. */
const IMPORTED = ['exp', 'log', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan'] as const;

/** The name of a function that a module can call. */
export type CalleeName =
  | (typeof IMPORTED)[number]
  | ('pow' | 'sign' | 'expm1' | 'log1p' | 'tanh' | 'cosh' | 'sinh')
  | ('inverseSquare' | 'tanhSlope' | 'asinSlope' | 'atanSlope' | 'logistic')
  | ('logSumExpOfTwo' | 'vectorLogSumExp' | 'matrixVector');
/** Gives the index of a function of the module. */
export type IndexOf = (name: CalleeName) => number;

interface Emitted {
  /** The functions that it calls; those of the same table stand above it. */
  readonly calls: readonly CalleeName[];
  readonly body: (index: IndexOf) => FunctionBody;
}

/**
 * Those that are written in WebAssembly; V8 would call those of Math by way of JavaScript, which takes some 10 ns more.
 * Their bits are those of Math on Node 20.20, 22.23, 24.21 and 26.10 (x64).
 */
const EMITTED: ReadonlyMap<CalleeName, Emitted> = new Map<CalleeName, Emitted>([
  ['sign', { calls: [], body: sign }],
  ['expm1', { calls: [], body: expm1 }],
  ['log1p', { calls: [], body: log1p }],
  ['tanh', { calls: ['expm1'], body: (index) => tanh(index('expm1')) }],
  ['cosh', { calls: ['expm1', 'exp'], body: (index) => cosh(index('expm1'), index('exp')) }],
  ['sinh', { calls: ['expm1', 'exp'], body: (index) => sinh(index('expm1'), index('exp')) }],
  ['inverseSquare', { calls: [], body: inverseSquare }],
  [
    'tanhSlope',
    { calls: ['cosh', 'inverseSquare'], body: (index) => tanhSlope(index('cosh'), index('inverseSquare')) },
  ],
  ['asinSlope', { calls: [], body: asinSlope }],
  ['atanSlope', { calls: [], body: atanSlope }],
  ['logistic', { calls: ['exp'], body: (index) => logistic(index('exp')) }],
  ['logSumExpOfTwo', { calls: ['log1p', 'exp'], body: (index) => logSumExpOfTwo(index('log1p'), index('exp')) }],
  ['vectorLogSumExp', { calls: ['exp', 'log1p'], body: (index) => vectorLogSumExp(index('exp'), index('log1p')) }],
  ['matrixVector', { calls: [], body: matrixVector }],
]);

/** Adds these functions, and those that they call, to a module that has no function yet. */
export function addCallees(module: ModuleWriter, names: Iterable<CalleeName>): IndexOf {
  const wanted = new Set(names);
  for (const name of wanted) for (const called of EMITTED.get(name)?.calls ?? []) wanted.add(called);
  const indices = new Map<CalleeName, number>();
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
