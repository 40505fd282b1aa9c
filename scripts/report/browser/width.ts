/** Changes in a specification that make the chart fit its column. */
import { changed, isObject, type Json, objectsIn } from './specification.ts';

/** Below this width panels stand below each other, and legends below their charts. */
export const NARROW = 560;
/** A panel beside others needs so much room. */
const PANEL = 150;
/** Width of a letter in a title, more or less. */
const LETTER = 7;

/**
 * Whether a chart has cells of a width of their own, such as a heat map: smaller ones could not be read, so that it
 * scrolls.
 */
export function hasSteps(spec: Json): boolean {
  for (const [{ width }] of objectsIn(spec)) if (isObject(width) && 'step' in width) return true;
  return false;
}

/**
 * With every width multiplied and titles broken where they are too long; in a narrow column side by side only what
 * there is room for.
 */
export function withWidths(spec: Json, factor: number, available: number): Json {
  return changed(withBrokenTitle(spec, available), (object, name) => {
    if (name === 'mark' || name === 'config') return object;
    const wrapped = available < NARROW ? withFewerBeside(object, available) : object;
    return typeof wrapped.width === 'number'
      ? { ...wrapped, width: Math.max(40, Math.round(wrapped.width * factor)) }
      : wrapped;
  });
}

function withBrokenTitle(spec: Json, available: number): Json {
  const { title } = spec;
  if (typeof title === 'string') return { ...spec, title: lines(title, available) };
  if (!isObject(title) || typeof title.text !== 'string') return spec;
  return { ...spec, title: { ...title, text: lines(title.text, available) } };
}

/** Text in lines that are no longer than there is room for. */
function lines(text: string, available: number): string[] {
  const most = Math.floor(available / LETTER);
  const broken: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${broken.at(-1) ?? ''} ${word}`.trimStart();
    if (broken.length === 0 || longer.length > most) broken.push(word);
    else broken[broken.length - 1] = longer;
  }
  return broken;
}

function withFewerBeside(object: Json, available: number): Json {
  if (Array.isArray(object.hconcat)) {
    const { hconcat, ...rest } = object;
    return { ...rest, vconcat: hconcat };
  }
  return typeof object.columns === 'number' && ['facet', 'concat', 'repeat', 'field'].some((name) => name in object)
    ? { ...object, columns: Math.min(object.columns, Math.max(1, Math.floor(available / PANEL))) }
    : object;
}
