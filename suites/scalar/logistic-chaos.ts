import { allQuotientsWrong, ESTIMATED } from '../expected-wrong.ts';
import { iteratedLogisticMap } from '../iterated-logistic-map.ts';
import type { Problem } from '../problem.ts';

const STEPS = 60;

/** For whatever computes in doubles. */
const REASON = 'each step doubles an error: after 60 the orbit in doubles is another one, and so is its derivative';

const DUAL = ['forward', 'forward-chunked'] as const;
const RECORDED = ['reverse-tape', 'reverse-tape-sums'] as const;
const GRAPHS = ['reverse-graph-interpreted', 'reverse-graph-javascript', 'reverse-graph-webassembly'] as const;

/** May, Nature 261, 1976: deterministic chaos. */
export const logisticChaos: Problem = {
  name: 'logistic-chaos',
  title: 'the logistic map 4 x (1 - x), 60 times, on a chaotic orbit',
  citation: 'May, Nature 261 (1976); the map at r = 4',
  purpose: 'a condition number above 2^53: the rules are exact, the orbit in doubles has no digit left',
  sizes: [1],
  quickSizes: [1],
  smooth: true,
  expectWrong: [
    { methods: ['primal', 'generic-function', 'manual'], operators: ['value'], reason: REASON },
    { methods: ['manual', ...DUAL, ...RECORDED, ...GRAPHS], operators: ['gradient', 'hessian'], reason: REASON },
    ...allQuotientsWrong(REASON),
    { methods: ESTIMATED, operators: ['gradient'], reason: REASON },
    { methods: ['complex-step'], operators: ['gradient', 'jvp'], reason: REASON },
    { methods: [...DUAL, ...GRAPHS], operators: ['jvp'], reason: REASON },
    { methods: [...RECORDED, ...GRAPHS], operators: ['vjp'], reason: REASON },
    { methods: [...DUAL, ...RECORDED, ...GRAPHS], operators: ['hvp'], reason: REASON },
  ],
  at: () =>
    iteratedLogisticMap(STEPS, (random) => [0.2, random(0.1, 0.4), random(0.6, 0.9)].map((x1) => Float64Array.of(x1))),
};
