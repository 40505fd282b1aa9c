import { inOrder, type MethodStyle, stylesOf } from './methods.ts';
import { encodingBy } from './series.ts';

/** Strategies of memory that are no methods of their own. */
const STYLES: Readonly<Record<string, MethodStyle>> = {
  'reverse-graph': { colour: '#a67c00', shape: 'triangle-down' },
  'checkpointing-10': { colour: '#c2528b', shape: 'cross' },
  'checkpointing-log2': { colour: '#8f5fd0', shape: 'square' },
};

/** Drawn with dashes, since they often coincide with another. */
const DASHED = ['reverse-tape-sums', 'checkpointing-log2'];

/** Colour, shape and dashes by the field `strategy`: those of the method, where a strategy is one. */
export function strategyEncoding(drawn: Iterable<string>) {
  const strategies = inOrder(drawn);
  const ofMethods = stylesOf(strategies.filter((strategy) => !STYLES[strategy]));
  const others = strategies.filter((strategy) => !STYLES[strategy]);
  const styles = strategies.map((strategy) => STYLES[strategy] ?? ofMethods[others.indexOf(strategy)]!);
  return {
    ...encodingBy('strategy', strategies, styles),
    strokeDash: {
      condition: { test: `indexof(${JSON.stringify(DASHED)}, datum.strategy) >= 0`, value: [7, 5] },
      value: [],
    },
  };
}
