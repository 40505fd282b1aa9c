/** One colour and one marker per method, the same everywhere. */

/** How a method is drawn. */
export interface MethodStyle {
  /** Legible on white and on black: its contrast to both is at least 3. */
  readonly colour: string;
  /** A symbol of Vega. */
  readonly shape: string;
}

const STAR = 'M0,-1L.23,-.31L.95,-.31L.36,.12L.59,.81L0,.38L-.59,.81L-.36,.12L-.95,-.31L-.23,-.31Z';

/** Kin have shades of one hue; markers tell them apart where colours do not. In the order of the lecture. */
const STYLES: Readonly<Record<string, MethodStyle>> = {
  'generic-function': { colour: '#8c8c8c', shape: 'stroke' },
  manual: { colour: '#737a85', shape: 'cross' },
  'forward-difference': { colour: '#c8402b', shape: 'circle' },
  'central-difference': { colour: '#e2705a', shape: 'square' },
  'gradient-difference': { colour: '#ab5a4a', shape: 'diamond' },
  'symbolic-compiled': { colour: '#a8479b', shape: 'triangle-down' },
  'symbolic-generated': { colour: '#c978bd', shape: 'triangle-up' },
  'symbolic-simplified': { colour: '#8f5fa8', shape: 'triangle-right' },
  forward: { colour: '#1f78c1', shape: 'circle' },
  'forward-chunked': { colour: '#4a9be0', shape: 'square' },
  'reverse-tape': { colour: '#008568', shape: 'diamond' },
  'reverse-tape-sums': { colour: '#37a486', shape: 'triangle-left' },
  'reverse-graph-interpreted': { colour: '#b08a00', shape: 'triangle-down' },
  'reverse-graph-javascript': { colour: '#8a6a00', shape: 'triangle-up' },
  'reverse-graph-webassembly': { colour: '#c09430', shape: STAR },
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
  return methods.map((method) => STYLES[method] ?? OTHERS[strangers.indexOf(method) % OTHERS.length]!);
}
