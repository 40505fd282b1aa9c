import type { Suite } from '../problem.ts';
import { speelpenning as product } from './speelpenning.ts';

/** The classic case against symbolic gradients. */
export const speelpenning: Suite = {
  name: 'speelpenning',
  title: "Speelpenning's product, whose written-out gradient takes n^2 multiplications",
  problems: [product],
};
