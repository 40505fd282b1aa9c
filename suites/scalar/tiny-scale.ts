import { allQuotientsWrong } from '../expected-wrong.ts';
import { singleInput } from '../single-input.ts';

const TOO_LONG = 'the step is 15 times the scale on which the function varies, or more';

/** Michaelis & Menten, Biochemische Zeitschrift 49, 1913: saturation, here at a concentration of 1e-10. */
export const tinyScale = singleInput({
  name: 'tiny-scale',
  title: 'x / (1e-10 + x) near 2e-10',
  citation: 'Michaelis and Menten, Biochemische Zeitschrift 49 (1913)',
  purpose: 'all that happens, happens within 1e-10 of 0: a step scaled to max(1, |x|) leaps over it',
  expectWrong: [...allQuotientsWrong(TOO_LONG), { methods: ['richardson'], operators: ['gradient'], reason: TOO_LONG }],
  evaluate: (A, [x]) => A.div(x!, A.add(A.constant(1e-10), x!)),
  byHand: {
    value: (x) => x[0]! / (1e-10 + x[0]!),
    gradient(x, out) {
      const total = 1e-10 + x[0]!;
      out[0] = 1e-10 / (total * total);
      return x[0]! / total;
    },
    hessian(x, out) {
      const total = 1e-10 + x[0]!;
      out[0] = -2e-10 / (total * total * total);
    },
  },
  closedForm: 'x1 / (1e-10 + x1)',
  points: (random) => [2e-10, random(1e-10, 1e-9), random(1e-10, 1e-9)],
});
