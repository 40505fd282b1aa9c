import { describe, expect, it } from 'vitest';
import { UsageError } from '../command/usage-error.ts';
import { parseGraphOptions } from './options.ts';
import { graphText } from './text.ts';

async function printed(...args: string[]): Promise<string> {
  const options = parseGraphOptions(args);
  if (options === 'help') throw new Error('help was shown');
  return graphText(options);
}

describe('npm run graph', () => {
  it('prints the gradient of a problem as a trace, with the value first', async () => {
    const text = await printed('log-product-sine');
    expect(text).toMatch(/^v-1 = x1\nv0 = x2\nv1 = log\(v-1\)\n/);
    expect(text).toMatch(/\nf = v\d+\ndf\/dx1 = v\d+\ndf\/dx2 = v\d+\n$/);
  });

  it('prints JavaScript that computes what is asked for: H v of x1^2 + ... is linear in v', async () => {
    const source = await printed('log-product-sine', '--of', 'hvp', '--as', 'javascript');
    const hvp: (...x: number[]) => number[] = new Function(`${source}\nreturn hvp;`)();
    // H of ln(x1) + x1 x2 - sin(x2) is [[-1/x1^2, 1], [1, sin(x2)]]
    expect(hvp(2, 5, 1, 0)).toEqual([-0.25, 1]);
    expect(hvp(2, 5, 0, 1)).toEqual([1, Math.sin(5)]);
  });

  it('prints DOT, sizes, and graphs that are not simplified', async () => {
    expect(await printed('log-product-sine', '--of', 'function', '--as', 'dot')).toContain('digraph');
    expect(await printed('nested', '--size', '20', '--of', 'function', '--as', 'sizes')).toMatch(/^nodes +60\n/);
    const raw = await printed('nested', '--size', '20', '--of', 'function', '--as', 'sizes', '--form', 'raw');
    expect(raw).toMatch(/^nodes +96\n/); // x, and for each of 19 steps three operations and two constants
  });

  it.each<readonly [string, readonly string[], RegExp]>([
    ['an unknown problem', ['rosenbrok'], /There is no problem "rosenbrok"\. Nearest: rosenbrock/],
    ['a name that two suites have', ['rosenbrock'], /say which with --suite/],
    ['a gradient of a vector-valued function', ['bard'], /has 15 outputs: ask for --of jacobian/],
    ['a function that branches on values', ['branching-loop'], /branching-loop has no graph: it branches on values/],
    ['a size that there is not', ['factored', '--size', '7'], /factored has no size 7: .* 1, 2, 3, 4\./],
    ['an unknown notation', ['sigmoid', '--as', 'svg'], /Allowed choices are listing, dot, javascript, sizes/],
    ['an expression', ['x^2*sin(y)'], /npm run explain -- "x\^2\*sin\(y\)" --at x=\.\.\.,y=\.\.\. --svg graph\.svg$/],
    ['an expression that begins with a minus', ['-x', '--size', '3'], /npm run explain -- "-x" --at x=\.\.\. --svg/],
    ['an expression with a fault', ['log10(x)'], /Write log10\(x\) as log\(x\)\/log\(10\)\./],
    ['no problem', [], /missing required argument 'problem'/],
    ['a size that is no number', ['sigmoid', '--size', 'big'], /It must be a whole number from 1/],
  ])('refuses %s in one sentence', async (_name, args, message) => {
    const refused = printed(...args);
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(message);
  });
});
