import { key, real, table, text } from './columns.ts';

/** Numbers that a baseline had before they grew within what errors are allowed. */
export const accepted = table({
  name: 'accepted',
  title: 'Numbers that later ones are measured against',
  method:
    'Lies in the folder of a baseline. A number is added when the baseline is replaced and the number has ' +
    'become worse by no more than it may. Later numbers are compared with the one that stands here, so that ' +
    'small steps do not add up. It is written with the baseline, never by hand.',
  columns: {
    table: key(text('table of the number')),
    row: key(text('cells of the keys of its row, as JSON')),
    column: key(text('its column')),
    value: real('the value when it was last accepted'),
  },
});
