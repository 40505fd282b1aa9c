/**
 * The types of WebAssembly values that generated code uses: doubles, conditions and addresses, and the bits of a
 * double.
 */
export type ValueType = 'f64' | 'i32' | 'i64';

/** How each type is encoded (Core Specification 2.0, 5.3.1). */
export const TYPE_CODES: Readonly<Record<ValueType, number>> = { i32: 0x7f, i64: 0x7e, f64: 0x7c };

/**
 * Instructions without an immediate operand: they take their operands from the stack (Core Specification 2.0, 5.4.7).
 */
export const PLAIN = {
  select: 0x1b,
  'i32.eqz': 0x45,
  'i32.lt_u': 0x49,
  'f64.eq': 0x61,
  'f64.ne': 0x62,
  'f64.lt': 0x63,
  'f64.le': 0x65,
  'i32.add': 0x6a,
  'i32.and': 0x71,
  'i32.or': 0x72,
  'i64.or': 0x84,
  'i64.shl': 0x86,
  'i64.shr_u': 0x88,
  'f64.abs': 0x99,
  'f64.neg': 0x9a,
  'f64.trunc': 0x9d,
  'f64.sqrt': 0x9f,
  'f64.add': 0xa0,
  'f64.sub': 0xa1,
  'f64.mul': 0xa2,
  'f64.div': 0xa3,
  'f64.min': 0xa4,
  'f64.max': 0xa5,
  'f64.copysign': 0xa6,
  'f64.convert_i64_s': 0xb9,
  'i64.reinterpret_f64': 0xbd,
  'f64.reinterpret_i64': 0xbf,
} as const;
/** The name of an instruction without an immediate operand, as in the text format. */
export type PlainInstruction = keyof typeof PLAIN;
/** The code of such an instruction. */
export type PlainCode = (typeof PLAIN)[PlainInstruction];

/** Instructions with immediate operands, and the marks of structured control (Core Specification 2.0, 5.4.1-5). */
export const IMMEDIATE = {
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  branchIf: 0x0d,
  return: 0x0f,
  call: 0x10,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  doubleLoad: 0x2b,
  doubleStore: 0x39,
  i32Constant: 0x41,
  i64Constant: 0x42,
  doubleConstant: 0x44,
} as const;
