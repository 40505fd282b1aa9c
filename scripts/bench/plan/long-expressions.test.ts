import { describe, expect, it } from 'vitest';
import { openCatalogue } from './catalogue.ts';
import { LONG_EXPRESSIONS, whyTooLong } from './long-expressions.ts';

const catalogue = await openCatalogue([], 'unused');

describe('what is known to take too long', () => {
  it.each(Object.entries(LONG_EXPRESSIONS))('names problems and sizes that there are: %s', (what, sizes) => {
    const method = catalogue.methods.find((each) => each.method === what);
    if (method) expect(method.definition.mayExplode).toBeDefined();
    else expect(what).toMatch(/^(raw|simplified|polynomial) (function|derivative)$/);
    for (const [name, size] of Object.entries(sizes)) {
      const found = catalogue.problems.find(({ suite, problem }) => `${suite}/${problem.name}` === name);
      expect(found?.problem.sizes, name).toContain(size);
    }
  });

  it('is not tried at its size nor at larger ones, and is at smaller ones', () => {
    const at = (size: number) => whyTooLong('symbolic-simplified', { suite: 'logistic-map', problem: 'nested', size });
    expect(at(5)).toBeUndefined();
    expect(at(6)).toMatchObject({ outcome: 'timeout', reason: expect.stringMatching(/^not tried: known/) });
    expect(at(20)?.reason).toContain('at size 6 already');
  });

  it('is not about the problems of plug-ins, whatever they are called', () => {
    const own = { suite: 'logistic-map', problem: 'nested', size: 20, plugin: 'mine.js' };
    expect(whyTooLong('symbolic-simplified', own)).toBeUndefined();
  });
});
