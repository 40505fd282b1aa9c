/** Readers of the values of options of `npm run bench`. Each refuses what can't be meant, in a sentence. */
import { InvalidArgumentError } from 'commander';
import { STEP_RULES, type StepRule } from '../../../methods/method.ts';
import { PREVIOUS, PREVIOUS_FULL, REPORT } from '../../tables/folder.ts';
import { MOST_SHARDS, type Shard } from '../../tables/run-record.ts';
import { isLine, spelled } from '../reference/line.ts';

/** Reads a number of these bounds. */
export function numberOf(unit: string, low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!(value >= low && value <= high)) throw new InvalidArgumentError(`It must be from ${low} to ${high} ${unit}.`);
    return value;
  };
}

/** Reads a line through a point. */
export function line(text: string): string {
  if (!isLine(text))
    throw new InvalidArgumentError('It must be a coordinate such as x2, diagonal, or a direction such as 3,4.');
  return spelled(text);
}

/** Reads the name of a rule. */
export function stepRule(text: string): StepRule {
  const known = STEP_RULES.find((rule) => rule === text);
  if (known === undefined) throw new InvalidArgumentError(`It must be ${STEP_RULES.join(' or ')}.`);
  return known;
}

/** Reads which part of a run is meant. */
export function shard(text: string): Shard {
  const [number = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).slice(1).map(Number);
  if (number < 1 || number > of || of > MOST_SHARDS)
    throw new InvalidArgumentError(`It must be K/N, such as 2/3, with K from 1 to N and N up to ${MOST_SHARDS}.`);
  return { number, of };
}

/** Names of other folders in results/. */
const TAKEN: readonly string[] = [REPORT, PREVIOUS, PREVIOUS_FULL];

/** Reads a name of a folder in results/ that is free for it. */
export function baselineName(text: string): string {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) throw new InvalidArgumentError('It must be of letters, digits, - and _.');
  if (TAKEN.includes(text.toLowerCase()))
    throw new InvalidArgumentError(`results/${text} is something else: give another name.`);
  return text;
}

/** Reads a time. */
export function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value))
    throw new InvalidArgumentError('It must be a number of seconds above 0.');
  return value;
}
