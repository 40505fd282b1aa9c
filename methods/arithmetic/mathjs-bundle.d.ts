/** mathjs publishes no types for its one-file bundle; it is the same library, so it has the same type. */
declare module 'mathjs/lib/browser/math.js' {
  import type { MathJsInstance } from 'mathjs';

  const math: MathJsInstance;
  export default math;
}
