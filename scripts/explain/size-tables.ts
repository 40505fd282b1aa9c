import type { Cell, Table } from '../report/content/parts.ts';
import { number } from '../words/words.ts';
import type { FormSize, MethodAnswer } from './measure.ts';

/** Names of the forms. */
const FORMS: Readonly<Record<string, string>> = {
  'graph-simplified function': 'function, as a graph',
  'graph-simplified derivative': 'gradient, as a graph',
  'graph-simplified hessian': 'Hessian, as a graph',
  'raw function': 'function, as an expression',
  'raw derivative': 'gradient, as expressions',
  'simplified derivative': 'gradient, simplified by mathjs',
  'tape derivative': 'gradient, on a tape',
};

/** How large the function and its derivatives are, in each form. */
export function sizesTable(sizes: readonly FormSize[], remake: string): Table {
  const count = (value: number | undefined): Cell =>
    value === undefined ? { text: '' } : { text: String(value), value };
  return {
    kind: 'table',
    name: 'sizes',
    title: 'Sizes',
    remake,
    columns: [
      { head: { text: 'form' }, align: 'left' },
      { head: { text: 'nodes' }, align: 'right' },
      { head: { text: 'operations' }, align: 'right' },
      { head: { text: 'distinct' }, align: 'right' },
    ],
    rows: sizes.map(({ request: { form, of }, size, failure }) => [
      { text: FORMS[`${form} ${of}`] ?? `${of}, ${form}` },
      ...(size
        ? [count(size.nodes), count(size.operators), count(size.distinct)]
        : [
            {
              text: failure?.outcome ?? 'error',
              tone: failure?.outcome ?? 'error',
              note: failure?.reason ?? 'no answer',
            } as const,
            { text: '' },
            { text: '' },
          ]),
    ]),
    reading: growth(sizes),
  };
}

/** The operations that each method executes for one gradient, or one Hessian. */
export function operationsTable(
  answers: readonly MethodAnswer[],
  of: string,
  f: string,
  remake: string,
): Table | undefined {
  const counted = answers.filter(({ operations }) => operations !== undefined);
  const [first] = counted;
  if (!first) return undefined;
  return {
    kind: 'table',
    name: `operations-${of}`,
    title: `Operations of one ${of === 'hessian' ? 'Hessian' : of}; the function takes ${first.ofFunction}`,
    remake,
    columns: [
      { head: { text: 'method' }, align: 'left' },
      { head: { text: 'operations' }, align: 'right' },
      { head: { text: `times those of ${f}` }, align: 'right' },
    ],
    rows: counted.map(({ method, operations = 0, ofFunction = 0 }) => [
      { text: method },
      { text: String(operations), value: operations },
      ofFunction === 0 ? { text: '' } : { text: number(operations / ofFunction), value: operations / ofFunction },
    ]),
    reading: [],
  };
}

function growth(sizes: readonly FormSize[]): string[] {
  const nodes = (form: string, of: string) =>
    sizes.find(({ request }) => request.form === form && request.of === of)?.size?.operators;
  const [own, graph, raw] = [
    nodes('graph-simplified', 'function'),
    nodes('graph-simplified', 'derivative'),
    nodes('raw', 'derivative'),
  ];
  if (!own || graph === undefined || raw === undefined) return [];
  return [
    `The function takes ${own} operations, its gradient ${graph} as a graph and ${raw} as expressions that share nothing.`,
  ];
}
