/**
 * Expressions of WebAssembly, typed, for functions that people write; a generator writes to the `FunctionBody` itself.
 */
import type { FunctionBody } from './encoding/function-body.ts';
import { PLAIN, type PlainInstruction, type ValueType } from './encoding/instructions.ts';

/** Something that leaves one value on the stack each time it is pushed. */
export interface Expression<T extends ValueType> {
  readonly type: T;
  push(body: FunctionBody): void;
}

/** An expression whose value is a double. */
export type Double = Expression<'f64'>;
/** An expression whose value is a condition: 0 for false, 1 for true. */
export type Condition = Expression<'i32'>;
/** An expression whose value is the 64 bits of a double. */
export type Bits = Expression<'i64'>;
/** An operand that is a double; a plain number stands for itself. */
export type Operand = Double | number;

/** The double behind an operand; a plain number is kept bit for bit. */
export function double(operand: Operand): Double {
  if (typeof operand !== 'number') return operand;
  return { type: 'f64', push: (body) => body.double(operand) };
}

/** The value of an instruction for these operands, which are evaluated from left to right. */
export function apply<T extends ValueType>(
  type: T,
  instruction: PlainInstruction,
  ...operands: readonly (Operand | Expression<ValueType>)[]
): Expression<T> {
  return {
    type,
    push(body) {
      for (const operand of operands) (typeof operand === 'number' ? double(operand) : operand).push(body);
      body.plain(PLAIN[instruction]);
    },
  };
}

/** x + y. */
export const add = (x: Operand, y: Operand): Double => apply('f64', 'f64.add', x, y);
/** x - y. */
export const sub = (x: Operand, y: Operand): Double => apply('f64', 'f64.sub', x, y);
/** x y. */
export const mul = (x: Operand, y: Operand): Double => apply('f64', 'f64.mul', x, y);
/** x / y. */
export const div = (x: Operand, y: Operand): Double => apply('f64', 'f64.div', x, y);
/** -x. */
export const neg = (x: Operand): Double => apply('f64', 'f64.neg', x);
/** |x|. */
export const abs = (x: Operand): Double => apply('f64', 'f64.abs', x);
/** The square root of x. */
export const sqrt = (x: Operand): Double => apply('f64', 'f64.sqrt', x);
/** The larger of two, as Math.max: NaN if one is NaN, and 0 is above -0. */
export const max = (x: Operand, y: Operand): Double => apply('f64', 'f64.max', x, y);
/** x without its digits behind the point. */
export const trunc = (x: Operand): Double => apply('f64', 'f64.trunc', x);
/** |size| with the sign of `sign`. */
export const copySign = (size: Operand, sign: Operand): Double => apply('f64', 'f64.copysign', size, sign);
/** Whether x < y; false where one is NaN. */
export const less = (x: Operand, y: Operand): Condition => apply('i32', 'f64.lt', x, y);
/** Whether x <= y; false where one is NaN. */
export const atMost = (x: Operand, y: Operand): Condition => apply('i32', 'f64.le', x, y);
/** Whether x = y; 0 equals -0, NaN equals nothing. */
export const equal = (x: Operand, y: Operand): Condition => apply('i32', 'f64.eq', x, y);
/** Whether x is NaN. */
export const isNotANumber = (x: Operand): Condition => apply('i32', 'f64.ne', x, x);
/** Whether both hold; both are evaluated. */
export const both = (a: Condition, b: Condition): Condition => apply('i32', 'i32.and', a, b);
/** Whether one of two holds; both are evaluated. */
export const either = (a: Condition, b: Condition): Condition => apply('i32', 'i32.or', a, b);
/** Whether it does not hold. */
export const not = (a: Condition): Condition => apply('i32', 'i32.eqz', a);
/** `then` where the condition holds, else `otherwise`; both are evaluated. */
export const choose = (condition: Condition, then: Operand, otherwise: Operand): Double =>
  apply('f64', 'select', then, otherwise, condition);

/** The value of a function of the module, by its index. */
export function call(index: number, ...operands: readonly Operand[]): Double {
  return {
    type: 'f64',
    push(body) {
      for (const operand of operands) double(operand).push(body);
      body.call(index);
    },
  };
}

/** c0 + x (c1 + x (c2 + ...)), from the inside out. */
export function polynomial(x: Operand, [first, ...rest]: readonly [number, ...number[]]): Double {
  const [second, ...others] = rest;
  return second === undefined ? double(first) : add(first, mul(x, polynomial(x, [second, ...others])));
}
