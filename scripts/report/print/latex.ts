import type { Cell, Table, TableColumn } from '../content/parts.ts';
import { plain, stretches } from '../content/prose.ts';
import { latexText } from './latex-text.ts';
import { toneWord } from './tone.ts';

/** Sizes of type, and how many letters of them go into a line of an article, more or less. */
const SIZES = [
  { command: undefined, letters: 70 },
  { command: '\\footnotesize', letters: 88 },
  { command: '\\scriptsize', letters: 100 },
] as const;
/** The space between two columns, in letters. */
const GAP = 2;
/** A column of longer text may be broken into lines. */
const LONG = 18;

/**
 * The table in LaTeX, to be read by \input in a document that has booktabs and amsmath. `maker` is the command that
 * wrote it.
 */
export function tableLatex(table: Table, maker = `npm run report; its numbers by ${table.remake}`): string {
  const { name, title, columns, rows } = table;
  const line = (cells: readonly Cell[]) => `    ${cells.map(cellLatex).join(' & ')} \\\\`;
  const { size, layout } = layoutOf(columns, rows);
  return [
    '% Needs \\usepackage{booktabs} and \\usepackage{amsmath}.',
    `% Made by ${maker.replaceAll('\n', ' ')}`,
    '\\begin{table}[htbp]',
    '  \\centering',
    ...(size === undefined ? [] : [`  ${size}`, '  \\setlength{\\tabcolsep}{3pt}']),
    `  \\caption{${proseLatex(title)}}`,
    `  \\label{tab:${name}}`,
    `  \\begin{tabular}{${layout}}`,
    '    \\toprule',
    line(columns.map(({ head }) => head)),
    '    \\midrule',
    ...rows.map(line),
    '    \\bottomrule',
    '  \\end{tabular}',
    '\\end{table}',
    '',
  ].join('\n');
}

/** The largest type in which the table fits a page, and its columns: long texts are broken where no type does. */
function layoutOf(columns: readonly TableColumn[], rows: Table['rows']) {
  const lengths = columns.map(({ head }, i) =>
    Math.max(...[head, ...rows.flatMap((row) => row[i] ?? [])].map(({ text }) => plain(text).length)),
  );
  const total = lengths.reduce((sum, length) => sum + length + GAP, 0);
  const fitting = SIZES.find(({ letters }) => total <= letters);
  const { command: size, letters } = fitting ?? SIZES[2];
  const isBroken = lengths.map((length, i) => !fitting && columns[i]!.align === 'left' && length > LONG);
  const sumOf = (broken: boolean) => lengths.reduce((sum, length, i) => sum + (isBroken[i] === broken ? length : 0), 0);
  const room = Math.max(0, letters - sumOf(false) - GAP * columns.length);
  const layout = columns.map(({ align }, i) => {
    const share = Math.max(LONG - 6, (room * lengths[i]!) / sumOf(true)) / letters;
    return isBroken[i] ? `p{${share.toFixed(2)}\\linewidth}` : align[0];
  });
  return { size, layout: layout.join('') };
}

function cellLatex(cell: Cell): string {
  const text = cell.tex === undefined ? proseLatex(cell.text) : `$${cell.tex}$`;
  const word = toneWord(cell);
  // A bracket right after the end of a row would be read as its argument.
  const guarded = text.startsWith('[') ? `{}${text}` : text;
  if (word === undefined || text === '') return guarded || (word ?? '');
  return word === 'best' ? `\\textbf{${text}}` : `${guarded} (${word})`;
}

function proseLatex(prose: string): string {
  return stretches(prose)
    .map(({ kind, text }) => {
      if (kind === 'tex') return `\\(${text}\\)`;
      return kind === 'code' ? `\\texttt{${latexText(text)}}` : latexText(text);
    })
    .join('');
}
