/** Results that no machine should show, and files may hold: the report is made of them all the same. */
import { expect, it } from 'vitest';
import type { Chart, Part } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { EXTREMES } from '../fixtures/extremes.ts';
import { NOTHING, TIMED, timingRow } from '../fixtures/results.ts';
import { chartSvg } from '../render/chart.ts';
import { sectionsOf } from '../sections/index.ts';
import { WHITE_PAPER } from '../theme/chart-config.ts';

/** Gradients of a problem at three sizes by two methods, one with a ratio of its own. */
function resultsWith(ratio: number): Results {
  const rows = [1, 8, 50].flatMap((inputs) =>
    ['manual', 'forward'].map((method) =>
      timingRow({
        ...TIMED,
        ...{ suite: 'helmholtz', problem: 'helmholtz', operator: 'gradient', size: inputs, inputs, method },
        ...(method === 'manual'
          ? { ratio: 1.5 }
          : { ratio: 4 * inputs, ratio_ci_low: 3 * inputs, ratio_ci_high: 5 * inputs }),
        ...(method === 'forward' && inputs === 8 && { ratio, ratio_ci_low: ratio / 2, ratio_ci_high: ratio }),
      }),
    ),
  );
  return { ...NOTHING, timing: rows };
}

function isChart(part: Part): part is Chart {
  return part.kind === 'chart';
}

const charts = (results: Results) => sectionsOf(results).flatMap(({ parts }) => parts.filter(isChart));

it.each(EXTREMES)('one ratio of %d leaves the charts of times the axes that they have without it', async (ratio) => {
  const drawn = charts(resultsWith(ratio));
  expect(drawn.map(({ name }) => name)).toEqual(charts(resultsWith(30)).map(({ name }) => name));
  const cost = drawn.find(({ name }) => name === 'gradient-cost')!;
  const svg = await chartSvg(cost, WHITE_PAPER);
  const labels = Array.from(svg.matchAll(/>(10[⁻⁰-⁹¹²³]+)</g), ([, label]) => label);
  expect(labels.slice(0, 4)).toEqual(['10⁰', '10¹', '10²', '10³']);
  expect(labels.length).toBeLessThanOrEqual(5);
  expect(svg.replaceAll(/<text.*?<\/text>| aria-label="[^"]*"/g, '')).not.toMatch(/NaN|Infinity|undefined/);
  expect(svg.includes('far beyond it')).toBe(Number.isFinite(ratio));
});
