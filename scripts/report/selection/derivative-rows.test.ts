import { expect, it } from 'vitest';
import { methods } from '../../../methods/index.ts';
import { isDifference } from './derivative-rows.ts';

it('knows the difference quotients of the registry, of whatever order, and takes no other method for one', async () => {
  for (const [name, load] of Object.entries(methods)) {
    expect(isDifference(name), name).toBe((await load()).error === 'truncation');
  }
});

it('takes no method of a plug-in for one, whatever its name', () => {
  expect(['my-difference', 'my-difference-10', 'difference-engine'].filter(isDifference)).toEqual([]);
});
