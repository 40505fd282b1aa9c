import type { Program } from '../program/program.ts';
import type { CompileOptions, Run } from '../program/run.ts';
import type { Layout } from './layout.ts';

/**
 * The most numbers that are copied by straight-line code. It takes half as long as a loop, which matters for small
 * functions.
 */
const FEW = 48;
/** From this many numbers on, the copying of a typed array is faster than a loop. */
const MANY = 64;

/** Numbers that are copied in or out: how many, and where they are in memory. */
interface Section {
  readonly start: number;
  readonly count: number;
}

/** Calls the module: copies the point and the seeds into its memory, and the outputs out of it. */
export function runnerOf(
  main: () => number,
  numbers: Float64Array,
  { inputs, outputs }: Program,
  layout: Layout,
  { returnsFirst }: CompileOptions,
): Run {
  const skipped = returnsFirst ? 1 : 0;
  const point = { start: layout.point, count: inputs };
  const seeds = { start: layout.seeds, count: layout.seedCount };
  const written = { start: layout.outputs + skipped, count: outputs.length - skipped };
  return point.count + seeds.count + written.count <= FEW
    ? straightLine(main, numbers, point, seeds, written)
    : looping(main, numbers, point, seeds, written);
}

/** The text holds numbers and the names that stand in it here, and nothing else. */
function straightLine(
  main: () => number,
  numbers: Float64Array,
  point: Section,
  seeds: Section,
  written: Section,
): Run {
  const lines = ({ start, count }: Section, line: (place: number, i: number) => string) =>
    Array.from({ length: count }, (_, i) => `  ${line(start + i, i)};\n`).join('');
  const text = `'use strict';
return (x, seeds, out) => {
${lines(point, (place, i) => `numbers[${place}] = x[${i}]`)}${lines(seeds, (place, i) => `numbers[${place}] = seeds[${i}]`)}  const result = main();
${lines(written, (place, i) => `out[${i}] = numbers[${place}]`)}  return result;
};
`;
  return new Function('main', 'numbers', text)(main, numbers);
}

function looping(main: () => number, numbers: Float64Array, point: Section, seeds: Section, written: Section): Run {
  const results = numbers.subarray(written.start, written.start + written.count);
  return (x, seedValues, out) => {
    copy(x, numbers, point);
    copy(seedValues, numbers, seeds);
    const result = main();
    copy(results, out, { start: 0, count: written.count });
    return result;
  };
}

function copy(from: Float64Array, to: Float64Array, { start, count }: Section): void {
  if (count > MANY && count === from.length) to.set(from, start);
  else for (let i = 0; i < count; i++) to[start + i] = from[i]!;
}
