import { expect, it } from 'vitest';
import { evaluationOf } from '../trace/evaluation.ts';
import { writtenInstance } from '../written/function.ts';
import { cancellationsOf } from './cancellation.ts';

function cancellations(expression: string, ...point: readonly number[]): string[] {
  return cancellationsOf(evaluationOf(writtenInstance({ expression, point }), point));
}

it.each<readonly [string, readonly number[], RegExp]>([
  [
    '(1-cos(x))/x^2',
    [1e-7],
    /^Catastrophic cancellation: v₃ = 1 − v₁ has the condition number 4 · 10¹⁴\. .* 14 of 16 digits/,
  ],
  ['(exp(x) - 1)/x', [1e-8], /v₂ = v₁ − 1 has the condition number 2 · 10⁸/],
  ['sqrt(x^2 + 1) - x', [1e6], /condition number 4 · 10¹²/],
  ['-x + sqrt(x^2 + 1)', [1e6], /condition number 4 · 10¹²/],
])('names what %s loses at %j, with its condition number', (expression, point, sentence) => {
  expect(cancellations(expression, ...point)).toEqual([expect.stringMatching(sentence)]);
});

it.each<readonly [string, readonly number[]]>([
  ['1 - cos(x)', [1]],
  ['x - y', [1, 1 + 1e-12]], // what is given has no rounding errors
  ['10 + (1 - cos(x))', [1e-7]], // the function does not need the digits that are lost
  ['2*sin(x/2)^2/x^2', [1e-7]],
  ['1 - cos(x)', [0]], // nothing is lost
])('finds none in %s at %j', (expression, point) => {
  expect(cancellations(expression, ...point)).toEqual([]);
});
