import { OPERATORS } from '../../methods/method.ts';
import { always, count, key, later, table, text } from './columns/columns.ts';
import { tables } from './tables.ts';

/** Rows that were removed on purpose: an empty cell stands for any value. */
export const removed = table({
  name: 'removed',
  title: 'Cases that were removed or renamed',
  method:
    'Lies in the folder of a baseline. It is written by hand, in the change that removes the case. `npm run ' +
    'compare` reads it, and does not miss the rows. An empty cell fits any value. A line must name something, ' +
    'and every row of the baseline that it fits must be gone. A line that fits no row, or a row that is still ' +
    'there, ends the comparison with status 3.',
  columns: {
    table: key({ ...text('table whose rows are gone'), values: tables.map(({ name }) => name) }),
    suite: key(text('suite')),
    problem: key(text('problem')),
    size: key(count('size')),
    method: key(text('method')),
    operator: key({ ...text('operator'), values: OPERATORS }),
    keys: later(key(text('other columns that identify a row, as `form=raw; of=function`'))),
    reason: always(text('why it is gone, or its new name')),
  },
});
