import { FunctionBody } from './encoding/function-body.ts';
import { type Condition, type Double, double, type Operand } from './expression.ts';

/** A variable of a routine; as an expression, it is the value that was assigned last. */
export interface Variable extends Double {
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
    const variable = variableAt(this.#body.local('f64'));
    if (value !== undefined) this.assign(variable, value);
    return variable;
  }

  /** Gives a variable another value. */
  assign(variable: Variable, value: Operand): void {
    double(value).push(this.#body);
    this.#body.set(variable.index);
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
}

/** A function of one double: `write` appends its statements, with `x` as the argument, and returns its last value. */
export function functionOfOne(write: (code: Routine, x: Double) => Operand): FunctionBody {
  const body = new FunctionBody(['f64'], 'f64');
  double(write(new Routine(body), variableAt(0))).push(body);
  return body;
}

/** A function of two doubles, likewise. */
export function functionOfTwo(write: (code: Routine, x: Double, y: Double) => Operand): FunctionBody {
  const body = new FunctionBody(['f64', 'f64'], 'f64');
  double(write(new Routine(body), variableAt(0), variableAt(1))).push(body);
  return body;
}

function variableAt(index: number): Variable {
  return { type: 'f64', index, push: (body) => body.get(index) };
}
