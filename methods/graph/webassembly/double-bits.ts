/** The parts of a double in IEEE 754 format: sign, 11 bits of exponent with an excess of 1023, 52 bits of fraction. */
import { add, apply, type Bits, type Double, double, type Operand, sub } from './expression.ts';

const FRACTION_BITS = 52;
const EXCESS = 1023;

/** The double with this upper half and nothing in its lower half; msun states its thresholds so. */
export function fromHighWord(word: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, word);
  return view.getFloat64(0);
}

/** 2^k for a whole number k from -1022 to 1023. */
export function powerOfTwo(k: Operand): Double {
  // the sum lies in [2^52, 2^53), where the fraction of a double is a whole number: the exponent that is wanted
  return asDouble(apply('i64', 'i64.shl', bitsOf(add(k, 2 ** FRACTION_BITS + EXCESS)), i64(FRACTION_BITS)));
}

/** The whole number k for which 2^k <= x < 2^(k+1), for a positive finite normal x. */
export function exponentOf(x: Operand): Double {
  const biased = apply('i64', 'i64.shr_u', bitsOf(x), i64(FRACTION_BITS));
  return sub(apply('f64', 'f64.convert_i64_s', biased), EXCESS);
}

/** x / 2^k for that k: from 1 up to but not including 2. */
export function significandOf(x: Operand): Double {
  const withoutFraction = i64(64 - FRACTION_BITS);
  const fraction = apply('i64', 'i64.shr_u', apply('i64', 'i64.shl', bitsOf(x), withoutFraction), withoutFraction);
  return asDouble(apply('i64', 'i64.or', fraction, bitsOf(1)));
}

function bitsOf(x: Operand): Bits {
  return apply('i64', 'i64.reinterpret_f64', double(x));
}

function asDouble(bits: Bits): Double {
  return apply('f64', 'f64.reinterpret_i64', bits);
}

function i64(value: number): Bits {
  return { type: 'i64', push: (body) => body.i64(value) };
}
