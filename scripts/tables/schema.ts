import { type Column, type Columns, keyColumns, type Table } from './column/column.ts';
import { accepted } from './columns/accepted.ts';
import { history } from './columns/history.ts';
import { removed } from './removed.ts';
import { tables } from './tables.ts';

/** The Frictionless Data Package (datapackage.org, Table Schema) of the folder of results, as text. */
export function datapackageText(): string {
  const resources = tables.map((table: Table<Columns>) => ({
    name: table.name,
    path: `${table.name}.csv`,
    title: table.title,
    description: table.method,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: Object.entries(table.columns).map(([name, { type, description, values }]) => ({
        name,
        type,
        description,
        ...(values ? { constraints: { enum: values } } : {}),
      })),
      missingValues: [''],
      primaryKey: keyColumns(table),
    },
  }));
  const title = 'diffmark: ways of differentiating a function, compared';
  return `${JSON.stringify({ name: 'diffmark-results', title, profile: 'tabular-data-package', resources }, null, 2)}\n`;
}

/** results/README.md: what each file and column means. */
export function resultsReadme(): string {
  return `<!-- Printed from scripts/tables/columns/ by \`npm run generate\`. Do not edit. -->

# Results

\`npm run bench\` writes this folder; git ignores what it writes. Every CSV has one row for each case, and units in the column names. An empty
cell means "not measured" or "does not apply". The columns marked key identify a row. \`datapackage.json\` holds the same definitions for
programs (Frictionless Table Schema). \`run.json\` holds the machine, the versions and the options of the run.

Rows stand in the order of their keys, the first key column first. Suites, problems and methods stand as \`npm run bench -- --list\` shows them,
values of a closed list as listed, numbers by size, other text by its letters. (While a run goes on, rows stand as they come.) Two runs of the
same code, options and seed on one machine write equal files, with one job or many. Only \`run.json\`, the column \`run\`, times (columns in ns)
and \`timing.csv\` differ.

\`baseline/\` is checked in: \`npm run compare\` takes these results for the base unless told otherwise. Values that are equal on every machine
(outcomes, counts, sizes, errors) are compared wherever the head ran. Times are advice only, unless the head ran on the machine of the baseline
(\`run.json\` names it). The tables below say how each column is compared: by which direction is worse, by any change, or why it is not. Bounds
may move in their last digits. Errors and estimates may grow twofold or by 2 units in the last place, and digits may fall by as much.
\`npm run compare -- --update-baseline\` shows the changes, then replaces the baseline by the latest results. A change that removes or renames a
case declares it in \`baseline/removed.csv\`.

${tables.map(explained).join('\n')}
${[removed, accepted, history].map(explained).join('\n')}`;
}

function explained(table: Table<Columns>): string {
  const isJudged = Object.values(table.columns).some(({ evidence }) => evidence !== undefined);
  const rows = Object.entries(table.columns).map(([name, column]) => {
    const { type, description, key } = column;
    const cells = [
      `\`${name}\``,
      `${type}${key ? ', key' : ''}`,
      ...(isJudged ? [comparedWords(column)] : []),
      description,
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  const heads = ['column', 'type', ...(isJudged ? ['compared'] : []), 'meaning'];
  const lines = [`| ${heads.join(' | ')} |`, `|${heads.map(() => '---|').join('')}`, ...rows];
  return `## ${table.name}.csv\n\n${table.title}. ${table.method}\n\n${lines.join('\n')}\n`;
}

/** How `npm run compare` takes a column. */
function comparedWords({ evidence }: Column): string {
  if (evidence === undefined) return '';
  return typeof evidence === 'string' ? evidence : `no: ${evidence.advice}`;
}
