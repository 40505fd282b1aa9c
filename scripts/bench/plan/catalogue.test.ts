import { describe, expect, it } from 'vitest';
import { suites } from '../../../suites/index.ts';
import { UsageError } from '../../command/usage-error.ts';
import { fixture, temporaryFolder } from '../../fixtures/command.ts';
import { openCatalogue, type Selection, select } from './catalogue.ts';
import { sizedProblems } from './plan.ts';

const catalogue = await openCatalogue([], 'unused');
const all: Selection = { suites: [], problems: [], methods: [] };

describe('the catalogue', () => {
  it('holds every problem and method when nothing is chosen', () => {
    expect(select(catalogue, all)).toEqual(catalogue);
    expect([...new Set(catalogue.problems.map(({ suite }) => suite))]).toEqual(Object.keys(suites));
    expect(catalogue.methods.length).toBeGreaterThanOrEqual(10);
  });

  it('is narrowed by suite, problem and method together', () => {
    const { problems, methods } = select(catalogue, {
      suites: ['lecture', 'scalar'],
      problems: ['sigmoid', 'runge', 'flat'],
      methods: ['forward', 'manual'],
    });
    expect(problems.map(({ suite, problem }) => `${suite}/${problem.name}`).sort()).toEqual([
      'lecture/sigmoid',
      'scalar/flat',
      'scalar/runge',
    ]);
    expect(methods.map(({ method }) => method)).toEqual(['manual', 'forward']);
  });

  it('takes a family of methods by the words that their names begin with, unless that is a name itself', () => {
    const chosen = (...methods: string[]) => select(catalogue, { ...all, methods }).methods.map(({ method }) => method);
    expect(chosen('reverse-graph')).toEqual([
      'reverse-graph-interpreted',
      'reverse-graph-javascript',
      'reverse-graph-webassembly',
    ]);
    expect(chosen('forward')).toEqual(['forward']);
    expect(() => chosen('revers')).toThrow('There is no method "revers"');
  });

  it.each([
    [{ suites: ['Helmholz'] }, 'There is no suite "Helmholz". Nearest: helmholtz, '],
    [{ problems: ['log-product-sin'] }, 'There is no problem "log-product-sin". Nearest: log-product-sine, '],
    [{ methods: ['manuel'] }, 'There is no method "manuel". Nearest: manual, '],
    [{ methods: ['forward', 'backward'] }, 'There is no method "backward". Nearest: forward, '],
  ])('answers the unknown name in %j with the three nearest', (chosen, answer) => {
    const attempt = () => select(catalogue, { ...all, ...chosen });
    expect(attempt).toThrow(answer);
    expect(attempt).toThrow(/Nearest: [\w-]+, [\w-]+, [\w-]+\. `npm run bench -- --list` shows all\.$/);
  });

  it('says so when no problem is left', () => {
    expect(() => select(catalogue, { ...all, suites: ['scalar'], problems: ['sigmoid'] })).toThrow(
      'None of the problems sigmoid is in scalar.',
    );
  });

  it('takes the smallest size of a problem that a quick run would leave out, if it is named', () => {
    const chosen = select(catalogue, { suites: ['scalar'], problems: ['runge', 'high-frequency'], methods: [] });
    const names = (named: readonly string[]) =>
      sizedProblems(chosen, true, named).map(({ reference }) => `${reference.problem} ${reference.size}`);
    expect(names([])).toEqual(['high-frequency 1']);
    expect(names(['runge', 'high-frequency']).sort()).toEqual(['high-frequency 1', 'runge 1']);
  });

  it('lists every size of a problem, and fewer in a quick run', () => {
    const chosen = select(catalogue, { ...all, suites: ['helmholtz'] });
    const sizes = (quick: boolean) => sizedProblems(chosen, quick).map(({ reference }) => reference.size);
    expect(sizes(false)).toEqual([1, 8, 15, 22, 29, 36, 43, 50]);
    expect(sizes(true).length).toBeLessThan(8);
    for (const size of sizes(true)) expect(sizes(false)).toContain(size);
  });

  it('takes in plug-ins, also two files of one name', async () => {
    const folder = temporaryFolder();
    const { problems, methods } = await openCatalogue([fixture('correct.ts'), fixture('correct.js')], folder);
    const own = [...problems, ...methods].filter(({ plugin }) => plugin !== undefined);
    expect(problems.filter(({ suite }) => suite === 'plugin').map(({ problem }) => problem.name)).toEqual([
      'cube',
      'product',
    ]);
    expect(methods.slice(-2).map(({ method }) => method)).toEqual(['copied', 'rewritten']);
    expect(new Set(own.map(({ plugin }) => plugin)).size).toBe(2);
  });

  it.each([
    ['lacks-citation.js', 'the field `citation` must be a text'],
    ['lacks-by-hand.js', 'the field `byHand` must be'],
    ['hessian-is-no-function.js', 'the field `byHand.hessian` must be a function, or left out.'],
    ['exports-nothing.js', 'exports neither a method'],
    ['takes-a-name.js', 'has a method named manual, but that name is taken'],
    ['throws-at-size.js', '`at` throws at size 1: no such size.'],
  ])('refuses the plug-in %s in a sentence that names what is wrong', async (name, answer) => {
    const attempt = openCatalogue([fixture(name)], temporaryFolder());
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow(answer);
  });

  it('has no room for two methods or two problems of one name', async () => {
    const twice = openCatalogue([fixture('correct.ts'), fixture('correct.ts')], temporaryFolder());
    await expect(twice).rejects.toThrow('has a method named copied, but that name is taken: rename it.');
    const problems = openCatalogue([fixture('same-problem-twice.js')], temporaryFolder());
    await expect(problems).rejects.toThrow('has a problem named twin, but that name is taken: rename it.');
  });
});
