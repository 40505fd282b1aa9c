import type { RunRecord } from '../harness/output/run-record.ts';

/** What there is to say of a run in the head of a page, name and value. */
export function runFacts(record: RunRecord | undefined): readonly (readonly [string, string])[] {
  if (record === undefined) return [['Run', 'unknown: there is no run.json beside the tables']];
  const { machine, versions, options, started, commit, state } = record;
  const version = (name: string) => (typeof versions[name] === 'string' ? versions[name] : 'of unknown version');
  return [
    ['Run', state === 'complete' ? record.run : `${record.run} (${state})`],
    ['Measured', `${started.slice(0, 10)}, ${started.slice(11, 16)} UTC`],
    ['Machine', `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB`],
    ['System', `${machine.os}, ${machine.architecture}`],
    ['Software', `diffmark ${version('diffmark')}, Node ${version('node')}, V8 ${version('v8')}`],
    ['Commit', commit],
    ['Effort', typeof options.effort === 'string' ? options.effort : 'unknown'],
  ];
}
