import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { UsageError } from './usage-error.ts';

/**
 * A command line without options yet but `--help`; `after` stands below the options in its help. It writes nothing of
 * an error and does not end the process: `parseCommand` throws instead.
 */
export function newCommand(script: string, description: string, after: string): Command {
  return new Command(`npm run ${script} --`)
    .description(description)
    .helpOption('--help', 'show this')
    .addHelpText('after', `\n${after}`)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
}

/**
 * Parses a command line. False where its help was shown and nothing is left to do.
 * @throws {UsageError} for an option that is unknown or has a value that it can't have: one line that names the help.
 */
export function parseCommand(command: Command, args: readonly string[]): boolean {
  try {
    command.parse([...args], { from: 'user' });
    return true;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return false;
    const message = error.message.replace(/^error: /, '').replaceAll('\n', ' ');
    const sentence = /[.)?]$/.test(message) ? message : `${message}.`;
    throw new UsageError(`${sentence} \`${command.name()} --help\` shows all options.`);
  }
}

/** Reads the value of an option that is a whole number within these bounds. */
export function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || text.trim() === '' || value < low || value > high) {
      throw new InvalidArgumentError(`It must be a whole number from ${low} to ${high}.`);
    }
    return value;
  };
}
