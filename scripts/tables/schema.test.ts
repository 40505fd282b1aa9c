import { describe, expect, it } from 'vitest';
import { type Columns, keyColumns, type Table } from './column/column.ts';
import { datapackageText, resultsReadme } from './schema.ts';
import { tables } from './tables.ts';

interface DataPackage {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly schema: {
      readonly fields: readonly {
        readonly name: string;
        readonly type: string;
        readonly description: string;
        readonly constraints?: { readonly enum: readonly string[] };
      }[];
      readonly primaryKey: readonly string[];
      readonly missingValues: readonly string[];
    };
  }[];
}

const described: DataPackage = JSON.parse(datapackageText());
const all: readonly Table<Columns>[] = tables;

/** Columns that the design promises. */
const PROMISED: Readonly<Record<string, string>> = {
  timing:
    'suite problem inputs outputs method operator outcome reason forks samples calls_per_sample prepare_ns first_call_ns median_ns ' +
    'ci_low_ns ci_high_ns primal_ns ratio ratio_ci_low ratio_ci_high function_calls relative_error run',
  'error-vs-step': 'suite problem inputs method h absolute_error relative_error predicted_error function_calls run',
  accuracy:
    'suite problem inputs method operator outcome reason max_relative_error max_ulps digits condition_number run',
  'step-selection':
    'suite problem method rule outcome reason points mean_digits median_digits least_digits mean_calls overclaimed run',
  'one-sided': 'suite problem x side formula slope exact_slope absolute_error function_calls outcome reason run',
  operations:
    'suite problem inputs outputs method operator outcome reason additions multiplications divisions nonlinear selections operations ' +
    'function_operations ratio ratio_bound moves work work_ratio work_bound function_calls tape_nodes tape_bytes graph_nodes values_alive run',
  checks: 'suite problem size slip reference tolerance outcome reason planted found named checks false_alarms run',
  training: 'suite problem size inputs method step outcome reason loss drift prepare_ns time_ns run',
  solving:
    'suite problem size inputs method solver iteration outcome reason stopped distance objective_gap constraint_violation gradient_norm ' +
    'function_calls gradient_calls calls_of_f_in_total time_ns run',
  'expression-size':
    'suite problem n form of nodes operators distinct depth characters derive_ns relative_error outcome reason run',
  memory:
    'suite problem length strategy bytes values recorded_nodes evaluations relative_error time_ns outcome reason run',
};

describe('the data package', () => {
  it.each(all)('describes every column of $name.csv, in order', (table) => {
    const resource = described.resources.find(({ name }) => name === table.name)!;
    expect(resource.path).toBe(`${table.name}.csv`);
    expect(resource.schema.fields.map(({ name }) => name)).toEqual(Object.keys(table.columns));
    for (const field of resource.schema.fields) {
      const column = table.columns[field.name]!;
      expect(field.type).toBe(column.type);
      expect(field.description).toBe(column.description);
      expect(field.description).not.toBe('');
      expect(field.constraints?.enum).toEqual(column.values);
    }
    expect(resource.schema.missingValues).toEqual(['']);
  });

  it.each(all)('has a primary key for $name.csv, made of its own columns', (table) => {
    const resource = described.resources.find(({ name }) => name === table.name)!;
    expect(resource.schema.primaryKey).toEqual(keyColumns(table));
    expect(resource.schema.primaryKey).toEqual(expect.arrayContaining(['suite', 'problem']));
    expect(resource.schema.primaryKey.length).toBeGreaterThanOrEqual(4);
  });

  it.each(all)('has the columns of $name.csv that the design promises', (table) => {
    expect(Object.keys(table.columns)).toEqual(expect.arrayContaining(PROMISED[table.name]!.split(' ')));
  });

  it('describes no table that is not written', () => {
    expect(described.resources.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
  });
});

describe('results/README.md', () => {
  it.each(all)('explains every column of $name.csv in a line', (table) => {
    const readme = resultsReadme();
    expect(readme).toContain(`## ${table.name}.csv`);
    for (const [name, { type, key }] of Object.entries(table.columns)) {
      expect(readme).toContain(`| \`${name}\` | ${type}${key ? ', key' : ''} |`);
    }
  });

  it('has as many cells in every line of a table as heads, of which one says how a column of a run is compared', () => {
    const cells = (line: string) => line.replaceAll('\\|', '').split('|').length - 2;
    const blocks = resultsReadme()
      .split('\n\n')
      .filter((block) => block.startsWith('|'))
      .map((block) => block.trimEnd().split('\n'));
    for (const [heads = '', ...lines] of blocks) for (const line of lines) expect(cells(line), line).toBe(cells(heads));
    expect(blocks.filter(([heads]) => heads?.includes('| compared |'))).toHaveLength(all.length);
  });
});
