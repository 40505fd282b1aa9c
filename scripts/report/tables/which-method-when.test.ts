import { describe, expect, it } from 'vitest';
import type { Results } from '../content/results.ts';
import { accuracyRow, memoryRow, NOTHING, operationsRow, timingRow } from '../fixtures/results.ts';
import { whichMethodWhen } from './which-method-when.ts';

type Cells = Parameters<typeof timingRow>[0];

function gradient(inputs: number, method: string, ratio: number, cells: Cells = {}) {
  return timingRow({ suite: 's', problem: 'p', size: inputs, inputs, operator: 'gradient', method, ratio, ...cells });
}
function jacobian(inputs: number, outputs: number, method: string, ratio: number) {
  const problem = { suite: 'jacobian-shapes', problem: 'sines', size: inputs, inputs, outputs };
  return timingRow({ ...problem, operator: 'jacobian', method, ratio });
}

function tableOf(results: Partial<Results>) {
  const part = whichMethodWhen({ ...NOTHING, ...results });
  if (part.kind !== 'table') throw new Error(part.why);
  const texts = part.rows.map((cells) => cells.map(({ text }) => text));
  const cell = (question: string, column: number) =>
    part.rows.find(([first]) => first!.text.startsWith(question))![column]!;
  return { reading: part.reading, cell, row: (question: string) => texts.find(([text]) => text!.startsWith(question)) };
}

describe('which method when', () => {
  it('has the cheapest gradient of many and of few inputs, the next, and the derivative by hand', () => {
    const timing = [
      gradient(100, 'manual', 1),
      gradient(100, 'reverse-tape', 4),
      gradient(1000, 'reverse-tape', 9),
      gradient(100, 'forward', 100),
      gradient(1000, 'forward', 900),
      gradient(1000, 'manual', 4),
      gradient(5, 'forward', 3),
      gradient(6, 'reverse-tape', 1),
    ];
    const { row } = tableOf({ timing });
    expect(row('Gradient of 100 inputs')!.slice(1)).toEqual([
      '2 cases',
      'reverse-tape',
      '6.00 f',
      'forward',
      '300 f',
      '2.00 f',
    ]);
    expect(row('Gradient of 5 inputs')!.slice(1)).toEqual(['1 case', 'forward', '3.00 f', '', '', '']);
  });

  it('lets nobody win because the time of a rival is not known', () => {
    const unsteady = gradient(100, 'reverse-tape', 4, { steady: 'no' });
    const forward = [gradient(100, 'forward', 100), gradient(1000, 'forward', 900)];
    const { row } = tableOf({ timing: [...forward, unsteady, gradient(1000, 'reverse-tape', 9)] });
    expect(row('Gradient of 100 inputs')!.slice(1, 5)).toEqual(['1 case', 'reverse-tape', '9.00 f', 'forward']);
    const few = [gradient(2, 'forward', 1)];
    const open = tableOf({
      timing: [...few, ...forward, unsteady, gradient(1000, 'reverse-tape', 9, { forks_agree: 'no' })],
    });
    expect(open.row('Gradient of 100 inputs')![2]).toBe('In no case are the times of all methods known.');
  });

  it('has no fastest Jacobian of a shape where the least time is not known', () => {
    const doubtful = { ...jacobian(256, 1, 'reverse-graph-javascript', 2), forks_agree: 'no' };
    const others = [jacobian(256, 1, 'reverse-tape', 4), jacobian(256, 1, 'forward', 40)];
    const timing = [...others, gradient(2, 'forward', 5)];
    expect(tableOf({ timing: [...timing, doubtful] }).row('Wide')![2]).toMatch(/least time .* not known/);
    expect(tableOf({ timing: [...timing, { ...doubtful, ratio: 9 }] }).row('Wide')![2]).toBe('reverse-tape');
  });

  it('judges only over cases that no method refuses', () => {
    const refused = gradient(2, 'reverse-tape', 0, { outcome: 'unsupported', problem: 'branch' });
    const timing = [
      gradient(2, 'reverse-tape', 4),
      gradient(2, 'forward', 5),
      refused,
      gradient(2, 'forward', 5, { problem: 'branch' }),
    ];
    expect(tableOf({ timing }).row('Gradient of 5 inputs')!.slice(1, 4)).toEqual(['1 case', 'reverse-tape', '4.00 f']);
  });

  it('has the widest and the tallest Jacobian, and where forward and reverse cross on a line of logarithms', () => {
    const timing = [
      ...[jacobian(1, 16, 'forward', 2), jacobian(1, 16, 'reverse-tape', 32)],
      ...[jacobian(4, 4, 'forward', 8), jacobian(4, 4, 'reverse-tape', 32)],
      ...[jacobian(16, 1, 'forward', 64), jacobian(16, 1, 'reverse-tape', 16)],
    ];
    const { row } = tableOf({ timing });
    expect(row('Tall Jacobian')).toEqual([
      'Tall Jacobian, 16 x 1',
      '1 case',
      'forward',
      '2.00 f',
      'reverse-tape',
      '32.0 f',
      '',
    ]);
    expect(row('Wide Jacobian')).toEqual([
      'Wide Jacobian, 1 x 16',
      '1 case',
      'reverse-tape',
      '16.0 f',
      'forward',
      '64.0 f',
      '',
    ]);
    // forward / reverse is 1/4 at n = 4 and 4 at n = 16: it is 1 half way, at n = 8 and m = 2
    expect(row('Where forward')!.slice(1)).toEqual(['3 shapes', 'forward', 'n < 8.0', 'reverse-tape', 'n > 8.0', '']);
    expect(tableOf({ timing: timing.slice(0, 4) }).row('Where forward')![2]).toBe(
      'forward is the faster at each of the shapes timed, so they do not cross.',
    );
    expect(tableOf({ timing: timing.slice(0, 2) }).row('Where forward')![2]).toMatch(/^No such case was timed/);
  });

  it('has the fastest for one call, for many, and the calls from which on the latter is ahead', () => {
    const timing = [
      gradient(3, 'forward', 6, { prepare_ns: 0, first_call_ns: 50, median_ns: 60 }),
      gradient(3, 'reverse-tape', 1, { prepare_ns: 1000, first_call_ns: 100, median_ns: 10 }),
    ];
    const { row } = tableOf({ timing });
    expect(row('One call')!.slice(2)).toEqual(['forward', '50.0 ns', 'reverse-tape', '1.10 µs', '']);
    expect(row('Many calls')!.slice(2, 4)).toEqual(['reverse-tape', '1.00 f']);
    expect(row('Calls that pay')!.slice(1, 6)).toEqual(['1 case', 'reverse-tape', '22 or more', 'forward', 'fewer']);
    expect(tableOf({ timing: timing.slice(0, 1) }).row('Calls that pay')![2]).toBe(
      'forward is ahead from the first call on.',
    );
  });

  it('has the least memory at the greatest length of each problem', () => {
    const memory = [
      memoryRow({ problem: 'chain', length: 10, strategy: 'reverse-tape', bytes: 1 }),
      memoryRow({ problem: 'chain', length: 1e6, strategy: 'reverse-tape', bytes: 2e6 }),
      memoryRow({ problem: 'chain', length: 1e6, strategy: 'forward', bytes: 16 }),
      memoryRow({ problem: 'chain', length: 1e6, strategy: 'reverse-graph', outcome: 'timeout' }),
    ];
    expect(tableOf({ memory }).row('Least memory')).toEqual([
      'Least memory, chain',
      'length 10⁶',
      'forward',
      '16 B',
      'reverse-tape',
      '2.00 MB',
      '',
    ]);
  });

  it('has second derivatives only where they were timed', () => {
    const hessian = gradient(3, 'forward', 7, { operator: 'hessian' });
    const { row, cell } = tableOf({ timing: [hessian] });
    expect(row('Hessian')!.slice(2, 4)).toEqual(['forward', '7.00 f']);
    expect(row('Hessian times')![2]).toBe('Not timed in this run.');
    expect(cell('Hessian times', 2).note).toMatch(/^npm run bench .* --operator hvp\.$/);
  });

  it('has the most digits of the methods that only call the function', () => {
    const of = (method: string, digits: number) =>
      accuracyRow({ suite: 's', problem: `${digits}`, operator: 'gradient', method, digits });
    const accuracy = [
      of('central-difference', 9),
      of('central-difference', 7),
      of('forward-difference', 6),
      of('forward', 15),
      of('complex-step', 15), // it calls f too, but over complex numbers, for which f must be written
      { ...of('central-difference', 0), outcome: 'wrong' },
    ];
    const operations = ['central-difference', 'forward-difference', 'complex-step'].map((method) =>
      operationsRow({ method, operator: 'gradient', function_calls: 4 }),
    );
    expect(tableOf({ accuracy, operations }).row('The function only')!.slice(1)).toEqual([
      'the others: 15.0 digits',
      'central-difference',
      '8.00 digits',
      'forward-difference',
      '6.00 digits',
      '',
    ]);
  });

  it('says who is the best in most contests, and how many questions stay open', () => {
    const timing = [
      gradient(2, 'forward', 3),
      gradient(100, 'forward', 3),
      gradient(1, 'reverse-tape', 1, { operator: 'hvp' }),
    ];
    expect(tableOf({ timing }).reading[0]).toBe(
      'forward is the best in 3 of 4 contests, more than any other. These rows leave 8 of 12 questions open.',
    );
    const even = [gradient(2, 'forward', 3, { operator: 'hessian' }), timing[2]!];
    expect(tableOf({ timing: even }).reading[0]).toMatch(
      /^forward and reverse-tape are the best in 1 of 2 contests each\./,
    );
  });

  it('is missing without rows, and where all is out of time or no number', () => {
    expect(whichMethodWhen(NOTHING).kind).toBe('missing');
    const late = [gradient(2, 'forward', 3, { outcome: 'timeout' }), gradient(3, 'forward', Number.NaN)];
    expect(whichMethodWhen({ ...NOTHING, timing: late }).kind).toBe('missing');
  });

  it('says so where the derivative by hand is alone', () => {
    const timing = [gradient(2, 'manual', 1), gradient(3, 'forward', 5, { operator: 'hvp' })];
    expect(tableOf({ timing }).row('Gradient of 5')![2]).toBe('No automatic method answered every case.');
  });
});
