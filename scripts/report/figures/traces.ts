/**
 * Evaluation traces as tables: the primal beside its tangents, and beside the adjoints (Baydin et al., JMLR 18, 2018,
 * Tables 2 and 3).
 */
import type { Evaluation, Quantity } from '../../trace/evaluation.ts';
import type { Formula, Variable } from '../../trace/formula.ts';
import { named } from '../../trace/notations.ts';
import { reverseSweep, tangentsOf } from '../../trace/sweeps.ts';
import { equation, type Typeset, typeset, typesetNumber, typesetVariable } from '../../trace/typeset.ts';
import { list } from '../../words/words.ts';
import type { Cell, Table, TableColumn } from '../content/parts.ts';

/** A function at a point, with the names of its inputs and the command that traces it. */
export interface TracedFunction {
  readonly inputs: readonly string[];
  readonly evaluation: Evaluation;
  readonly remake: string;
}

type Accent = Variable['accent'];

const NOTHING: readonly [Cell, Cell] = [{ text: '' }, { text: '' }];

/** The primal trace and the tangents for a seed, side by side. */
export function forwardTrace({ inputs, evaluation, remake }: TracedFunction, seed: readonly number[]): Table {
  const { graph, computed } = evaluation;
  const output = graph.outputs[0]!;
  const tangents = tangentsOf(evaluation, seed);
  const tangent = tangents.get(output)?.value ?? 0;
  const value = (node: number) => tangents.get(node)!.value;
  return {
    kind: 'table',
    name: 'forward-trace',
    title: 'Forward mode: the evaluation trace and its tangents',
    remake,
    columns: columns('primal', `tangent for the seed (${seed.map((each) => typesetNumber(each).text).join(', ')})`),
    rows: [
      ...graph.inputs.map((node, i) => [
        ...primalOfInput(evaluation, node, inputs[i]!),
        ...line([letter(evaluation, node, 'dot'), typesetVariable(named(inputs[i]!, 'dot'))], value(node)),
      ]),
      ...computed.map((node) => [
        ...primal(evaluation, node),
        ...computation(letter(evaluation, node, 'dot'), tangents.get(node)!),
      ]),
      [
        ...primalOfOutput(evaluation),
        ...line([typesetVariable(named(evaluation.output, 'dot')), letter(evaluation, output, 'dot')], tangent),
      ],
    ],
    reading: [
      `One pass gives the value ${typesetNumber(evaluation.quantity(output).value).text} and the derivative ${typesetNumber(tangent).text} along the seed.${passes(inputs.length)}`,
    ],
  };
}

/**
 * The primal trace, to be read downwards, and the adjoints, to be read upwards, each beside the operation that it comes
 * from.
 */
export function reverseTrace({ inputs, evaluation, remake }: TracedFunction): Table {
  const { graph, computed } = evaluation;
  const output = graph.outputs[0]!;
  const sweep = reverseSweep(evaluation);
  const gradient = graph.inputs.map((node) => sweep.adjointOf(node).value);
  const [seeds, updates] = [sweep.updates.slice(0, 1), sweep.updates.slice(1)];
  const beside = (node: number) => {
    const backwards = updates.filter(({ from }) => from === node).reverse();
    const adjoints = backwards.map((update) => computation(letter(evaluation, update.node, 'bar'), update));
    return (adjoints.length === 0 ? [NOTHING] : adjoints).map((adjoint, i) => [
      ...(i === 0 ? primal(evaluation, node) : NOTHING),
      ...adjoint,
    ]);
  };
  return {
    kind: 'table',
    name: 'reverse-trace',
    title: 'Reverse mode: the evaluation trace and its adjoints',
    remake,
    columns: columns('primal, downwards', 'adjoint, upwards'),
    rows: [
      ...graph.inputs.map((node, i) => [
        ...primalOfInput(evaluation, node, inputs[i]!),
        ...line([typesetVariable(named(inputs[i]!, 'bar')), letter(evaluation, node, 'bar')], gradient[i]!),
      ]),
      ...computed.flatMap(beside),
      [
        ...primalOfOutput(evaluation),
        ...(seeds.length === 0
          ? NOTHING
          : line([letter(evaluation, output, 'bar'), typesetVariable(named(evaluation.output, 'bar'))], 1)),
      ],
    ],
    reading: [
      `Read the adjoints upwards: one sweep gives ${inputs.length === 1 ? 'the derivative' : `${all(inputs.length)} partial derivatives`}, ` +
        `${list(gradient.map((entry) => typesetNumber(entry).text))}.`,
    ],
  };
}

function all(count: number): string {
  return count === 2 ? 'both' : `all ${count}`;
}

/** The passes of a whole gradient, if it takes more than this one. */
function passes(inputs: number): string {
  if (inputs === 1) return '';
  return ` ${capital(all(inputs))} partial derivatives take ${inputs} passes, one for each input.`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function columns(left: string, right: string): TableColumn[] {
  return [left, right].flatMap((head): TableColumn[] => [
    { head: { text: head }, align: 'left' },
    { head: { text: 'value' }, align: 'right' },
  ]);
}

function primal(evaluation: Evaluation, node: number): Cell[] {
  return computation(letter(evaluation, node), evaluation.quantity(node));
}

function primalOfInput(evaluation: Evaluation, node: number, name: string): Cell[] {
  return line([letter(evaluation, node), typesetVariable(named(name))], evaluation.quantity(node).value);
}

function primalOfOutput(evaluation: Evaluation): Cell[] {
  const output = evaluation.graph.outputs[0]!;
  return line(
    [typesetVariable(named(evaluation.output)), letter(evaluation, output)],
    evaluation.quantity(output).value,
  );
}

function letter(evaluation: Evaluation, node: number, accent?: Accent): Typeset {
  return typeset(evaluation.letter(node, accent));
}

/** v_1 = ln v_-1 = ln 2, and its value. */
function computation(name: Typeset, { formula, exact, value }: Quantity): Cell[] {
  const isNews = (of: Formula) => typeset(of).text !== typesetNumber(value).text;
  return line([name, typeset(formula), ...(exact && isNews(exact) ? [typeset(exact)] : [])], value);
}

function line(sides: readonly Typeset[], value: number): Cell[] {
  return [equation(sides), { ...typesetNumber(value), value }];
}
