import type { Cell, Table } from '../parts.ts';
import { stretches } from '../prose.ts';
import { latexText } from './latex-text.ts';
import { toneWord } from './tone.ts';

/** Tables with more columns are set in small type. */
const WIDE = 7;

/** The table in LaTeX, to be read by \input in a document that has booktabs and amsmath. */
export function tableLatex({ name, title, columns, rows, remake }: Table): string {
  const line = (cells: readonly Cell[]) => `    ${cells.map(cellLatex).join(' & ')} \\\\`;
  return [
    '% Needs \\usepackage{booktabs} and \\usepackage{amsmath}.',
    `% Made by npm run report; its numbers by ${remake.replaceAll('\n', ' ')}`,
    '\\begin{table}[htbp]',
    '  \\centering',
    ...(columns.length > WIDE ? ['  \\scriptsize', '  \\setlength{\\tabcolsep}{3pt}'] : []),
    `  \\caption{${proseLatex(title)}}`,
    `  \\label{tab:${name}}`,
    `  \\begin{tabular}{${columns.map(({ align }) => align[0]).join('')}}`,
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
