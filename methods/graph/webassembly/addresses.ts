/** Addresses: whole numbers of bytes, and the doubles that lie there. */
import { apply, type Condition, type Double, type Expression } from './expression.ts';

/** An expression whose value is an address in bytes. */
export type Address = Expression<'i32'>;

/** The address so many bytes behind another one. */
export function plus(address: Address, bytes: number): Address {
  return apply('i32', 'i32.add', address, { type: 'i32', push: (body) => body.i32(bytes) });
}

/** Whether the address lies before the other one. */
export function isBefore(address: Address, end: Address): Condition {
  return apply('i32', 'i32.lt_u', address, end);
}

/** The double that lies so many bytes behind the address. */
export function load(address: Address, offset = 0): Double {
  return {
    type: 'f64',
    push(body) {
      address.push(body);
      body.load(offset);
    },
  };
}
