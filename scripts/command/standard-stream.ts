import { fstatSync, type Stats, statSync } from 'node:fs';

/**
 * The standard output or error of this process, where the file is that one under a name (`/dev/stdout`); else
 * undefined.
 */
export function standardStreamOf(file: string): NodeJS.WriteStream | undefined {
  const there = statusOf(() => statSync(file));
  return (
    there &&
    [process.stdout, process.stderr].find(({ fd }) =>
      isSame(
        there,
        statusOf(() => fstatSync(fd)),
      ),
    )
  );
}

/** A function that prints beside these files: on the standard error where one of them is the standard output. */
export function printBeside(...files: readonly (string | undefined)[]): (text: string) => void {
  const isTaken = files.some((file) => file !== undefined && standardStreamOf(file) === process.stdout);
  return isTaken ? (text) => console.error(text) : (text) => console.log(text);
}

function isSame(one: Stats, other: Stats | undefined): boolean {
  return one.dev === other?.dev && one.ino === other.ino;
}

function statusOf(read: () => Stats): Stats | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
