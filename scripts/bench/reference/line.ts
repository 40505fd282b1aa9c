/** Scalar functions of several variables along a line: there they have one variable, of which a step can be swept. */
import type { Arithmetic } from '../../../methods/arithmetic/arithmetic.ts';
import type { ScalarFunction } from '../../../methods/method.ts';
import { type Instance, type Points, scalar } from '../../../suites/problem.ts';
import { seededRandom } from '../../../suites/random.ts';

/** A line through the first point of a function. */
export interface Line {
  /** A coordinate, such as `x2`; `diagonal`; or a direction, such as `3,4`. */
  readonly along: string;
  /** Of the points. */
  readonly seed: number;
}

/** The direction in which all inputs change alike. */
export const DIAGONAL = 'diagonal';

const COORDINATE = /^x([1-9]\d*)$/;

/** The coordinate that runs, from 0, or the components of a direction. */
type Way = { readonly coordinate: number } | { readonly direction: readonly number[] };

/** Whether the text names a line at all. */
export function isLine(along: string): boolean {
  return along === DIAGONAL || COORDINATE.test(along) || componentsOf(along) !== undefined;
}

/** Whether a function of so many inputs has this line. */
export function hasLine(inputs: number, along: string): boolean {
  return wayOf(inputs, along) !== undefined;
}

/** The text in the one spelling that rows have: without spaces. */
export function spelled(along: string): string {
  return along.replaceAll(/\s/g, '');
}

function wayOf(inputs: number, along: string): Way | undefined {
  if (along === DIAGONAL) return { direction: new Array<number>(inputs).fill(1 / Math.sqrt(inputs)) };
  const coordinate = Number(COORDINATE.exec(along)?.[1] ?? 0) - 1;
  if (coordinate >= 0) return coordinate < inputs ? { coordinate } : undefined;
  const direction = componentsOf(along);
  return direction?.length === inputs ? { direction } : undefined;
}

function componentsOf(along: string): readonly number[] | undefined {
  const parts = along.split(',').map((part) => part.trim());
  const components = parts.map(Number);
  const areNumbers = parts.every((part) => part !== '') && components.every(Number.isFinite);
  return areNumbers && components.some((component) => component !== 0) ? components : undefined;
}

/**
 * Takes f along the line, as a function of one variable: of the coordinate itself, or of t in x + t v. The point x is
 * asked for when it is needed.
 * @throws {RangeError} where f has no such line.
 */
export function onLine(f: ScalarFunction & Points, { along, seed }: Line): Instance {
  const way = wayOf(f.inputs, along);
  if (way === undefined) throw new RangeError(`a function of ${f.inputs} inputs has no ${along}`);
  let known: readonly number[] | undefined;
  const point = () => {
    known ??= Array.from(f.points(seededRandom(seed))[0]!);
    return known;
  };
  const at = (t: number) => Float64Array.from(point(), (x, j) => placeOf(way, x, j, t));
  return scalar({
    inputs: 1,
    evaluate: (A, [t]) => f.evaluate(A, pathOf(A, way, point(), t!))[0]!,
    byHand: {
      value: ([t]) => f.byHand.value(at(t!)),
      gradient([t], out) {
        const whole = new Float64Array(f.inputs);
        const value = f.byHand.gradient(at(t!), whole);
        out[0] =
          'coordinate' in way
            ? whole[way.coordinate]!
            : way.direction.reduce((sum, component, j) => sum + component * whole[j]!, 0);
        return value;
      },
    },
    points: () => [Float64Array.of('coordinate' in way ? point()[way.coordinate]! : 0)],
  });
}

function placeOf(way: Way, x: number, j: number, t: number): number {
  if ('coordinate' in way) return j === way.coordinate ? t : x;
  return x + way.direction[j]! * t;
}

function pathOf<T>(A: Arithmetic<T>, way: Way, point: readonly number[], t: T): T[] {
  return point.map((x, j) => {
    if ('coordinate' in way) return j === way.coordinate ? t : A.constant(x);
    const component = way.direction[j]!;
    return component === 0 ? A.constant(x) : A.add(A.constant(x), A.mul(A.constant(component), t));
  });
}
