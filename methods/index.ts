/** The registry of methods, a line each. A method is imported only when it is wanted: a fork loads no other. */
import { FAMILIES, type Family, type Method } from './method.ts';

type Registered = Readonly<Record<string, () => Promise<Method>>>;

/** Methods by the family that each states, and by name, in the order in which they are shown. */
const families: Readonly<Record<Family, Registered>> = {
  primal: {
    primal: () => import('./primal.ts').then((m) => m.primal),
    'generic-function': () => import('./generic-function.ts').then((m) => m.genericFunction),
  },
  manual: {
    manual: () => import('./manual.ts').then((m) => m.manual),
  },
  numerical: {
    'forward-difference': () => import('./numerical/finite-difference.ts').then((m) => m.forwardDifference),
    'central-difference': () => import('./numerical/finite-difference.ts').then((m) => m.centralDifference),
    'central-difference-4': () => import('./numerical/higher-order-difference.ts').then((m) => m.centralDifference4),
    'central-difference-6': () => import('./numerical/higher-order-difference.ts').then((m) => m.centralDifference6),
    'central-difference-8': () => import('./numerical/higher-order-difference.ts').then((m) => m.centralDifference8),
    'coloured-difference': () => import('./numerical/coloured-difference.ts').then((m) => m.colouredDifference),
    richardson: () => import('./numerical/richardson.ts').then((m) => m.richardson),
    'adaptive-difference': () => import('./numerical/adaptive-difference.ts').then((m) => m.adaptiveDifference),
    'complex-step': () => import('./complex-step.ts').then((m) => m.complexStep),
    'gradient-difference': () => import('./numerical/gradient-difference.ts').then((m) => m.gradientDifference),
  },
  symbolic: {
    'symbolic-mathjs': () => import('./symbolic.ts').then((m) => m.symbolicMathjs),
    'symbolic-compiled': () => import('./symbolic.ts').then((m) => m.symbolicCompiled),
    'symbolic-generated': () => import('./symbolic.ts').then((m) => m.symbolicGenerated),
    'symbolic-simplified': () => import('./symbolic.ts').then((m) => m.symbolicSimplified),
  },
  forward: {
    forward: () => import('./forward.ts').then((m) => m.forward),
    'forward-chunked': () => import('./forward.ts').then((m) => m.forwardChunked),
  },
  reverse: {
    'reverse-tape': () => import('./reverse-tape.ts').then((m) => m.reverseTape),
    'reverse-tape-sums': () => import('./reverse-tape.ts').then((m) => m.reverseTapeSums),
    'reverse-graph-interpreted': () => import('./reverse-graph.ts').then((m) => m.reverseGraphInterpreted),
    'reverse-graph-javascript': () => import('./reverse-graph.ts').then((m) => m.reverseGraphJavaScript),
    'reverse-graph-webassembly': () => import('./reverse-graph.ts').then((m) => m.reverseGraphWebAssembly),
  },
};

/** Methods by name, in the order in which they are shown. */
export const methods: Registered = Object.fromEntries(
  Object.values(families).flatMap((family) => Object.entries(family)),
);

/** The family of a method of the registry, without loading it; undefined for a method of a plug-in. */
export function familyOf(method: string): Family | undefined {
  return FAMILIES.find((family) => Object.hasOwn(families[family], method));
}
