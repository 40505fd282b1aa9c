import { wrongSlopes } from '../expected-wrong.ts';
import { type Problem, scalar } from '../problem.ts';
import { randomVector, seededRandom } from '../random.ts';

const LOGARITHM_OF_NOTHING = 'the outermost points reach beyond x_i = 0, where there is no logarithm of x_i';

/**
 * The Helmholtz free energy of a mixed fluid (Peng-Robinson equation of state): Griewank, On automatic differentiation
 * (1989); Baydin et al., JMLR 18 (2018), Fig. 5. The data are not published; here, from seed 1989 at every n: b_i in
 * [0.5, 1.5), then a symmetric A with entries in [1, 3), row by row up to the diagonal; R T = 2.479 (kJ/mol at 298.15
 * K). First point: x_i = i / (n (n + 1)). Everywhere sum x < 0.6, thus b.x < 0.9.
 */
export const helmholtz: Problem = {
  name: 'helmholtz',
  title: "R T sum x_i ln(x_i / (1 - b.x)) - x'Ax / (sqrt(8) b.x) ln((1 + (1 + sqrt 2) b.x) / (1 + (1 - sqrt 2) b.x))",
  citation:
    'Griewank, On automatic differentiation (1989); Baydin, Pearlmutter, Radul, Siskind, JMLR 18 (2018), Figure 5',
  purpose: 'the classic timing: n^2 work in f, with a gradient that costs little more',
  sizes: [1, 8, 15, 22, 29, 36, 43, 50],
  quickSizes: [8],
  timed: { default: [1, 8, 22, 50], quick: [8] },
  smooth: true,
  expectWrong: [
    {
      methods: ['central-difference-4'],
      operators: ['gradient'],
      sizes: [29, 36, 43, 50],
      reason: LOGARITHM_OF_NOTHING,
    },
    { methods: ['central-difference-4'], operators: ['jvp'], sizes: [50], reason: LOGARITHM_OF_NOTHING },
    {
      methods: ['central-difference-4'],
      operators: ['gradient'],
      sizes: [15, 22],
      atSomePoints: true,
      reason: LOGARITHM_OF_NOTHING,
    },
    {
      methods: ['central-difference-4'],
      operators: ['jvp'],
      sizes: [22, 29, 36, 43],
      atSomePoints: true,
      reason: LOGARITHM_OF_NOTHING,
    },
    { ...wrongSlopes(['central-difference-6'], LOGARITHM_OF_NOTHING), sizes: [15, 22, 29, 36, 43, 50] },
    { ...wrongSlopes(['central-difference-6'], LOGARITHM_OF_NOTHING), sizes: [8], atSomePoints: true },
    { ...wrongSlopes(['central-difference-8'], LOGARITHM_OF_NOTHING), sizes: [15, 22, 29, 36, 43, 50] },
    { methods: ['central-difference-8'], operators: ['gradient'], sizes: [8], reason: LOGARITHM_OF_NOTHING },
    {
      methods: ['central-difference-8'],
      operators: ['jvp'],
      sizes: [8],
      atSomePoints: true,
      reason: LOGARITHM_OF_NOTHING,
    },
    { ...wrongSlopes(['central-difference-8'], LOGARITHM_OF_NOTHING), sizes: [1], atSomePoints: true },
  ],
  at(n) {
    const seeded = seededRandom(1989);
    const b = randomVector(seeded, n, 0.5, 1.5);
    const rows = Array.from({ length: n }, () => new Float64Array(n));
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) rows[i]![j] = rows[j]![i] = seeded(1, 3);
    return scalar({
      inputs: n,
      evaluate(A, x) {
        const one = A.constant(1);
        const bx = A.linear(b, x);
        const free = A.sub(one, bx);
        const mixing = A.sumOver(n, (i) => A.mul(x[i]!, A.log(A.div(x[i]!, free))));
        const xAx = A.sumOver(n, (i) => A.mul(x[i]!, A.linear(rows[i]!, x)));
        const upper = A.add(one, A.mul(A.constant(1 + Math.SQRT2), bx));
        const lower = A.add(one, A.mul(A.constant(1 - Math.SQRT2), bx));
        const attraction = A.mul(A.div(xAx, A.mul(A.constant(SQRT8), bx)), A.log(A.div(upper, lower)));
        return A.sub(A.mul(A.constant(RT), mixing), attraction);
      },
      byHand: byHand(b, rows),
      points: (random) => [
        Float64Array.from({ length: n }, (_, i) => (i + 1) / (n * (n + 1))),
        randomVector(random, n, 0.2 / n, 0.6 / n),
        randomVector(random, n, 0.01 / n, 0.3 / n),
      ],
    });
  },
};

const RT = 2.479;
const SQRT8 = 2 * Math.SQRT2;

/**
 * 2 A = L + L', where L is lower triangular: the diagonal of A, and below it twice the entries of A. So x'Ax = x'Lx
 * takes half of A. Its first n mod 4 rows are short and taken one by one; then four at a time, so that no addition
 * waits for the one before. `lower` holds the entries in this order, those of four rows column by column, with zeros
 * above the diagonal.
 */
function byHand(b: Float64Array, rows: readonly Float64Array[]) {
  const n = b.length;
  const short = n % 4;
  const lower = Float64Array.from(lowerTriangle(rows, short));
  const twiceAx = new Float64Array(n);

  /** Writes 2 A x, and returns x'Ax. */
  function quadraticForm(x: Float64Array): number {
    let xAx = 0;
    let k = 0;
    for (let i = 0; i < n; i++) twiceAx[i] = 0;
    for (let i = 0; i < short; i++) {
      const xi = x[i]!;
      let row = 0;
      for (let j = 0; j <= i; j++, k++) {
        row += lower[k]! * x[j]!;
        twiceAx[j]! += lower[k]! * xi;
      }
      twiceAx[i]! += row;
      xAx += xi * row;
    }
    for (let i = short; i < n; i += 4) {
      const x0 = x[i]!;
      const x1 = x[i + 1]!;
      const x2 = x[i + 2]!;
      const x3 = x[i + 3]!;
      let row0 = 0;
      let row1 = 0;
      let row2 = 0;
      let row3 = 0;
      for (let j = 0; j < i + 4; j++, k += 4) {
        const xj = x[j]!;
        const a0 = lower[k]!;
        const a1 = lower[k + 1]!;
        const a2 = lower[k + 2]!;
        const a3 = lower[k + 3]!;
        row0 += a0 * xj;
        row1 += a1 * xj;
        row2 += a2 * xj;
        row3 += a3 * xj;
        twiceAx[j]! += a0 * x0 + a1 * x1 + (a2 * x2 + a3 * x3);
      }
      twiceAx[i]! += row0;
      twiceAx[i + 1]! += row1;
      twiceAx[i + 2]! += row2;
      twiceAx[i + 3]! += row3;
      xAx = xAx + x0 * row0 + x1 * row1 + x2 * row2 + x3 * row3;
    }
    return xAx;
  }

  return {
    value(x: Float64Array): number {
      let bx = 0;
      for (let i = 0; i < n; i++) bx += b[i]! * x[i]!;
      const scale = 1 / (1 - bx);
      let mixing = 0;
      let xAx = 0;
      let k = 0;
      for (let i = 0; i < short; i++) {
        const xi = x[i]!;
        mixing += xi * Math.log(xi * scale);
        let row = 0;
        for (let j = 0; j <= i; j++, k++) row += lower[k]! * x[j]!;
        xAx += xi * row;
      }
      for (let i = short; i < n; i += 4) {
        const x0 = x[i]!;
        const x1 = x[i + 1]!;
        const x2 = x[i + 2]!;
        const x3 = x[i + 3]!;
        mixing += x0 * Math.log(x0 * scale);
        mixing += x1 * Math.log(x1 * scale);
        mixing += x2 * Math.log(x2 * scale);
        mixing += x3 * Math.log(x3 * scale);
        let row0 = 0;
        let row1 = 0;
        let row2 = 0;
        let row3 = 0;
        for (let j = 0; j < i + 4; j++, k += 4) {
          const xj = x[j]!;
          row0 += lower[k]! * xj;
          row1 += lower[k + 1]! * xj;
          row2 += lower[k + 2]! * xj;
          row3 += lower[k + 3]! * xj;
        }
        xAx = xAx + x0 * row0 + x1 * row1 + x2 * row2 + x3 * row3;
      }
      return RT * mixing - (xAx / (SQRT8 * bx)) * Math.log1p((SQRT8 * bx) / (1 + (1 - Math.SQRT2) * bx));
    },
    gradient(x: Float64Array, out: Float64Array): number {
      let bx = 0;
      let total = 0;
      for (let i = 0; i < n; i++) {
        bx += b[i]! * x[i]!;
        total += x[i]!;
      }
      const scale = 1 / (1 - bx);
      const xAx = quadraticForm(x);
      const log = Math.log1p((SQRT8 * bx) / (1 + (1 - Math.SQRT2) * bx)) / (SQRT8 * bx);
      const slope = (xAx / bx) * (1 / (1 + bx * (2 - bx)) - log);
      const alongB = RT * total * scale - slope;
      let mixing = 0;
      for (let i = 0; i < n; i++) {
        const own = Math.log(x[i]! * scale);
        mixing += x[i]! * own;
        out[i] = RT * (own + 1) + (alongB * b[i]! - log * twiceAx[i]!);
      }
      return RT * mixing - xAx * log;
    },
    /**
     * With s = b.x and g(s) = ln(...) / (sqrt(8) s): g' = (1/D - g) / s and g'' = -((2 - 2s) / D^2 + 2g') / s, where D
     * = 1 + 2s - s^2.
     */
    hessian(x: Float64Array, out: Float64Array): void {
      let s = 0;
      let total = 0;
      for (let i = 0; i < n; i++) {
        s += b[i]! * x[i]!;
        total += x[i]!;
      }
      const xAx = quadraticForm(x);
      const scale = 1 / (1 - s);
      const d = 1 + s * (2 - s);
      const g = Math.log1p((SQRT8 * s) / (1 + (1 - Math.SQRT2) * s)) / (SQRT8 * s);
      const slope = (1 / d - g) / s;
      const curvature = -((2 - 2 * s) / (d * d) + 2 * slope) / s;
      const twice = RT * total * scale * scale - xAx * curvature;
      for (let i = 0; i < n; i++) {
        const row = rows[i]!;
        const once = RT * scale * b[i]!;
        const alongB = RT * scale + twice * b[i]! - slope * twiceAx[i]!;
        const alongAx = slope * b[i]!;
        for (let j = 0; j <= i; j++) {
          out[i * n + j] = out[j * n + i] = once + alongB * b[j]! - alongAx * twiceAx[j]! - 2 * g * row[j]!;
        }
        out[i * n + i]! += RT / x[i]!;
      }
    },
  };
}

/** The entries of L in the order of `lower`. */
function* lowerTriangle(rows: readonly Float64Array[], short: number): Generator<number> {
  const entry = (i: number, j: number) => rows[i]![j]! * (j < i ? 2 : 1);
  for (let i = 0; i < short; i++) for (let j = 0; j <= i; j++) yield entry(i, j);
  for (let i = short; i < rows.length; i += 4) {
    for (let j = 0; j < i + 4; j++) for (let r = i; r < i + 4; r++) yield j <= r ? entry(r, j) : 0;
  }
}
