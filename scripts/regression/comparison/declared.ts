import { existsSync } from 'node:fs';
import { UsageError } from '../../command/usage-error.ts';
import { type Columns, keyColumns, type Row } from '../../tables/column/column.ts';
import { readCsv } from '../../tables/csv.ts';
import { removed } from '../../tables/removed.ts';
import type { Finding } from '../exact/compare-rows.ts';
import { CannotCompare } from '../sides/cannot-compare.ts';
import { ALL_TABLES, type Side } from '../sides/side.ts';

type Cells = Row<typeof removed.columns>;

/** A declaration that rows are gone on purpose. */
export type Removal = Omit<Cells, 'keys'> & Partial<Pick<Cells, 'keys'>>;

const ADVICE = 'name the rows that are gone, or take the line out';

/**
 * The declarations of a file; none where there is no file.
 * @throws {CannotCompare} when it is malformed, or a line names nothing.
 */
export async function readRemovals(file: string): Promise<readonly Removal[]> {
  if (!existsSync(file)) return [];
  try {
    const removals = await readCsv(file, removed, 'correct its first line');
    for (const [i, removal] of removals.entries()) checkNames(removal, `${file}, line ${i + 2}`);
    return removals;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new CannotCompare(error.message);
  }
}

function checkNames(removal: Removal, place: string): void {
  const named = namedCells(removal);
  if (removal.table === undefined && named.length === 0)
    throw new CannotCompare(
      `${place}: the declaration names nothing, so it would hide whatever is missing; ${ADVICE}.`,
    );
  const known = ALL_TABLES.filter(({ name }) => [undefined, name].includes(removal.table)).flatMap(keyColumns);
  for (const { name, value } of named)
    if (!known.includes(name) || value === '')
      throw new CannotCompare(
        `${place}: ${value === '' ? `"${name}" is not of the form name=value` : `no row there is identified by its ${name}`}; ${ADVICE}.`,
      );
}

interface NamedCell {
  readonly name: string;
  readonly value: string;
}

const NAMED = ['suite', 'problem', 'size', 'method', 'operator'] as const;

/**
 * The cells that the rows have in common: those of their own columns, and those that `keys` gives as
 * `name=value; name=value`.
 */
function namedCells(removal: Removal): NamedCell[] {
  const pairs = removal.keys?.split(';').map((pair) => pair.split('=').map((part) => part.trim())) ?? [];
  return [
    ...NAMED.flatMap((name) => (removal[name] === undefined ? [] : [{ name, value: String(removal[name]) }])),
    ...pairs.map(([name = '', ...value]) => ({ name, value: value.join('=') })),
  ];
}

/** The judgement of declarations: the missing rows that they account for, and the declarations that are not true. */
export interface JudgedRemovals {
  isDeclared(finding: Finding): boolean;
  /** Sentences about declarations that do not hold; these account for no row. */
  readonly faults: readonly string[];
}

/**
 * Judges each declaration by the rows of the base that fit it. All of them must be gone, so that none hides a loss
 * beside what was removed; and, where `mustFit`, there must be one.
 */
export function judgedRemovals(
  removals: readonly Removal[],
  base: Side,
  findings: readonly Finding[],
  mustFit: boolean,
): JudgedRemovals {
  const missing = new Set(findings.flatMap(({ kind, row }) => (kind === 'missing' ? [row] : [])));
  const stated = removals.map((removal): Stated => ({ table: removal.table, cells: namedCells(removal) }));
  const judged = stated.map((each) => ({ each, fault: faultOf(each, base, missing, mustFit) }));
  const held = judged.flatMap(({ each, fault }) => (fault === undefined ? [each] : []));
  return {
    isDeclared: ({ kind, table, row }) => kind === 'missing' && held.some((each) => fits(each, table, row)),
    faults: judged.flatMap(({ fault }) => fault ?? []),
  };
}

/** The declarations that some row of the side fits. */
export function removalsThatFit(removals: readonly Removal[], { rows }: Side): readonly Removal[] {
  return removals.filter((removal) => {
    const stated = { table: removal.table, cells: namedCells(removal) };
    return [...rows].some(([table, own]) => own.some((row) => fits(stated, table, row)));
  });
}

/** The statement of a declaration. */
interface Stated {
  readonly table: string | undefined;
  readonly cells: readonly NamedCell[];
}

function faultOf(stated: Stated, base: Side, missing: ReadonlySet<Row<Columns>>, mustFit: boolean): string | undefined {
  const fitting = [...base.rows].flatMap(([table, rows]) => rows.filter((row) => fits(stated, table, row)));
  const there = fitting.filter((row) => !missing.has(row)).length;
  const said = `removed.csv declares as removed ${wordsOf(stated)}`;
  if (there > 0)
    return `${said}: of ${fitting.length} such rows of the base ${there} ${there === 1 ? 'is' : 'are'} still there; ${ADVICE}.`;
  return fitting.length === 0 && mustFit ? `${said}: the base has no such row; ${ADVICE}.` : undefined;
}

function fits({ table, cells }: Stated, name: string, row: Row<Columns>): boolean {
  return (table === undefined || table === name) && cells.every((cell) => String(row[cell.name] ?? '') === cell.value);
}

function wordsOf({ table, cells }: Stated): string {
  return [
    ...(table === undefined ? [] : [`table ${table}`]),
    ...cells.map(({ name, value }) => `${name} ${value}`),
  ].join(', ');
}
