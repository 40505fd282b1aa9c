import { Unsupported } from '../../arithmetic/arithmetic.ts';
import type { ModuleWriter } from './encoding/module.ts';

/** The functions that the modules of this project import, under the name of `Math`. */
const { exp, log, sin, cos, tan, asin, acos, atan, pow } = Math;
const MATHEMATICS = { exp, log, sin, cos, tan, asin, acos, atan, pow };
const PAGE_BYTES = 65536;
const MOST_PAGES = 65536; // 4 GiB, all that an address of 32 bits reaches

/** The pages of memory that hold so many doubles. */
export function pagesFor(doubles: number): number {
  return Math.ceil((doubles * Float64Array.BYTES_PER_ELEMENT) / PAGE_BYTES);
}

/**
 * A memory of so many pages of zeros.
 * @throws {Unsupported} where there is no room for it.
 */
export function allocate(pages: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: pages });
  } catch (error) {
    const limit = pages > MOST_PAGES ? 'more than WebAssembly can address' : 'more than there is';
    throw new Unsupported(`The values of the graph need ${(pages * PAGE_BYTES) / 2 ** 20} MiB of memory, ${limit}.`, {
      cause: error,
    });
  }
}

/**
 * The function that a module exports under this name; what it imports are functions of `Math`, and this memory.
 * @throws {Unsupported} where the module is beyond a limit of the engine.
 */
export function instantiate(
  module: ModuleWriter,
  name: string,
  memory?: WebAssembly.Memory,
): WebAssembly.NumericFunction {
  const bytes = module.toBytes();
  try {
    const imports = { Math: MATHEMATICS, ...(memory && { graph: { memory } }) };
    const found = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports[name];
    if (!found) throw new Error(`The module exports no function ${name}.`);
    return found;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unsupported(`The WebAssembly of ${bytes.length} bytes was not accepted: ${reason}`, { cause: error });
  }
}
