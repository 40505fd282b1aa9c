import { list, plural } from '../../words/words.ts';
import type { Cell, Missing, Table } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { readable, texOf } from './polynomial-tex.ts';

type SizeRow = Results['expressionSize'][number];

const DESCRIBED = {
  name: 'logistic-map',
  title: 'The logistic map lₙ in factors, and its derivative in four forms',
  remake: 'npm run bench -- --harness size --suite logistic-map',
};

/** The lines of the table for each n. */
const LINES = [
  { of: 'function', form: 'raw', words: 'lₙ', tex: 'l_n' },
  { of: 'derivative', form: 'raw', words: 'derivative by the rules', tex: undefined },
  { of: 'derivative', form: 'lecture', words: 'derivative, as the lecture writes it', tex: undefined },
  { of: 'derivative', form: 'simplified', words: 'derivative, simplified', tex: undefined },
  { of: 'derivative', form: 'polynomial', words: 'derivative, expanded', tex: undefined },
];

/** Longer texts do not fit into the column. */
const LONGEST = 100;

/** The lecture's table of the logistic map and its derivatives, with the size of every form. */
export function logisticMapTable({ expressionSize }: Results): Table | Missing {
  const rows = expressionSize.filter(({ suite, problem }) => suite === 'logistic-map' && problem === 'factored');
  const sizes = [...new Set(rows.map(({ n }) => n!))].sort((a, b) => a - b);
  const lines = sizes.flatMap((n) =>
    LINES.flatMap((line) => {
      const row = rows.find((each) => each.n === n && each.of === line.of && each.form === line.form);
      return row ? [{ line, row }] : [];
    }),
  );
  if (lines.length === 0)
    return { ...DESCRIBED, kind: 'missing', why: 'expression-size.csv has no row of the logistic map in factors.' };
  return {
    ...DESCRIBED,
    kind: 'table',
    reading: swellWords(rows, sizes.at(-1)!),
    columns: ['n', 'form', 'expression', 'operators', 'distinct', 'characters'].map((text) => ({
      head: { text },
      align: text === 'form' || text === 'expression' ? 'left' : 'right',
    })),
    rows: lines.map(({ line, row }) => [
      count(row.n),
      { text: line.words, ...(line.tex !== undefined && { tex: line.tex }) },
      expressionCell(row),
      ...(row.outcome === 'ok'
        ? [count(row.operators), count(row.distinct), count(row.characters)]
        : [{ text: '' }, { text: '' }, { text: '' }]),
    ]),
  };
}

function count(value: number | undefined): Cell {
  return value === undefined ? { text: '' } : { text: String(value), value };
}

/** The expression if it is short, else how long it is; the outcome where there is none. */
function expressionCell({ outcome, reason, text, characters }: SizeRow): Cell {
  if (outcome !== 'ok') {
    return {
      text: outcome ?? '',
      ...(outcome === 'timeout' && { tone: 'timeout' }),
      ...(reason !== undefined && { note: reason }),
    };
  }
  if (text === undefined || text.length > LONGEST) {
    return {
      text: `too long: ${plural(characters ?? 0, 'character')}`,
      ...(text !== undefined && { note: readable(text) }),
    };
  }
  const tex = texOf(text);
  return { text: readable(text), ...(tex !== undefined && { tex }) };
}

/** How many operators the derivative has, form by form, at the largest n. */
function swellWords(rows: readonly SizeRow[], n: number): string[] {
  const operatorsOf = ({ of, form }: { of: string; form: string }) =>
    rows.find((row) => row.n === n && row.of === of && row.form === form && row.outcome === 'ok')?.operators;
  const [written] = LINES;
  const ofFunction = operatorsOf(written!);
  const ofForms = LINES.filter(({ of }) => of === 'derivative').flatMap((line) => {
    const operators = operatorsOf(line);
    return operators === undefined
      ? []
      : [`${operators} (${line.words.replace('derivative, ', '').replace('derivative ', '')})`];
  });
  if (ofFunction === undefined || ofForms.length === 0) return [];
  return [`At n = ${n} the function has ${plural(ofFunction, 'operator')}, its derivative ${list(ofForms)}.`];
}
