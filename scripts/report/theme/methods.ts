/** One colour and one marker per method, the same everywhere. */

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
 * Found by simulated annealing, so that methods of different families lie as far apart as they can under normal sight
 * and the three dichromacies, with a hue for each family. Kin are told apart by their markers first: ten reds can't lie
 * far apart. In the order of the lecture.
 */
const STYLES: Readonly<Record<string, MethodStyle>> = {
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

/** Methods of plug-ins are drawn so, one after the other. */
const OTHERS: readonly MethodStyle[] = [
  { colour: '#5f8a3c', shape: 'cross' },
  { colour: '#7a6fd0', shape: STAR },
  { colour: '#b0722c', shape: 'square' },
];

/** Methods in the order of the lecture; those of plug-ins last, by name. */
export function inOrder(methods: Iterable<string>): string[] {
  const known = Object.keys(STYLES);
  const place = (method: string) => (known.includes(method) ? known.indexOf(method) : known.length);
  return [...new Set(methods)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** How each of these methods is drawn. */
export function stylesOf(methods: readonly string[]): MethodStyle[] {
  const strangers = methods.filter((method) => !STYLES[method]);
  return methods.map((method) => STYLES[method] ?? styleOfStranger(strangers.indexOf(method)));
}

/** A colour in turn, and from the second turn on with the marker of another. */
function styleOfStranger(k: number): MethodStyle {
  const { colour } = OTHERS[k % OTHERS.length]!;
  const turn = Math.floor(k / OTHERS.length);
  return { colour, shape: OTHERS[(k + turn) % OTHERS.length]!.shape };
}
