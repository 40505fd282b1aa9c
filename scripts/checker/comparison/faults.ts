/** Faults of code by hand that its entries do not show: wrong values, and arguments that are written into. */
import type { Instance } from '../../../suites/problem.ts';
import type { HandWritten } from './hand-written.ts';
import { type ValueSample, valueSamples, type WrongValue, wrongValues } from './values.ts';

/** Faults of the function by hand, and of each of its derivatives, in sentences. */
export interface Faults {
  readonly ofValue: readonly string[];
  of(hand: HandWritten): readonly string[];
}

/** Looks for faults at these points. */
export function faultsOf(f: Instance, points: readonly Float64Array[], tolerance: number): Faults {
  const samples = valueSamples(f, points);
  const value = (x: Float64Array): ArrayLike<number> => {
    if (f.kind === 'scalar') return [Number(f.byHand.value(x))];
    const out = new Float64Array(f.outputs);
    f.byHand.values(x, out);
    return out;
  };
  return {
    ofValue: [
      ...inWords(f, 'it is', samples, wrongValues(samples, tolerance, value)),
      ...overwritten(points, (x) => value(x)),
    ],
    of: (hand) => [
      ...(f.kind === 'scalar' && hand.operator === 'gradient'
        ? inWords(
            f,
            'it returns',
            samples,
            wrongValues(samples, tolerance, (x) => [Number(f.byHand.gradient(x, new Float64Array(f.inputs)))]),
          )
        : []),
      ...overwritten(points, (x) => hand.write(x, new Float64Array(hand.rows * hand.columns))),
    ],
  };
}

function inWords(f: Instance, verb: string, samples: readonly ValueSample[], wrong: readonly WrongValue[]): string[] {
  const [first] = wrong;
  if (!first) return [];
  const at = new Set(wrong.map(({ x }) => x)).size;
  const which = f.outputs === 1 ? 'the function' : `output ${first.place + 1} of the function`;
  return [
    `${verb} ${shown(first.byHand)} where ${which} is ${shown(first.exact)}, at x = ${pointShown(first.x)}; wrong at ${at} of ${samples.length} points`,
  ];
}

function overwritten(points: readonly Float64Array[], call: (x: Float64Array) => unknown): string[] {
  for (const x of points) {
    const argument = x.slice();
    call(argument);
    const place = argument.findIndex((value, i) => !Object.is(value, x[i]));
    if (place !== -1)
      return [
        `it writes into its argument: x${place + 1} was ${shown(x[place]!)} and is ${shown(argument[place]!)} afterwards`,
      ];
  }
  return [];
}

function shown(value: number): string {
  return String(Number(value.toPrecision(8)));
}

function pointShown(x: Float64Array): string {
  const first = Array.from(x.subarray(0, 4), (value) => String(Number(value.toPrecision(4))));
  return `(${first.join(', ')}${x.length > 4 ? ', …' : ''})`;
}
