import { expect, it } from 'vitest';
import type { Chart } from '../content/parts.ts';
import { WHITE_PAPER } from '../theme/chart-config.ts';
import { chartSvg } from './chart.ts';

const shaded: Chart = {
  kind: 'chart',
  name: 'shaded',
  title: 'a scale of colours',
  alternative: '',
  reading: [],
  remake: '',
  spec: {
    data: { values: [{ x: 1 }, { x: 2 }] },
    mark: 'point',
    encoding: { x: { field: 'x', type: 'quantitative' }, color: { field: 'x', type: 'quantitative' } },
  },
};

it('draws a chart with a gradient to the same bytes, whatever was drawn before', async () => {
  const first = await chartSvg(shaded, WHITE_PAPER);
  expect(first).toContain('url(#gradient_0)');
  expect(await chartSvg(shaded, WHITE_PAPER)).toBe(first);
});
