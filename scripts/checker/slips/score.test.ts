import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../fixtures/command.ts';
import { SLIP_KINDS } from '../../tables/columns/checks.ts';
import { plantProbes } from '../repair/probes.ts';
import { loadSlipped } from './load.ts';
import { type SlipScore, scoreOf } from './score.ts';
import { plantInSource } from './source-slips.ts';

/** x1^2 x2 - sin(x1) and x1 exp(x2), with the Jacobian that is given. */
function module(jacobian: string): string {
  return `export const two = {
    name: 'two',
    at: () => ({
      kind: 'vector', inputs: 2, outputs: 2,
      evaluate: (A, [x1, x2]) => [A.sub(A.mul(A.mul(x1, x1), x2), A.sin(x1)), A.mul(x1, A.exp(x2))],
      byHand: {
        values(x, out) {
          out[0] = x[0] * x[0] * x[1] - Math.sin(x[0]);
          out[1] = x[0] * Math.exp(x[1]);
        },
        jacobian(x, out) { ${jacobian} },
      },
      points: (random) => [Float64Array.of(1.5, -2), Float64Array.of(random(-2, 2), random(-2, 2))],
    }),
  };`;
}

const RIGHT = `
  out[0] = 2 * x[0] * x[1] - Math.cos(x[0]);
  out[1] = x[0] * x[0];
  out[2] = Math.exp(x[1]);
  out[3] = x[0] * Math.exp(x[1]);`;

async function score(jacobian: string, most = 1000): Promise<SlipScore> {
  const planted = plantInSource(module(jacobian));
  const probed = plantProbes(planted.text);
  const file = path.join(temporaryFolder(), 'two.mjs');
  writeFileSync(file, probed.text);
  const problem = await loadSlipped(file, 'two', 2);
  return scoreOf(problem, { file, probes: probed.probes, slips: planted.slips }, { seed: 1, most, correctChecks: 40 });
}

describe('the score of the slips of a problem', () => {
  it('has every slip found and named, and nothing correct accused', async () => {
    const { slips, correct } = await score(RIGHT);
    const kinds = new Set(slips.map(({ kind }) => kind));
    expect(SLIP_KINDS.filter((kind) => !kinds.has(kind))).toEqual(['dropped-minus', 'off-by-one'].slice(1));
    for (const { effect, found, named, title, words } of slips) {
      expect(effect, title).toBe('slip');
      expect(found, title).toBe(true);
      expect(named, `${title}: ${words}`).toBe(true);
    }
    expect(correct.checks).toBeGreaterThanOrEqual(40);
    expect(correct.accused.exact.every((accused) => accused === 0)).toBe(true);
    expect(correct.largestError).toBeLessThan(1e-15);
  });

  it('counts by how much a slip is off: at which tolerance it is found', async () => {
    const { slips } = await score(RIGHT.replace('out[1] = x[0] * x[0]', 'out[1] = x[0] * x[0] - 1e-4 * 0'));
    const tiny = slips.find(({ title }) => title.startsWith('x[0] * x[0] - 1e-4 * 0 -> ((x[0] * x[0]) + '));
    expect(tiny).toMatchObject({ kind: 'dropped-minus', effect: 'equivalent', found: false, named: false });
    const lost = slips.find(({ title }) => title === '2 * x[0] -> (x[0])');
    expect(lost!.errors.exact).toBeGreaterThan(0.01);
    expect(lost!.errors['central-difference']).toBeGreaterThan(0.1);
  });

  it('sees to it that what is off all the time is accused', async () => {
    const { correct } = await score(RIGHT.replace('Math.exp(x[1]);', 'Math.exp(x[1]) * (1 + 1e-5);'), 0);
    const at = (tolerance: number) => correct.accused.exact[[1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6].indexOf(tolerance)];
    expect(at(1e-4)).toBe(0);
    expect(at(1e-6)).toBe(correct.checks);
  });

  it('draws as many of each kind as there are of the rarest, where it may not plant all', async () => {
    const { slips } = await score(RIGHT, 8);
    expect(slips.length).toBe(8);
    expect(new Set(slips.map(({ kind }) => kind)).size).toBe(8);
  });
});
