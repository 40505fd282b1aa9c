import { getHeapCodeStatistics } from 'node:v8';

/** The clock and the state of V8, as they are read. Tests give one of their own, with functions of known cost. */
export interface Clock {
  /** Time on the wall, ns. */
  now(): number;
  /** Time that the processor has spent on this process, ns. A busy machine does not move it. */
  processor(): number;
  /** Size of the code that V8 has compiled, bytes: it grows when a function is compiled or optimised. */
  codeSize(): number;
}

/** The clock of this process. */
export const processClock: Clock = {
  now: () => Number(process.hrtime.bigint()),
  processor() {
    const { user, system } = process.cpuUsage();
    return 1000 * (user + system);
  },
  codeSize: () => getHeapCodeStatistics().code_and_metadata_size,
};
