import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { ROOT } from '../../command/paths.ts';
import { UsageError } from '../../command/usage-error.ts';
import { faultOf, fits, objectWith, type Schema } from '../../tables/fault-of.ts';
import { number } from '../../words/words.ts';

/** The result of `npm run selftest -- --repeat` that is checked in: how far two runs of the same code agree. */
export interface Repeatability {
  readonly cases: number;
  /** Shares of the cases whose ratios agree within so many per cent. */
  readonly within5: number;
  readonly within10: number;
  readonly within50: number;
  /** Share of the intervals of one run that hold the ratio of the other; null where there are none. */
  readonly intervalHolds: number | null;
  readonly made: { readonly commit: string; readonly node: string; readonly machine: string };
}

const CHECKED_IN = path.join(ROOT, 'results', 'selftest', 'repeat.json');

/**
 * Reads the file; undefined where nobody has made one, or it has no case.
 * @throws {UsageError} where it is no such file.
 */
export async function readRepeatability(file: string = CHECKED_IN): Promise<Repeatability | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const found = parsed(text);
  if (fits(NO_CASE, found)) return undefined;
  if (!fits(REPEATABILITY, found))
    throw new UsageError(
      `${file} is damaged: make it again with \`npm run selftest -- --repeat\` (${faultOf(REPEATABILITY, found)}).`,
    );
  return found;
}

const share = v.number('a number');
const string = v.string('a string');
const NO_CASE = objectWith({ cases: v.literal(0) });
const REPEATABILITY: Schema<Repeatability> = objectWith({
  cases: share,
  within5: share,
  within10: share,
  within50: share,
  intervalHolds: v.nullable(share),
  made: objectWith({ commit: string, node: string, machine: string }),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The result in a sentence. */
export function repeatabilityWords({ cases, within5, within10, within50, intervalHolds, made }: Repeatability): string {
  const share = (part: number) => `${number(100 * part)} %`;
  const intervals =
    intervalHolds === null
      ? ''
      : ` An interval of one holds the ratio of the other in ${share(intervalHolds)} of them.`;
  return (
    `Two default runs of the same code agree within 5 % in ${share(within5)} of ${cases} cases, within 10 % in ${share(within10)}, ` +
    `and within 50 % in ${share(within50)}.${intervals} (\`npm run selftest -- --repeat\` at commit ${made.commit}, Node ${made.node}, ${made.machine}.)`
  );
}
