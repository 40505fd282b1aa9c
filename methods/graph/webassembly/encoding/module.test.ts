import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, instantiate, pagesFor } from '../instantiate.ts';
import { FunctionBody } from './function-body.ts';
import { PLAIN } from './instructions.ts';
import { ModuleWriter } from './module.ts';

const SEED = 20203;

/** Runs a module of one function without arguments, over a memory of one page; returns its memory as doubles. */
function run(write: (body: FunctionBody) => void): Float64Array {
  const body = new FunctionBody([]);
  write(body);
  const module = new ModuleWriter();
  module.importMemory('graph', 'memory', 1);
  module.exportFunction('run', module.addFunction(body));
  const memory = allocate(1);
  instantiate(module, 'run', memory)();
  return new Float64Array(memory.buffer);
}

describe('A module', () => {
  it('holds doubles bit for bit, and NaN as the canonical one', () => {
    const bits = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.bigInt({ min: 0n, max: 2n ** 52n })), { minLength: 1 }), (patterns) => {
        const values = new Float64Array(BigUint64Array.from(patterns).buffer);
        const stored = run((body) => {
          for (const [i, value] of values.entries()) {
            body.i32(0);
            body.double(value);
            body.store(8 * i);
          }
        });
        const expected = patterns.map((each, i) => (Number.isNaN(values[i]) ? 0x7ff8_0000_0000_0000n : each));
        expect([...new BigUint64Array(stored.buffer, 0, patterns.length)]).toEqual(expected);
      }),
      {
        seed: SEED,
        examples: [[[0x7ff0_0000_0000_0001n, 0xffff_ffff_ffff_ffffn, 1n << 63n, 1n, 0xfff0_0000_0000_0000n]]],
      },
    );
  });

  it('multiplies a matrix in memory by a vector in a loop', () => {
    const [rows, columns] = [3, 4];
    const matrix = Array.from({ length: rows * columns }, (_, i) => i + 1);
    const vector = [1, -2, 3, 5];
    const MATRIX = 0;
    const VECTOR = 8 * matrix.length;
    const PRODUCT = VECTOR + 8 * columns;
    const memory = run((body) => {
      for (const [i, value] of [...matrix, ...vector].entries()) {
        body.i32(8 * i);
        body.double(value);
        body.store(0);
      }
      const [row, sum] = [body.local('i32'), body.local('f64')]; // types in turn: each is a run of its own
      const [inRow, end] = [body.local('i32'), body.local('i32')];
      const advance = (local: number, by: number) => {
        body.get(local);
        body.i32(by);
        body.plain(PLAIN['i32.add']);
        body.tee(local);
      };
      body.repeat(() => {
        body.double(0);
        body.set(sum);
        body.i32(0);
        body.set(inRow);
        body.repeat(() => {
          body.get(sum);
          body.get(end);
          body.load(MATRIX);
          body.get(inRow);
          body.load(VECTOR);
          body.plain(PLAIN['f64.mul']);
          body.plain(PLAIN['f64.add']);
          body.set(sum);
          advance(end, 8);
          body.i32(0);
          body.plain(PLAIN['i32.add']);
          body.set(end);
          advance(inRow, 8);
          body.i32(8 * columns);
          body.plain(PLAIN['i32.lt_u']);
        });
        body.get(row);
        body.get(sum);
        body.store(PRODUCT);
        advance(row, 8);
        body.i32(8 * rows);
        body.plain(PLAIN['i32.lt_u']);
      });
    });
    const expected = [0, 1, 2].map((i) => vector.reduce((sum, v, j) => sum + v * matrix[columns * i + j]!, 0));
    expect([...memory.subarray(PRODUCT / 8, PRODUCT / 8 + rows)]).toEqual(expected);
  });

  it('keeps the types, the order of arguments and the indices of its functions apart', () => {
    const module = new ModuleWriter();
    const power = module.importFunction('Math', 'pow', ['f64', 'f64'], 'f64');
    const root = module.importFunction('Math', 'exp', ['f64'], 'f64');
    expect([power, root]).toEqual([0, 1]);
    const difference = new FunctionBody(['f64', 'f64'], 'f64'); // 2^x - e^y
    difference.double(2);
    difference.get(0);
    difference.call(power);
    difference.get(1);
    difference.call(root);
    difference.plain(PLAIN['f64.sub']);
    const index = module.addFunction(difference);
    const first = new FunctionBody([], 'f64');
    first.double(3);
    first.double(0);
    first.call(index);
    module.exportFunction('two arguments', index);
    module.exportFunction('none', module.addFunction(first));
    expect(instantiate(module, 'none')()).toBe(7);
    expect(instantiate(module, 'two arguments')(5, 0)).toBe(31);
    expect(() => module.importFunction('Math', 'sin', ['f64'], 'f64')).toThrow(/imports before it defines/);
  });

  it('has room for many functions of many local variables, in a size and time linear in them', () => {
    const count = 100;
    const locals = 1000;
    const module = new ModuleWriter();
    const all = new FunctionBody([], 'f64');
    all.double(0);
    for (let k = 0; k < count; k++) {
      const body = new FunctionBody([], 'f64');
      for (let i = 0; i < locals; i++) {
        const local = body.local('f64');
        if (i === 0) body.double(k);
        else body.get(local - 1);
        body.double(1);
        body.plain(PLAIN['f64.add']);
        body.set(local);
      }
      body.get(locals - 1);
      all.call(module.addFunction(body));
      all.plain(PLAIN['f64.add']);
    }
    module.exportFunction('all', module.addFunction(all));
    expect(instantiate(module, 'all')()).toBe((count * (count - 1)) / 2 + count * locals);
    expect(module.toBytes().length).toBeLessThan(count * locals * 17);
  });
});

describe('A module that is beyond a limit', () => {
  it('is unsupported, with the reason', () => {
    expect([1, 8192, 8193].map(pagesFor)).toEqual([1, 1, 2]);
    expect(() => allocate(70_000)).toThrow(/4375 MiB of memory, more than WebAssembly can address/);
    const module = new ModuleWriter();
    const body = new FunctionBody([]);
    for (let i = 0; i < 50_001; i++) body.local('f64');
    module.exportFunction('run', module.addFunction(body));
    expect(() => instantiate(module, 'run')).toThrow(/bytes was not accepted: .*local/);
  });
});
