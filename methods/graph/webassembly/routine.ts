import { type Address, plus } from './addresses.ts';
import { FunctionBody } from './encoding/function-body.ts';
import type { ValueType } from './encoding/instructions.ts';
import { type Condition, double, type Expression, type Operand } from './expression.ts';

/** A variable of a routine; as an expression, it is the value that was assigned last. */
export interface Variable<T extends ValueType = 'f64'> extends Expression<T> {
  readonly index: number;
}

/** Statements of a function that people write; each is appended as its method is called. */
export class Routine {
  readonly #body: FunctionBody;

  constructor(body: FunctionBody) {
    this.#body = body;
  }

  /** A new variable with this value, or 0. */
  variable(value?: Operand): Variable {
    const variable = variableAt('f64', this.#body.local('f64'));
    if (value !== undefined) this.assign(variable, value);
    return variable;
  }

  /** Gives a variable another value. */
  assign(variable: Variable, value: Operand): void {
    double(value).push(this.#body);
    this.#body.set(variable.index);
  }

  /** A new variable that holds this address. */
  address(value: Address): Variable<'i32'> {
    const variable = variableAt('i32', this.#body.local('i32'));
    this.#setAddress(variable, value);
    return variable;
  }

  /** Moves an address forward. */
  move(address: Variable<'i32'>, bytes: number): void {
    this.#setAddress(address, plus(address, bytes));
  }

  /** Stores a double so many bytes behind the address. */
  store(address: Address, offset: number, value: Operand): void {
    address.push(this.#body);
    double(value).push(this.#body);
    this.#body.store(offset);
  }

  /** Runs the statements again and again as long as the condition holds before. */
  while(condition: Condition, round: () => void): void {
    this.when(condition, () =>
      this.#body.repeat(() => {
        round();
        condition.push(this.#body);
      }),
    );
  }

  /** Runs one of two lists of statements. */
  when(condition: Condition, then: () => void, otherwise?: () => void): void {
    condition.push(this.#body);
    this.#body.conditional(then, otherwise);
  }

  /** Ends the function with this value. */
  return(value: Operand): void {
    double(value).push(this.#body);
    this.#body.return();
  }

  /** Ends the function with this value where the condition holds. */
  returnWhen(condition: Condition, value: Operand): void {
    this.when(condition, () => this.return(value));
  }

  #setAddress(variable: Variable<'i32'>, value: Address): void {
    value.push(this.#body);
    this.#body.set(variable.index);
  }
}

/** A function of one double: `write` appends its statements, with `x` as the argument, and returns its last value. */
export function functionOfOne(write: (code: Routine, x: Variable) => Operand): FunctionBody {
  const body = new FunctionBody(['f64'], 'f64');
  double(write(new Routine(body), variableAt('f64', 0))).push(body);
  return body;
}

/** A function of two doubles, likewise. */
export function functionOfTwo(write: (code: Routine, x: Variable, y: Variable) => Operand): FunctionBody {
  const body = new FunctionBody(['f64', 'f64'], 'f64');
  double(write(new Routine(body), variableAt('f64', 0), variableAt('f64', 1))).push(body);
  return body;
}

/** A variable by its index; those of the parameters come first. */
export function variableAt<T extends ValueType>(type: T, index: number): Variable<T> {
  return { type, index, push: (body) => body.get(index) };
}
