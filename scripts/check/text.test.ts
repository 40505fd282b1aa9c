import { expect, it } from 'vitest';
import { scalar } from '../../suites/problem.ts';
import { CHECK_DEFAULTS, checkDerivatives, isCorrect } from '../checker/check.ts';
import type { Checked } from './run.ts';
import { checkedText, jsonText } from './text.ts';

/** The check of 1e12 + x^2 with this gradient by hand. */
function checked(gradient: (x: Float64Array, value: number) => readonly [slope: number, returned: number]): Checked {
  const value = (x: Float64Array) => 1e12 + x[0]! ** 2;
  const instance = scalar({
    inputs: 1,
    evaluate: (A, [x]) => A.add(A.constant(1e12), A.mul(x!, x!)),
    byHand: {
      value,
      gradient(x, out) {
        const [slope, returned] = gradient(x, value(x));
        out[0] = slope;
        return returned;
      },
    },
    points: (random) => [Float64Array.of(0.25), Float64Array.of(random(0, 0.5))],
  });
  const findings = checkDerivatives(instance);
  return { name: 'mine', title: '1e12 + x^2', size: 1, findings, isRight: isCorrect(findings) };
}

function textOf(what: Checked): string {
  const text = checkedText([what], { ...CHECK_DEFAULTS, size: undefined, timeLimit: 60 });
  for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  return text.replaceAll(/\s+/g, ' ');
}

it('says of what the check could not tell, with what was found', () => {
  const unclear = checked((x, value) => [x[0]!, value]);
  const text = textOf(unclear);
  expect(text).toMatch(/gradient \(1 entry\): COULD NOT TELL of 1 entry, tried at \d+ points/);
  expect(text).toMatch(/1: \S+ by hand, \S+ exactly, at x = \(\S+\)/);
  expect(text).toMatch(/Nothing was found wrong, but the check could not tell of everything\.$/);
  expect(JSON.parse(jsonText([unclear]))[0].findings[0]).toMatchObject({ outcome: 'unclear', unclear: [{ row: 0 }] });
});

it('says that entries are right and the returned value is not', () => {
  const text = textOf(checked((x) => [2 * x[0]!, 7]));
  expect(text).toMatch(/gradient \(1 entry\): WRONG, though its entries are right at \d+ points\./);
  expect(text).toMatch(/Fault in the code of the gradient: it returns 7 where the function is 1000000000000/);
  expect(text).toMatch(/The check did not pass\.$/);
});

it('says that all is right, with the power that this has', () => {
  const text = textOf(checked((x, value) => [2 * x[0]!, value]));
  expect(text).toMatch(/right at \d+ points\. .* 100 % of those of 1e-9 .* All that is written by hand is right/);
});
