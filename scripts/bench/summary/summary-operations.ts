import { median } from 'simple-statistics';
import { fittedTable } from '../../command/text-table.ts';
import type { Row } from '../../tables/column/column.ts';
import type { operations } from '../../tables/tables.ts';

type OperationsRow = Row<typeof operations.columns>;

/** The suite whose problem has the same cost at every shape of its Jacobian. */
const SHAPES = 'jacobian-shapes';

/**
 * The part of the closing summary about operations: a derivative as a multiple of the function in both measures, where
 * the worst problem is against theory's bound, and a Jacobian by columns and by rows.
 */
export function operationsText(methods: readonly string[], rows: readonly OperationsRow[]): string {
  const counted = rows.filter(({ outcome, operator }) => outcome === 'ok' && operator !== 'value');
  return [againstBounds(methods, counted), shapes(methods, counted)].filter(Boolean).join('\n\n');
}

function againstBounds(methods: readonly string[], rows: readonly OperationsRow[]): string {
  const body = methods.flatMap((method) => {
    const own = rows.filter((row) => row.method === method);
    if (own.length === 0) return [];
    const derivatives = own.filter(({ operator }) => operator === 'gradient' || operator === 'jacobian');
    const worst = own.reduce((a, b) => ((b.work_to_bound ?? 0) > (a.work_to_bound ?? 0) ? b : a));
    const against =
      worst.work_to_bound === undefined
        ? ['–', '']
        : [worst.work_to_bound.toFixed(2), `${worst.problem} ${worst.size}`];
    return [
      [
        method,
        middle(derivatives.map(({ ratio }) => ratio)),
        middle(derivatives.map((row) => row.work_ratio)),
        ...against,
      ],
    ];
  });
  if (body.length === 0) return '';
  const title =
    'Operations of a derivative, and work (with moves), as multiples of the function\n' +
    "(medians); the largest work over theory's bound, and where it is";
  return `${title}\n${fittedTable(['', 'operations', 'work', 'to bound', 'at'], body)}`;
}

function shapes(methods: readonly string[], rows: readonly OperationsRow[]): string {
  const own = rows.filter(({ suite, operator }) => suite === SHAPES && operator === 'jacobian');
  const sizes = [...new Set(own.map(({ size }) => size!))].sort((a, b) => a - b);
  if (sizes.length < 2) return '';
  const at = (method: string, size: number) => own.find((row) => row.method === method && row.size === size);
  const outputs = (size: number) => own.find((row) => row.size === size)!.outputs;
  const body = methods
    .filter((method) => own.some((row) => row.method === method))
    .map((method) => [method, ...sizes.map((size) => at(method, size)?.ratio?.toFixed(1) ?? '–')]);
  return `Operations of a Jacobian R^n -> R^m, n m constant, as multiples of the function\n${fittedTable(['n x m', ...sizes.map((size) => `${size} x ${outputs(size)}`)], body)}`;
}

/** Their median; a dash where there are none. */
function middle(ratios: readonly (number | undefined)[]): string {
  const known = ratios.flatMap((ratio) => ratio ?? []);
  if (known.length === 0) return '–';
  const value = median(known);
  return value < 100 ? value.toFixed(2) : Math.round(value).toString();
}
