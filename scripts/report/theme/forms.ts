/** One colour and one marker per form of an expression, and how it is called. Forms are no methods: none of their colours is used here. */
interface FormStyle {
  readonly title: string;
  readonly colour: string;
  /** A symbol of Vega. */
  readonly shape: string;
}

/** In the order in which an expression is made smaller. */
const STYLES: Readonly<Record<string, FormStyle>> = {
  raw: { title: 'tree', colour: '#c0392b', shape: 'circle' },
  simplified: { title: 'tree, simplified', colour: '#d9702b', shape: 'triangle-up' },
  polynomial: { title: 'expanded polynomial', colour: '#8e55b8', shape: 'square' },
  'graph-raw': { title: 'graph, nothing shared', colour: '#808a94', shape: 'cross' },
  'graph-shared': { title: 'shared graph', colour: '#2b7bba', shape: 'diamond' },
  'graph-simplified': { title: 'shared graph, simplified', colour: '#159a8c', shape: 'triangle-down' },
  tape: { title: 'tape (nodes)', colour: '#8a7a1e', shape: 'triangle-right' },
};

/** How a form is called in legends and sentences. */
export function formTitle(form: string): string {
  return STYLES[form]?.title ?? form;
}

/** Colour and shape by the field `form`, which holds titles of forms; the legend names those that are drawn. */
export function formEncoding(drawn: Iterable<string>) {
  const present = new Set(drawn);
  const styles = Object.entries(STYLES).flatMap(([form, style]) => (present.has(form) ? [style] : []));
  const titles = styles.map(({ title }) => title);
  const field = { field: 'form', type: 'nominal', legend: { title: null } } as const;
  return {
    color: { ...field, scale: { domain: titles, range: styles.map(({ colour }) => colour) } },
    shape: { ...field, scale: { domain: titles, range: styles.map(({ shape }) => shape) } },
  };
}

/** The selection of forms by clicks in the legend, for `params` of a chart; shift-click takes several. */
export const formChosenInLegend = {
  name: 'chosen',
  select: { type: 'point', fields: ['form'], toggle: 'event.shiftKey' },
  bind: 'legend',
} as const;
