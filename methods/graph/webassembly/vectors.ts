/** The blocks of a program, as loops over memory. */
import { isBefore, load, plus } from './addresses.ts';
import { FunctionBody } from './encoding/function-body.ts';
import * as E from './expression.ts';
import { Routine, variableAt } from './routine.ts';

const ROWS = 4; // that `matrixTable` of ../javascript/matrix.ts groups
const DOUBLE = Float64Array.BYTES_PER_ELEMENT;

/**
 * A matrix times a vector; each row is added up from left to right. Parameters are addresses: of the table, of the
 * vector and its end, of the results, of those that follow the whole groups of rows, and of the end of the results.
 */
export function matrixVector(): FunctionBody {
  const body = new FunctionBody(['i32', 'i32', 'i32', 'i32', 'i32', 'i32']);
  const [table, vector, vectorEnd] = [variableAt('i32', 0), variableAt('i32', 1), variableAt('i32', 2)];
  const [result, rest, end] = [variableAt('i32', 3), variableAt('i32', 4), variableAt('i32', 5)];
  const code = new Routine(body);
  code.while(isBefore(result, rest), () => rows(ROWS));
  code.while(isBefore(result, end), () => rows(1));
  return body;

  function rows(count: number): void {
    const sums = Array.from({ length: count }, (_, row) =>
      code.variable(E.mul(load(table, DOUBLE * row), load(vector))),
    );
    code.move(table, count * DOUBLE);
    const column = code.address(plus(vector, DOUBLE));
    code.while(isBefore(column, vectorEnd), () => {
      const x = code.variable(load(column));
      for (const [row, sum] of sums.entries()) code.assign(sum, E.add(sum, E.mul(load(table, DOUBLE * row), x)));
      code.move(column, DOUBLE);
      code.move(table, count * DOUBLE);
    });
    for (const [row, sum] of sums.entries()) code.store(result, DOUBLE * row, sum);
    code.move(result, count * DOUBLE);
  }
}

/**
 * log(sum of exp(x_i)) of a vector, given the address of it and of its end; step by step as the plain numbers have it.
 */
export function vectorLogSumExp(exp: number, log1p: number): FunctionBody {
  const body = new FunctionBody(['i32', 'i32'], 'f64');
  const [vector, end] = [variableAt('i32', 0), variableAt('i32', 1)];
  const code = new Routine(body);
  const largest = code.variable(load(vector));
  const next = code.address(plus(vector, DOUBLE));
  code.while(isBefore(next, end), () => {
    code.assign(largest, E.max(largest, load(next)));
    code.move(next, DOUBLE);
  });
  code.returnWhen(E.not(E.less(E.abs(largest), Number.POSITIVE_INFINITY)), largest); // infinite or NaN
  const [others, isApart] = [code.variable(), code.variable()];
  code.while(isBefore(vector, end), () => {
    code.when(
      E.both(E.equal(load(vector), largest), E.equal(isApart, 0)),
      () => code.assign(isApart, 1),
      () => code.assign(others, E.add(others, E.call(exp, E.sub(load(vector), largest)))),
    );
    code.move(vector, DOUBLE);
  });
  E.add(largest, E.call(log1p, others)).push(body);
  return body;
}
