/**
 * Forward differences of a sparse Jacobian, many columns with one call of f (Curtis, Powell & Reid, IMA J. Applied
 * Mathematics 13, 1974; Coleman & Moré, SIAM J. Numerical Analysis 20(1), 1983). Where the entries may be is found by
 * running f over index sets, once.
 */
import { countFunction } from '../arithmetic/counted-passes.ts';
import { type OperationCounts, sumOfCounts, timesCounts } from '../arithmetic/operation-counts.ts';
import { type Dependence, sparsityArithmetic } from '../arithmetic/sparsity.ts';
import {
  type Differentiable,
  type Method,
  type OperationCounter,
  type Operators,
  type PrepareOptions,
  Unsupported,
  type VectorFunction,
} from '../method.ts';
import { columnColours } from './colouring.ts';
import { chosenStep, defaultStep, stepOperations } from './default-step.ts';

/** That of the forward difference. */
const stepAt = defaultStep(Math.sqrt(Number.EPSILON));

/**
 * (f(x + sum of h_i e_i) - f(x)) / h_i, summed over the columns of a colour: a call of f for each colour, and one for
 * f(x).
 */
export const colouredDifference: Method = {
  name: 'coloured-difference',
  title: 'forward difference, columns coloured',
  family: 'numerical',
  error: 'truncation',
  difference: { order: 1, truncation: 1 / 2, weights: 2, stepAt },
  operators: ['jacobian'],
  prepare: (f, options = {}) => (f.kind === 'vector' ? quotients(f, options) : {}),
  count: counterOf,
};

/** The columns of one colour, each with the rows in which it has an entry. */
type Colour = readonly { readonly column: number; readonly rows: readonly number[] }[];

/** @throws {Unsupported} for a function that branches on values. */
function coloursOf({ inputs: n, evaluate }: Differentiable): readonly Colour[] {
  const rows = evaluate(
    sparsityArithmetic,
    Array.from({ length: n }, (_, i): Dependence => new Set([i])),
  );
  const rowsOf = Array.from({ length: n }, (): number[] => []);
  for (const [k, row] of rows.entries()) for (const column of row) rowsOf[column]!.push(k);
  const colours: { column: number; rows: number[] }[][] = [];
  for (const [column, colour] of columnColours(rows, n).entries()) {
    colours[colour] ??= [];
    if (rowsOf[column]!.length > 0) colours[colour].push({ column, rows: rowsOf[column]! });
  }
  return colours.filter(({ length }) => length > 0);
}

function quotients(f: VectorFunction, options: PrepareOptions): Operators {
  const { inputs: n, outputs: m } = f;
  const colours = coloursOf(f);
  const along = new Float64Array(n);
  const centre = new Float64Array(m);
  const above = new Float64Array(m);
  const stepFor = chosenStep(stepAt, options);
  return {
    jacobian(x, out) {
      out.fill(0);
      along.set(x);
      f.byHand.values(along, centre);
      for (const colour of colours) {
        for (const { column } of colour) along[column] = x[column]! + stepFor(x[column]!);
        f.byHand.values(along, above);
        for (const { column, rows } of colour) {
          const distance = along[column]! - x[column]! || stepFor(x[column]!); // as the forward difference has it
          for (const k of rows) out[k * n + column] = (above[k]! - centre[k]!) / distance;
          along[column] = x[column]!;
        }
      }
    },
    cost: () => ({ functionCalls: colours.length + 1 }),
  };
}

function counterOf(f: Differentiable, x: Float64Array, options: PrepareOptions = {}): OperationCounter {
  if (f.kind === 'scalar') throw new Unsupported('a gradient has one row, which is dense');
  const colours = coloursOf(f);
  const functionCalls = colours.length + 1;
  const step = stepOperations(options);
  const own = sumOfCounts(...colours.flat().flatMap(({ rows }) => [step, ownOfColumn(rows.length)]));
  const counts = sumOfCounts(timesCounts(functionCalls, countFunction(f, x)), own);
  return () => ({ counts, cost: { functionCalls } });
}

/** Counts a column of so many entries, without the calls and its step: a quotient for each. */
function ownOfColumn(entries: number): OperationCounts {
  return sumOfCounts({
    additions: 2 + entries,
    divisions: entries,
    moves: 3 + 3 * entries,
  });
}
