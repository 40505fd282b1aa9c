/** One colour and one marker per method, the same everywhere. */

import { familyOf, methods as registry } from '../../../methods/index.ts';
import type { Family } from '../../../methods/method.ts';

/** How a method is drawn. */
export interface MethodStyle {
  /** Legible on white and on black: its contrast to both is at least 3. */
  readonly colour: string;
  /** A symbol of Vega. */
  readonly shape: string;
}

const X = 'M-1,-.65L-.65,-1L0,-.35L.65,-1L1,-.65L.35,0L1,.65L.65,1L0,.35L-.65,1L-1,.65L-.35,0Z';
const STAR = 'M0,-1L.23,-.31L.95,-.31L.36,.12L.59,.81L0,.38L-.59,.81L-.36,.12L-.95,-.31L-.23,-.31Z';

/**
 * Chosen so that methods of different families lie far apart under normal sight and the three dichromacies, with a hue
 * for each family. Methods of one family are told apart by their markers first: ten reds can't lie far apart. A
 * method of the registry that is not listed gets its style by a rule, from those of its family.
 */
export const STYLES: Readonly<Record<string, MethodStyle>> = {
  primal: { colour: '#a28a9c', shape: 'circle' },
  'generic-function': { colour: '#93939d', shape: 'diamond' },
  manual: { colour: '#697179', shape: 'cross' },
  'forward-difference': { colour: '#d01316', shape: 'circle' },
  'central-difference': { colour: '#ec6a5c', shape: 'square' },
  'central-difference-4': { colour: '#db764e', shape: 'diamond' },
  'central-difference-6': { colour: '#f70043', shape: 'triangle-up' },
  'central-difference-8': { colour: '#b86856', shape: 'cross' },
  'coloured-difference': { colour: '#cb0f37', shape: 'triangle-left' },
  richardson: { colour: '#f54872', shape: 'triangle-right' },
  'adaptive-difference': { colour: '#fd0017', shape: STAR },
  'complex-step': { colour: '#c8046d', shape: X },
  'gradient-difference': { colour: '#cd3d5d', shape: 'triangle-down' },
  'symbolic-mathjs': { colour: '#9600f0', shape: 'square' },
  'symbolic-compiled': { colour: '#b515a7', shape: 'triangle-down' },
  'symbolic-generated': { colour: '#765a98', shape: 'triangle-up' },
  'symbolic-simplified': { colour: '#ba71b2', shape: 'triangle-right' },
  forward: { colour: '#4094fe', shape: 'circle' },
  'forward-chunked': { colour: '#5160f4', shape: 'square' },
  'reverse-tape': { colour: '#00735c', shape: 'diamond' },
  'reverse-tape-sums': { colour: '#7a9b81', shape: 'triangle-left' },
  'reverse-graph-interpreted': { colour: '#88612f', shape: 'triangle-down' },
  'reverse-graph-javascript': { colour: '#b58e19', shape: 'triangle-up' },
  'reverse-graph-webassembly': { colour: '#7c7a00', shape: STAR },
};

/** Methods of no family that is known, which are those of plug-ins, are drawn so, one after the other. */
const NEUTRAL: readonly MethodStyle[] = [
  { colour: '#5f8a3c', shape: 'cross' },
  { colour: '#7a6fd0', shape: STAR },
  { colour: '#b0722c', shape: 'square' },
];

/** Markers for methods that are not listed. */
const MARKERS: readonly string[] = [
  'circle',
  'square',
  'diamond',
  'triangle-up',
  'triangle-down',
  'cross',
  STAR,
  X,
  'M-1,-1L1,-1L-1,1L1,1Z', // an hourglass
  'M0,-1L.95,-.31L.59,.81L-.59,.81L-.95,-.31Z', // a pentagon
  'M-1,-.4L1,-.4L1,.4L-1,.4Z', // a bar
];

/** Methods in the order of the registry; those of plug-ins last, by name. */
export function inOrder(methods: Iterable<string>): string[] {
  const known = Object.keys(registry);
  const place = (method: string) => (known.includes(method) ? known.indexOf(method) : known.length);
  return [...new Set(methods)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** How each of these methods is drawn. */
export function stylesOf(methods: readonly string[]): MethodStyle[] {
  const strangers = methods.filter((method) => !STYLES[method] && familyOf(method) === undefined);
  return methods.map((method) => {
    const family = familyOf(method);
    return STYLES[method] ?? (family ? styleInFamily(method, family) : neutralStyle(strangers.indexOf(method)));
  });
}

/** The style of a method that is not listed, by its place among such methods of its family. */
function styleInFamily(method: string, family: Family): MethodStyle {
  const members = Object.keys(registry).filter((name) => familyOf(name) === family);
  const listed = members.flatMap((name) => STYLES[name] ?? []);
  return unlistedStyle(listed, members.filter((name) => !STYLES[name]).indexOf(method));
}

/**
 * The k-th style beside those of a family: a colour between two of them, and a marker that none of them has. What lies
 * between two colours that are legible on white and on black is legible too.
 */
export function unlistedStyle(family: readonly MethodStyle[], k: number): MethodStyle {
  const ring = family.length > 2 ? family : [...family, ...NEUTRAL];
  const share = 1 / 2 ** (1 + Math.floor(k / ring.length));
  const [first, second] = [ring[k % ring.length]!, ring[(k + 1) % ring.length]!];
  const free = MARKERS.filter((marker) => family.every(({ shape }) => shape !== marker));
  return { colour: mixed(first.colour, second.colour, share), shape: free[k % free.length]! };
}

/** A colour between two of the form #rrggbb, with this share of the first, in light and not in its code. */
function mixed(first: string, second: string, share: number): string {
  const channel = (colour: string, i: number) => (Number.parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16) / 255) ** 2.2;
  const channels = [0, 1, 2].map((i) => (share * channel(first, i) + (1 - share) * channel(second, i)) ** (1 / 2.2));
  return `#${channels
    .map((value) =>
      Math.round(255 * value)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** A colour in turn, and from the second turn on with the marker of another. */
function neutralStyle(k: number): MethodStyle {
  const { colour } = NEUTRAL[k % NEUTRAL.length]!;
  const turn = Math.floor(k / NEUTRAL.length);
  return { colour, shape: NEUTRAL[(k + turn) % NEUTRAL.length]!.shape };
}
