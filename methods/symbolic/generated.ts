import type { MathNode } from '../arithmetic/mathjs.ts';
import type { Evaluator } from './evaluator.ts';
import { Program } from './javascript.ts';

/** Assignments in one function: as many as V8 surely optimises together. */
const ROWS_PER_FUNCTION = 1000;

/**
 * An evaluator of expressions that runs JavaScript generated from them: one function an expression, cut where it is too
 * long.
 */
export function generatedEvaluator(components: readonly MathNode[], partials: readonly MathNode[]): Evaluator {
  const program = new Program();
  const first = program.add(components[0]!);
  const values = writer('values', [first, ...components.slice(1).map((node) => program.add(node))]);
  const jacobian = writer(
    'jacobian',
    partials.map((node) => program.add(node)),
  );
  const value = `function value(x) {\n  return ${first};\n}\n`;
  const text = program.text(`${values}${jacobian}${value}return { value, values, jacobian };`);
  // The text is the program's own: `readTerm` lets nothing through but numbers, variables and listed operations.
  return new Function(text)() as Evaluator;
}

/** A function of x and out that writes the results, in pieces where there are many. */
function writer(name: string, results: readonly string[]): string {
  const pieces: string[] = [];
  for (let start = 0; start < results.length; start += ROWS_PER_FUNCTION) {
    const rows = results
      .slice(start, start + ROWS_PER_FUNCTION)
      .map((result, i) => `  out[${start + i}] = ${result};\n`);
    pieces.push(`function ${name}${pieces.length}(x, out) {\n${rows.join('')}}\n`);
  }
  const calls = pieces.map((_, i) => `  ${name}${i}(x, out);\n`);
  return `${pieces.join('')}function ${name}(x, out) {\n${calls.join('')}}\n`;
}
