import { describe, expect, it } from 'vitest';
import { formEncoding, formTitle } from './forms.ts';
import { inOrder, stylesOf } from './methods.ts';

const FORMS = ['raw', 'simplified', 'polynomial', 'lecture', 'graph-raw', 'graph-shared', 'graph-simplified', 'tape'];

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

describe('the forms of an expression', () => {
  it('have a colour, a marker and a title each, which are no one else’s', () => {
    const { color, shape } = formEncoding(FORMS);
    for (const list of [color.scale.domain, color.scale.range, shape.scale.range])
      expect(new Set(list).size).toBe(FORMS.length);
    const ofMethods = stylesOf(
      inOrder(['manual', 'forward', 'forward-difference', 'reverse-tape', 'symbolic-compiled']),
    ).map(({ colour }) => colour);
    expect(color.scale.range.filter((colour) => ofMethods.includes(colour))).toEqual([]);
  });

  it('are legible on white and on black', () => {
    for (const colour of formEncoding(FORMS).color.scale.range) {
      expect(1.05 / (luminance(colour) + 0.05), colour).toBeGreaterThanOrEqual(3);
      expect((luminance(colour) + 0.05) / 0.05, colour).toBeGreaterThanOrEqual(3);
    }
  });

  it('stand in the legend if they are drawn', () => {
    expect(formEncoding(['tape', 'raw']).color.scale.domain).toEqual(['tree', 'tape (nodes)']);
    expect(formTitle('of-a-plug-in')).toBe('of-a-plug-in');
  });
});
