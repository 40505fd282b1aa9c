import { inOrder, type MethodStyle, stylesOf } from './methods.ts';

/** Strategies of memory that are no methods of their own. */
const STYLES: Readonly<Record<string, MethodStyle>> = {
  'reverse-graph': { colour: '#a67c00', shape: 'triangle-down' },
  'checkpointing-10': { colour: '#5a6acf', shape: 'circle' },
  'checkpointing-log2': { colour: '#9a5bd0', shape: 'square' },
};

/** Colour and shape by the field `strategy`: those of the method, where a strategy is one. */
export function strategyEncoding(drawn: Iterable<string>) {
  const strategies = inOrder(drawn);
  const ofMethods = stylesOf(strategies.filter((strategy) => !STYLES[strategy]));
  const others = strategies.filter((strategy) => !STYLES[strategy]);
  const styles = strategies.map((strategy) => STYLES[strategy] ?? ofMethods[others.indexOf(strategy)]!);
  const field = { field: 'strategy', type: 'nominal', legend: { title: null } } as const;
  return {
    color: { ...field, scale: { domain: strategies, range: styles.map(({ colour }) => colour) } },
    shape: { ...field, scale: { domain: strategies, range: styles.map(({ shape }) => shape) } },
  };
}
