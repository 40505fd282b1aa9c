import { methods } from '../../../methods/index.ts';
import type { Method } from '../../../methods/method.ts';
import { found, loadPlugin } from './load-plugin.ts';
import type { MethodReference } from './reference.ts';

/** The method, imported alone. */
export async function loadMethod({ method, plugin }: MethodReference): Promise<Method> {
  if (plugin === undefined) return found(await methods[method]?.(), method);
  const { methods: own } = await loadPlugin(plugin);
  return found(
    own.find(({ name }) => name === method),
    method,
  );
}
