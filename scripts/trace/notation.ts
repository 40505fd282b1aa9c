import { type Callee, type Formula, isNegative, neg, type Variable } from './formula.ts';

/** How a notation writes what notations differ in. */
export interface Notation {
  variable(variable: Variable): string;
  /** A number that is not negative. */
  number(value: number): string;
  readonly minus: string;
  /** Between factors of which the second does not begin with a digit, and of which it does. */
  readonly times: readonly [string, string];
  power(base: string, exponent: number): string;
  quotient(over: string, under: string): string;
  /** A call whose arguments must stay together; `bare` if there is one that needs no parentheses. */
  call(callee: Callee, args: readonly string[], bare: boolean): string;
  parenthesised(text: string): string;
}

/** How tightly the outermost operator of a text binds. */
const SUM = 1;
const PRODUCT = 2;
/** A function without parentheses, as in sin x: what follows would become its argument. */
const BARE_CALL = 3;
const POWER = 4;
const ATOM = 5;

interface Written {
  readonly text: string;
  readonly binding: number;
}

/** Functions that hold their argument by their own sign, as |x| does. */
const ENCLOSING: ReadonlySet<Callee> = new Set(['abs', 'max', 'min', 'logSumExp']);

/** The formula in a notation. */
export function written(formula: Formula, notation: Notation): string {
  return write(formula, notation).text;
}

function write(formula: Formula, notation: Notation): Written {
  const atLeast = (part: Formula, binding: number) => {
    const { text, binding: own } = write(part, notation);
    return own < binding ? notation.parenthesised(text) : text;
  };
  switch (formula.kind) {
    case 'variable':
      return { text: notation.variable(formula.variable), binding: ATOM };
    case 'number':
      if (isNegative(formula)) return { text: `${notation.minus}${notation.number(-formula.value)}`, binding: SUM };
      return unsigned(notation.number(formula.value));
    case 'negative':
      return { text: `${notation.minus}${atLeast(formula.of, PRODUCT)}`, binding: SUM };
    case 'sum':
      return { text: formula.terms.map((term, i) => addend(term, i, notation)).join(''), binding: SUM };
    case 'product':
      return { text: product(formula.factors, notation, atLeast), binding: PRODUCT };
    case 'quotient':
      return {
        text: notation.quotient(
          atLeast(formula.over, endsInCall(formula.over) ? ATOM : PRODUCT),
          atLeast(formula.under, POWER),
        ),
        binding: PRODUCT,
      };
    case 'power':
      return { text: notation.power(atLeast(formula.of, ATOM), formula.exponent), binding: POWER };
    case 'call':
      return called(formula.callee, formula.args, notation);
  }
}

/** A number that is written as a product, as 2π and 1 × 10⁻⁷ are, needs parentheses where one would. */
function unsigned(text: string): Written {
  return { text, binding: /^(?:[\d.]+|\P{ASCII}|\\?[a-z]+)$/u.test(text) ? ATOM : PRODUCT };
}

/** Whether a function stands last, so that what is written after it could be taken for a part of its argument. */
function endsInCall(formula: Formula): boolean {
  if (formula.kind === 'product') return endsInCall(formula.factors.at(-1)!);
  return formula.kind === 'call';
}

function addend(term: Formula, place: number, notation: Notation): string {
  const isMinus = isNegative(term);
  const { text, binding } = write(isMinus ? neg(term) : term, notation);
  const enclosed = isMinus && binding < PRODUCT ? notation.parenthesised(text) : text;
  if (place === 0) return isMinus ? `${notation.minus}${enclosed}` : enclosed;
  return ` ${isMinus ? notation.minus : '+'} ${enclosed}`;
}

function product(
  factors: readonly Formula[],
  { times }: Notation,
  atLeast: (part: Formula, binding: number) => string,
): string {
  const last = factors.length - 1;
  return factors
    .map((factor, i) => {
      const text = atLeast(factor, factor.kind === 'number' ? PRODUCT : i < last ? POWER : BARE_CALL);
      if (i === 0) return text;
      return `${times[/^\d/.test(text) ? 1 : 0]}${text}`;
    })
    .join('');
}

function called(callee: Callee, args: readonly Formula[], notation: Notation): Written {
  const [first] = args;
  const isBare =
    args.length === 1 &&
    (first!.kind === 'variable' || (first!.kind === 'number' && write(first!, notation).binding === ATOM)) &&
    !ENCLOSING.has(callee);
  const texts = args.map((arg) => written(arg, notation));
  return { text: notation.call(callee, texts, isBare), binding: isBare ? BARE_CALL : ATOM };
}
