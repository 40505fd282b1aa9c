import { type Machine, machinesOf, type RunRecord } from '../../tables/run-record.ts';

/** The answers of `say` about the machines of a run, each different answer once. */
export function ofMachines(machines: readonly Machine[], say: (machine: Machine) => string): string {
  return [...new Set(machines.map(say))].join('; ');
}

/** Facts about a run in the head of a page, name and value. */
export function runFacts(record: RunRecord | undefined): readonly (readonly [string, string])[] {
  if (record === undefined) return [['Run', 'unknown: there is no run.json beside the tables']];
  const { versions, options, started, commit, state } = record;
  const version = (name: string) => (typeof versions[name] === 'string' ? versions[name] : 'of unknown version');
  const machines = machinesOf(record);
  return [
    ['Run', state === 'complete' ? record.run : `${record.run} (${state})`],
    ['Measured', `${started.slice(0, 10)}, ${started.slice(11, 16)} UTC`],
    ['Machine', ofMachines(machines, ({ cpu, cores, memoryGb }) => `${cpu}, ${cores} cores, ${memoryGb} GB`)],
    ['System', ofMachines(machines, ({ os, architecture }) => `${os}, ${architecture}`)],
    ['Software', `diffmark ${version('diffmark')}, Node ${version('node')}, V8 ${version('v8')}`],
    ['Commit', commit],
    ['Effort', typeof options.effort === 'string' ? options.effort : 'unknown'],
  ];
}
