import { expect, it } from 'vitest';
import { expressionJob, shortest } from './expression-job.ts';
import type { ExpressionRequest, ExpressionSize } from './request.ts';

async function sizeOf(
  suite: string,
  problem: string,
  size: number,
  request: ExpressionRequest,
): Promise<ExpressionSize> {
  const sent: ExpressionSize[] = [];
  await expressionJob({ kind: 'expression', problem: { suite, problem, size }, request, seed: 1 }, (part) =>
    sent.push(part),
  );
  return sent[0]!;
}

it('judges the derivative of the logistic map in every form that is an expression, and nothing else', async () => {
  for (const form of ['raw', 'simplified', 'polynomial'] as const) {
    const { relative_error: error } = await sizeOf('logistic-map', 'nested', 3, { form, of: 'derivative' });
    expect(error, form).toBeLessThan(1e-14);
    expect(await sizeOf('logistic-map', 'nested', 3, { form, of: 'function' })).not.toHaveProperty('relative_error');
  }
  expect(
    (await sizeOf('logistic-map', 'nested', 6, { form: 'polynomial', of: 'derivative' })).relative_error,
  ).toBeCloseTo(2.6e-6, 7);
  for (const form of ['tape', 'graph-shared'] as const)
    expect(await sizeOf('logistic-map', 'nested', 3, { form, of: 'derivative' })).not.toHaveProperty('relative_error');
  expect(await sizeOf('lecture', 'log-product-sine', 2, { form: 'raw', of: 'derivative' })).not.toHaveProperty(
    'relative_error',
  );
});

it('sends plain data, with the text of a short expression alone', async () => {
  const short = await sizeOf('logistic-map', 'nested', 2, { form: 'raw', of: 'derivative' });
  expect(structuredClone(short)).toEqual(short);
  expect(short.text).toBe('4 * 1 * (1 - x1) + 4 * x1 * (0 - 1)');
  expect(await sizeOf('logistic-map', 'nested', 5, { form: 'raw', of: 'derivative' })).not.toHaveProperty('text');
});

it('the time of deriving is the shortest of four where the first is short, and the first where it is 0 or long', () => {
  const times = [9e5, 3e5, 4e5, 1];
  expect(shortest(1.9e6, () => times.shift()!)).toBe(3e5);
  expect(times).toEqual([1]);
  for (const first of [0, 2e6, 1e9]) expect(shortest(first, () => 1)).toBe(first);
});

it('measures a vector-valued function in every form but as a polynomial', async () => {
  for (const form of ['raw', 'simplified', 'tape', 'graph-raw', 'graph-shared', 'graph-simplified'] as const) {
    const size = await sizeOf('lecture', 'matlab-constraints', 2, { form, of: 'derivative' });
    expect(size.nodes, form).toBeGreaterThan(0);
    expect(size).not.toHaveProperty('relative_error');
  }
  const [shared, simplified] = await Promise.all(
    (['graph-shared', 'graph-simplified'] as const).map((form) =>
      sizeOf('lecture', 'matlab-constraints', 2, { form, of: 'derivative' }),
    ),
  );
  expect(simplified!.nodes).toBeLessThan(shared!.nodes);
});
