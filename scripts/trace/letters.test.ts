import fc from 'fast-check';
import { expect, it } from 'vitest';
import { variable } from './formula.ts';
import { functionLetter, lettersBeside, USUAL } from './letters.ts';
import { named } from './notations.ts';
import { typeset, typesetVariable } from './typeset.ts';

const ACCENTS = [undefined, 'dot', 'bar'] as const;

it('takes the usual letters where they are free', () => {
  expect(lettersBeside(['x1', 'x2', 'velocity', 'y1', 'w'])).toEqual(USUAL);
  expect(functionLetter(['x', 'y', 'f1'])).toBe('f');
});

it.each([
  [['y'], 'v', 'z', 'f'],
  [['v1', 'v2'], 'w', 'y', 'f'],
  [['v', 'w3', 'y', 'z'], 'u', 'Y', 'f'],
  [['f', 'x'], 'v', 'y', 'g'],
])('beside %j there are letters of our own', (inputs, line, output, f) => {
  expect([lettersBeside(inputs), functionLetter(inputs)]).toEqual([{ line, output }, f]);
});

it('names nothing as an input is named, in plain signs and in LaTeX', () => {
  const letter = fc.constantFrom(...'vwutsrqpyzYZfghFGH');
  const name = fc.tuple(letter, fc.constantFrom('', '0', '1', '2', '01', '12', '_1')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 50 }), (inputs) => {
      const { line, output } = lettersBeside(inputs);
      for (const accent of ACCENTS) {
        const theirs = inputs.map((each) => typesetVariable(named(each, accent)));
        const lines = Array.from({ length: 80 }, (_, i) => typeset(variable(line, i - inputs.length, accent)));
        const ours = [...lines, typesetVariable(named(output, accent)), typesetVariable(named(functionLetter(inputs)))];
        for (const notation of ['text', 'tex'] as const) {
          const taken = new Set(theirs.map((each) => each[notation]));
          expect(ours.filter((each) => taken.has(each[notation]))).toEqual([]);
        }
      }
      expect(new Set([line, output, functionLetter(inputs)]).size).toBe(3);
    }),
    { numRuns: 50 },
  );
});
