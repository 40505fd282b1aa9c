/** Truths as they are kept in a file, of which none is believed that is not as it was written. */
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { type ExactNumber, fromDigits } from './exact-number.ts';

/** Bytes of the checksum before the points. */
const CHECKSUM = 32;

/** The points, after a checksum of them and of the key under which they are kept. */
export function sealed(points: readonly unknown[], key: string): Uint8Array {
  const bytes = serialize(points);
  return Buffer.concat([checksum(bytes, key), bytes]);
}

/**
 * The points that were sealed under this key; undefined where the bytes were torn, changed, or sealed under another
 * key. The doubles beside the digits of a number must be those that the digits stand for.
 */
export function unsealed<P>(
  file: Uint8Array,
  key: string,
  numbers: (point: P) => readonly ExactNumber[],
): readonly P[] | undefined {
  const bytes = file.subarray(CHECKSUM);
  if (!checksum(bytes, key).equals(file.subarray(0, CHECKSUM))) return undefined;
  try {
    const points: readonly P[] = deserialize(bytes);
    return points.length > 0 && points.every((point) => numbers(point).every(isWhole)) ? points : undefined;
  } catch {
    return undefined; // of another shape
  }
}

function isWhole({ digits, high, low }: ExactNumber): boolean {
  const again = fromDigits(digits);
  return Number.isFinite(high) && Object.is(again.high, high) && Object.is(again.low, low);
}

function checksum(bytes: Uint8Array, key: string): Buffer {
  return createHash('sha256').update(key).update(bytes).digest();
}
