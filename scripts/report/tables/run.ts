import { machinesOf } from '../../tables/run-record.ts';
import { plural } from '../../words/words.ts';
import type { Missing, Table } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { ofMachines } from '../content/run-facts.ts';

/** The machine, the versions, the commit, the flags and the options of the run. */
export function runTable({ record }: Results): Table | Missing {
  const described = { name: 'run', title: 'The machine, the versions and the options', remake: 'npm run bench' };
  if (!record) {
    const why = 'There is no run.json beside the tables, so machine, versions and options are not known.';
    return { ...described, kind: 'missing', why };
  }
  const { run, started, finished, state, versions, flags, commit, code, options, shard, shards } = record;
  const machines = machinesOf(record);
  const processors = ofMachines(machines, ({ cpu, cores }) => `${cpu}, ${plural(cores, 'core')}`);
  const lines: readonly (readonly [string, string])[] = [
    ['run', run],
    ['started', started],
    ['finished', finished ?? `not finished (${state})`],
    ...(shard ? [['shard', `${shard.number} of ${shard.of}`] as const] : []),
    ...(shards ? [['merged from', shards.map((each) => each.run).join(', ')] as const] : []),
    ['processor', processors],
    ['memory', ofMachines(machines, ({ memoryGb }) => `${memoryGb} GB`)],
    ['operating system', ofMachines(machines, ({ os, architecture }) => `${os}, ${architecture}`)],
    ['versions', pairs(versions)],
    ['flags of the forks', flags.join(' ') || 'none'],
    ['commit', commit],
    ['fingerprint of the measured code', code],
    ['options', pairs(options)],
  ];
  return {
    ...described,
    kind: 'table',
    columns: [
      { head: { text: '' }, align: 'left' },
      { head: { text: 'of this run' }, align: 'left' },
    ],
    rows: lines.map(([what, value]) => [{ text: what }, { text: value }]),
    reading: [`${processors}, Node ${versions.node ?? 'of unknown version'}, commit ${commit}.`],
  };
}

/** `node 20.20.2, v8 11.3`; a list that is empty stands for all that there is, so it is left out. */
function pairs(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(' ') : String(value)}`)
    .join(', ');
}
