import { encodingBy, opacityIfChosen } from './series.ts';

/**
 * One colour and one marker per form of an expression, and how it is called. Forms are no methods: none of their
 * colours is used here.
 */
interface FormStyle {
  readonly title: string;
  readonly colour: string;
  /** A symbol of Vega. */
  readonly shape: string;
  /** Area of the symbol: forms that are often of one size show around each other. */
  readonly area: number;
}

/** In the order in which an expression is made smaller. */
const STYLES: Readonly<Record<string, FormStyle>> = {
  raw: { title: 'tree', colour: '#c0392b', shape: 'circle', area: 130 },
  simplified: { title: 'simplified tree', colour: '#d9702b', shape: 'triangle-up', area: 80 },
  polynomial: { title: 'expanded polynomial', colour: '#8e55b8', shape: 'square', area: 40 },
  lecture: { title: "tree, the lecture's", colour: '#c2497e', shape: 'triangle-left', area: 60 },
  'graph-raw': { title: 'graph, nothing shared', colour: '#808a94', shape: 'cross', area: 60 },
  'graph-shared': { title: 'shared graph', colour: '#2b7bba', shape: 'diamond', area: 120 },
  'graph-simplified': { title: 'simplified shared graph', colour: '#159a8c', shape: 'triangle-down', area: 40 },
  tape: { title: 'tape (nodes)', colour: '#8a7a1e', shape: 'triangle-right', area: 60 },
};

/** How a form is called in legends and sentences. */
export function formTitle(form: string): string {
  return STYLES[form]?.title ?? form;
}

/**
 * Colour, marker, area and faintness by the field `form`, which holds titles of forms; the legend names those that are
 * drawn.
 */
export function formEncoding(drawn: Iterable<string>) {
  const present = new Set(drawn);
  const styles = Object.entries(STYLES).flatMap(([form, style]) => (present.has(form) ? [style] : []));
  return {
    ...encodingBy(
      'form',
      styles.map(({ title }) => title),
      styles,
    ),
    opacity: opacityIfChosen,
    size: {
      condition: styles.map(({ title, area }) => ({ test: `datum.form === '${title}'`, value: area })),
      value: 60,
    },
  };
}
