import { shellWord } from '../command/shell-word.ts';
import type { KeptOptions } from '../tables/run-record.ts';
import type { Section } from './content/parts.ts';
import type { Results } from './content/results.ts';

/** The sections, each part of which names the whole command that made its numbers: with the options of the run. */
export function withWholeCommands(sections: readonly Section[], record: Results['record']): readonly Section[] {
  if (record === undefined) return sections;
  const { options } = record;
  return sections.map((section) => ({
    ...section,
    parts: section.parts.map((part) =>
      part.kind === 'missing' ? part : { ...part, remake: wholeCommand(part.remake, options) },
    ),
  }));
}

/** The command with what else the run was asked for. What the command says itself stands. */
export function wholeCommand(command: string, options: KeptOptions): string {
  if (!command.startsWith('npm run bench')) return command;
  const added = flagsOf(options).filter(([flag]) => !command.includes(` ${flag}`));
  if (added.length === 0) return command;
  const words = added.map(([flag, value]) => (value === undefined ? flag : `${flag} ${shellWord(value)}`));
  return [command.includes(' -- ') ? command : `${command} --`, ...words].join(' ');
}

/** The options of a run that decide about its numbers, but for harnesses and for what is usual. */
function flagsOf(options: KeptOptions): (readonly [flag: string, value?: string])[] {
  const { effort, plugins = [], stepRule, seed, memoryLimit } = options;
  const names = (['suite', 'problem', 'method', 'operator', 'along'] as const).flatMap((name) => {
    const chosen = options[name === 'along' ? name : (`${name}s` as const)] ?? [];
    return chosen.length > 0 ? [[`--${name}`, chosen.join(',')] as const] : [];
  });
  const numbers = (['forks', 'precision', 'budget'] as const).flatMap((name) =>
    options[name] === undefined ? [] : [[`--${name}`, String(options[name])] as const],
  );
  return [
    ...(effort === undefined || effort === 'default' ? [] : [[`--${effort}`] as const]),
    ...plugins.map((file) => ['--plugin', file] as const),
    ...names,
    ...numbers,
    ...(options.timeLimit === undefined ? [] : [['--time-limit', String(options.timeLimit)] as const]),
    ...(memoryLimit === undefined || memoryLimit === 1024 ? [] : [['--memory-limit', String(memoryLimit)] as const]),
    ...(stepRule === undefined || stepRule === 'relative' ? [] : [['--step-rule', stepRule] as const]),
    ...(seed === undefined || seed === 1 ? [] : [['--seed', String(seed)] as const]),
  ];
}
