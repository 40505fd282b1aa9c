import type { Suite } from '../problem.ts';
import { absoluteValueAtKink } from './absolute-value-at-kink.ts';
import { absoluteValueNearKink } from './absolute-value-near-kink.ts';
import { branchingLoop } from './branching-loop.ts';
import { cosineCancellation } from './cosine-cancellation.ts';
import { flat } from './flat.ts';
import { gaussianTail } from './gaussian-tail.ts';
import { highFrequency } from './high-frequency.ts';
import { hyperbolicQuotient } from './hyperbolic-quotient.ts';
import { inverseTrigonometric } from './inverse-trigonometric.ts';
import { largeOffset } from './large-offset.ts';
import { largeScale } from './large-scale.ts';
import { log1pExpm1 } from './log1p-expm1.ts';
import { logisticChaos } from './logistic-chaos.ts';
import { logisticFixedPoint } from './logistic-fixed-point.ts';
import { maximumAtKink } from './maximum-at-kink.ts';
import { multipleRoot } from './multiple-root.ts';
import { nearPole } from './near-pole.ts';
import { powerTower } from './power-tower.ts';
import { runge } from './runge.ts';
import { saturated } from './saturated.ts';
import { signedRoot } from './signed-root.ts';
import { squareRootDifference } from './square-root-difference.ts';
import { tangentNearPole } from './tangent-near-pole.ts';
import { tinyScale } from './tiny-scale.ts';

/** Functions of one variable, each chosen to hurt: by scale, cancellation, kinks, poles, chaos or branches. */
export const scalars: Suite = {
  name: 'scalar',
  title: 'functions of one variable, chosen to hurt',
  timed: 'on demand',
  problems: [
    largeScale,
    tinyScale,
    cosineCancellation,
    squareRootDifference,
    highFrequency,
    absoluteValueNearKink,
    absoluteValueAtKink,
    maximumAtKink,
    signedRoot,
    nearPole,
    flat,
    largeOffset,
    logisticFixedPoint,
    logisticChaos,
    branchingLoop,
    tangentNearPole,
    powerTower,
    log1pExpm1,
    inverseTrigonometric,
    saturated,
    hyperbolicQuotient,
    runge,
    gaussianTail,
    multipleRoot,
  ],
};
