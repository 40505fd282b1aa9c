import type { Objective, Solving } from './objective.ts';
import { watchProgress } from './progress.ts';

/** x <- x - eta grad f(x) with a fixed eta, until the gradient gets no shorter. It asks for no value of f. */
export function* gradientDescent(f: Objective, start: Float64Array, rate: number): Solving {
  const watch = watchProgress();
  let x = start.slice();
  for (;;) {
    const gradient = new Float64Array(x.length);
    f.gradient(x, gradient);
    const here = { x, gradientNorm: Math.hypot(...gradient) };
    const stopped = watch.see(here);
    yield here;
    if (stopped) return { ...watch.best(), stopped };
    x = x.map((xi, i) => xi - rate * gradient[i]!);
  }
}
