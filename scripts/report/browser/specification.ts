/** Changes that the page makes in the specification of a chart. Each makes a new specification. */

/** A specification, or a part of one, as JSON. */
export type Json = { readonly [name: string]: unknown };

/** An axis that the builder made logarithmic. */
export interface LogarithmicAxis {
  readonly channel: 'x' | 'y';
  readonly title: string;
}

/** Whether a value is an object of JSON. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Changes every object in a value from the inside out; `change` is given it and the name that it has. Data stay as they
 * are.
 */
function rewritten(value: unknown, change: (object: Json, name: string) => Json, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, change, name));
  if (!isObject(value) || name === 'data' || name === 'datasets') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, rewritten(inner, change, key)]);
  return change(Object.fromEntries(entries), name);
}

/** Every object in a value, outermost first, with its name. Data are left out. */
export function* objectsIn(value: unknown, name = ''): Generator<readonly [Json, string]> {
  if (Array.isArray(value)) for (const item of value) yield* objectsIn(item, name);
  if (!isObject(value) || name === 'data' || name === 'datasets') return;
  yield [value, name];
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, key);
}

/** A specification with some of its objects changed. */
export function changed(spec: Json, change: (object: Json, name: string) => Json): Json {
  const result = rewritten(spec, change);
  return isObject(result) ? result : spec;
}

function isLogarithmic({ scale }: Json): boolean {
  return isObject(scale) && scale.type === 'log';
}

/** The logarithmic axes of a chart, each once. */
export function logarithmicAxes(spec: Json): LogarithmicAxis[] {
  const titles = new Map<'x' | 'y', string>();
  for (const [channel, name] of objectsIn(spec)) {
    if ((name !== 'x' && name !== 'y') || !isLogarithmic(channel)) continue;
    const axis = isObject(channel.axis) ? channel.axis : {};
    const title = [channel.title, axis.title, channel.field].find((each) => typeof each === 'string');
    if (!titles.has(name)) titles.set(name, typeof title === 'string' ? title : name);
  }
  return [...titles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([channel, title]) => ({ channel, title }));
}

/** Labels of a linear axis: very large and very small numbers with a power of ten. */
const LABEL =
  "datum.value != 0 && (abs(datum.value) >= 1e5 || abs(datum.value) < 1e-3) ? format(datum.value, '.2~e') : datum.label";

/** With these axes linear. Labels and ticks that suit powers of ten only are left to Vega. */
export function withLinear(spec: Json, channels: ReadonlySet<string>): Json {
  return changed(spec, (object, name) => {
    if (!channels.has(name) || !isLogarithmic(object) || !isObject(object.scale)) return object;
    const { base, nice, ...scale } = object.scale;
    const { labelExpr, tickCount, values, ...axis } = isObject(object.axis) ? object.axis : {};
    return {
      ...object,
      scale: { ...scale, type: 'linear' },
      ...(object.axis !== null && { axis: { labelExpr: LABEL, ...axis } }),
    };
  });
}

/** Marks that have values of their own to show; a line has those of its first point only. */
const MARKS_WITH_VALUES = ['point', 'circle', 'square', 'bar', 'rect', 'tick', 'rule'];
const TOOLTIP = { tooltip: { content: 'data' } };

/**
 * With the values of a mark shown under the pointer. In the marks, since marks without are deaf where something can be
 * chosen.
 */
export function withTooltips(spec: Json): Json {
  return changed(spec, (object) => {
    const mark = typeof object.mark === 'string' ? { type: object.mark } : object.mark;
    if (!isObject(mark) || 'tooltip' in mark || (isObject(object.encoding) && 'tooltip' in object.encoding))
      return object;
    if (MARKS_WITH_VALUES.includes(String(mark.type))) return { ...object, mark: { ...mark, ...TOOLTIP } };
    return mark.point
      ? { ...object, mark: { ...mark, point: { ...TOOLTIP, ...(isObject(mark.point) && mark.point) } } }
      : object;
  });
}

/** The choice that a click in the legend offers. */
export interface Choice {
  /** Name of the selection in the chart. */
  readonly selection: string;
  readonly field: string;
  readonly values: readonly string[];
}

/** The choice in the legend of a chart, if it has one. */
export function choiceOf(spec: Json): Choice | undefined {
  for (const [parameter, name] of objectsIn(spec)) {
    if (name !== 'params' || parameter.bind !== 'legend' || !isObject(parameter.select)) continue;
    const field = Array.isArray(parameter.select.fields) ? String(parameter.select.fields[0]) : '';
    const values = valuesOf(spec, field);
    if (values.length > 0) return { selection: String(parameter.name), field, values };
  }
  return undefined;
}

function valuesOf(spec: Json, field: string): string[] {
  for (const [channel, name] of objectsIn(spec)) {
    if (name !== 'color' || channel.field !== field || !isObject(channel.scale)) continue;
    if (Array.isArray(channel.scale.domain)) return channel.scale.domain.map(String);
  }
  return [];
}

/** With these values chosen; none chosen means all. */
export function withChosen(spec: Json, { selection, field }: Choice, values: readonly string[]): Json {
  return changed(spec, (object, name) => {
    if (name !== 'params' || object.name !== selection || values.length === 0) return object;
    return { ...object, value: values.map((value) => ({ [field]: value })) };
  });
}
