import { describe, expect, it } from 'vitest';
import type { Failure } from '../process/job.ts';
import { openCatalogue } from './catalogue.ts';
import { type SizedProblem, sizedProblems } from './plan.ts';
import { createKnownFailures } from './run-context.ts';

const problems = sizedProblems(await openCatalogue([], 'unused'), false);
const TIMEOUT: Failure = { outcome: 'timeout', reason: 'not finished after 2 s' };
const MEMORY: Failure = { outcome: 'error', reason: 'ran out of memory (limit 1024 MB)' };
const TOO_LONG = { outcome: 'timeout', reason: expect.stringContaining('known to take longer than 1 s') };
const THROWN: Failure = { outcome: 'error', reason: 'Error: no' };
const UNSUPPORTED: Failure = { outcome: 'unsupported', reason: 'no max' };

function helmholtz(size: number): SizedProblem {
  return problems.find(({ reference }) => reference.problem === 'helmholtz' && reference.size === size)!;
}

describe('known failures', () => {
  it('are those of the same problem, size and method', () => {
    const known = createKnownFailures({ triesLong: true });
    expect(known.find(helmholtz(8), 'm')).toBeUndefined();
    known.add(helmholtz(8), 'm', THROWN);
    expect(known.find(helmholtz(8), 'm')).toEqual(THROWN);
    expect(known.find(helmholtz(8), 'other')).toBeUndefined();
    const other = problems.find(({ reference }) => reference.problem === 'rosenbrock')!;
    expect(known.find(other, 'm')).toBeUndefined();
  });

  it.each([TIMEOUT, MEMORY])('spare larger sizes, but not smaller ones, where the reason is "$reason"', (failure) => {
    const known = createKnownFailures({ triesLong: true });
    known.add(helmholtz(15), 'm', failure);
    expect(known.find(helmholtz(50), 'm')).toEqual({
      outcome: failure.outcome,
      reason: `not tried: at size 15 already ${failure.reason}`,
    });
    expect(known.find(helmholtz(8), 'm')).toBeUndefined();
  });

  it.each([THROWN, UNSUPPORTED])('say nothing of larger sizes where the reason is "$reason"', (failure) => {
    const known = createKnownFailures({ triesLong: true });
    known.add(helmholtz(15), 'm', failure);
    expect(known.find(helmholtz(50), 'm')).toBeUndefined();
  });

  it('are those of expressions known to take too long, but where these are tried', () => {
    expect(createKnownFailures({ triesLong: false }).find(helmholtz(15), 'symbolic-simplified')).toMatchObject(
      TOO_LONG,
    );
    expect(createKnownFailures({ triesLong: true }).find(helmholtz(15), 'symbolic-simplified')).toBeUndefined();
  });

  it('name the size that was tried, also after a failure that was found again', () => {
    const known = createKnownFailures({ triesLong: true });
    known.add(helmholtz(8), 'm', TIMEOUT);
    known.add(helmholtz(15), 'm', known.find(helmholtz(15), 'm')!);
    expect(known.find(helmholtz(50), 'm')!.reason).toBe('not tried: at size 8 already not finished after 2 s');
  });
});
