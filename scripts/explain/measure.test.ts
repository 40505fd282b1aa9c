import { expect, it } from 'vitest';
import { openCatalogue } from '../bench/plan/catalogue.ts';
import { BUILD_PLUGINS } from '../command/paths.ts';
import { pointTruth } from '../truth/point-truth.ts';
import { writtenInstance } from '../written/function.ts';
import { faultOf } from './measure.ts';

const OVERCLAIM = /^exceeds its own stated error, \S+ times; not wrong otherwise$/;

it.each<readonly [string, number, number | undefined, object]>([
  ['richardson', 1e-14, 1e-14, {}],
  ['richardson', 1e-8, 1e-8, {}],
  ['richardson', 1e-8, 1e-14, { overclaim: expect.stringMatching(OVERCLAIM) }],
  ['richardson', 1e-8, Number.POSITIVE_INFINITY, { overclaim: expect.stringMatching(/claims no digit/) }],
  ['richardson', 0.9, 1e-14, { wrong: 'no correct digit' }],
  ['forward', 1e-8, undefined, { wrong: expect.stringMatching(/times the bound/) }],
  ['forward-difference', 1e-8, undefined, {}],
])('%s that is off by %d and estimates %d: %j', async (name, error, estimated, fault) => {
  const instance = writtenInstance({ expression: 'sin(x)', point: [1] });
  const method = (await openCatalogue([], BUILD_PLUGINS)).methods.find((each) => each.method === name)!;
  const answer = Float64Array.of(Math.cos(1) * (1 + error));
  const estimate = estimated === undefined ? undefined : Float64Array.of(estimated);
  const truth = { point: pointTruth(instance, Float64Array.of(1)) };
  expect(faultOf({ answer, estimate }, 'gradient', method, truth)).toEqual(fault);
});
