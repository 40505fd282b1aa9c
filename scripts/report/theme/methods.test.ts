/** Colours and markers of methods, held to what eyes can tell apart. */
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { familyOf, methods } from '../../../methods/index.ts';
import { FAMILIES } from '../../../methods/method.ts';
import { inOrder, STYLES as LISTED, stylesOf, unlistedStyle } from './methods.ts';

/** The methods whose styles are chosen, not found by the rule. */
const NAMES = Object.keys(methods).filter((name) => LISTED[name]);
const STYLES = stylesOf(NAMES);
const families = NAMES.map(familyOf);

const SIGHTS = {
  'normal sight': parse,
  protanopia: (colour: string) => filterDeficiencyProt(1)(parse(colour)!),
  deuteranopia: (colour: string) => filterDeficiencyDeuter(1)(parse(colour)!),
  tritanopia: (colour: string) => filterDeficiencyTrit(1)(parse(colour)!),
};
const difference = differenceCiede2000();

/** Every two methods, with whether they are of one family. */
const PAIRS = NAMES.flatMap((a, i) =>
  NAMES.slice(0, i).map((b, j) => ({ names: `${a}, ${b}`, i, j, areKin: families[i] === families[j] })),
);

describe('the style of a method', () => {
  it('is its own, for every method that is listed', () => {
    const stranger = stylesOf(['of a plug-in'])[0]!.colour;
    expect(STYLES.map(({ colour }) => colour)).not.toContain(stranger);
    expect(new Set(STYLES.map(({ colour }) => colour)).size).toBe(NAMES.length);
  });

  it('differs from that of its kin in the marker', () => {
    const alike = PAIRS.filter(({ i, j, areKin }) => areKin && STYLES[i]!.shape === STYLES[j]!.shape);
    expect(alike).toEqual([]);
  });

  it.each(NAMES.map((name, i) => [name, STYLES[i]!.colour]))('shows %s on white and on a dark page', (_, colour) => {
    expect(wcagContrast(colour, '#ffffff')).toBeGreaterThanOrEqual(3);
    expect(wcagContrast(colour, '#15181c')).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(SIGHTS))('can be told from others under %s', (_, seen) => {
    const seenColours = STYLES.map(({ colour }) => seen(colour)!);
    for (const { names, i, j, areKin } of PAIRS) {
      if (areKin && STYLES[i]!.shape !== STYLES[j]!.shape) continue; // the marker tells them apart
      expect(difference(seenColours[i]!, seenColours[j]!), names).toBeGreaterThan(seen === parse ? 10 : 8);
    }
  });

  it('differs from that of its kin in colour too, under normal sight', () => {
    for (const { names, i, j, areKin } of PAIRS) {
      if (!areKin) continue;
      expect(difference(STYLES[i]!.colour, STYLES[j]!.colour), names).toBeGreaterThan(8);
    }
  });

  it('of nine methods of plug-ins differs in colour or marker', () => {
    const styles = stylesOf(Array.from({ length: 9 }, (_, k) => `mine-${k}`));
    expect(new Set(styles.map(({ colour, shape }) => colour + shape)).size).toBe(9);
  });

  it('of a plug-in is legible on both papers', () => {
    for (const { colour } of stylesOf(['x', 'y', 'z'])) {
      expect(wcagContrast(colour, '#ffffff')).toBeGreaterThanOrEqual(3);
      expect(wcagContrast(colour, '#15181c')).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(FAMILIES)('of a method of the family %s that is not listed is found by a rule', (family) => {
    const listed = STYLES.filter((_, i) => families[i] === family);
    const found = [0, 1, 2].map((k) => unlistedStyle(listed, k));
    for (const { colour, shape } of found) {
      expect(wcagContrast(colour, '#ffffff')).toBeGreaterThanOrEqual(3);
      expect(wcagContrast(colour, '#15181c')).toBeGreaterThanOrEqual(3);
      expect(listed.map((style) => style.shape)).not.toContain(shape);
    }
    expect(new Set([...STYLES, ...found].map(({ colour }) => colour)).size).toBe(STYLES.length + found.length);
  });

  it('of a plug-in does not depend on its name', () => {
    for (const name of ['my-difference-4', 'reverse-tape-2', 'symbolic']) {
      expect(stylesOf([name])).toEqual(stylesOf(['mine']));
    }
    expect(inOrder(['a', 'reverse-tape', 'manual'])).toEqual(['manual', 'reverse-tape', 'a']);
  });
});
