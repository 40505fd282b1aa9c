import { count, key, table, text } from './columns.ts';

/** What was taken away on purpose: an empty cell stands for any. */
export const removed = table({
  name: 'removed',
  title: 'Cases that were removed or renamed',
  method:
    'Lies in the folder of a baseline. Written by hand, in the change that removes the case; `npm run compare` reads it, and does not miss the rows. ' +
    'An empty cell stands for any.',
  columns: {
    table: key(text('table whose rows are gone')),
    suite: key(text('suite')),
    problem: key(text('problem')),
    size: key(count('size')),
    method: key(text('method')),
    operator: key(text('operator')),
    reason: text('why it is gone, or what it is called now'),
  },
});
