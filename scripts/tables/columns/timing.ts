import {
  advice,
  count,
  later,
  list,
  magnitude,
  method,
  notNegative,
  operator,
  outcome,
  outputs,
  positive,
  problem,
  run,
  TIME,
  table,
  tape,
  text,
  whereOk,
} from './columns.ts';

/** Timing of every method on every problem. */
export const timing = table({
  name: 'timing',
  title: 'Time of each method on each problem',
  method:
    'One fork (a fresh process) measures one case; it runs compiled JavaScript. The calls take the points of ' +
    'the problem in turn. The primal is the hand-written function. Method and primal are each warmed up until ' +
    'their code has settled: after 10,000 calls and 15 ms, or 1500 calls where V8 has compiled nothing for 40 ' +
    'ms, or fewer of long calls, or 1 s of processor time. A sample is a batch of calls of half a millisecond ' +
    'or more; samples of method and primal alternate. They are taken again until their ratios show no drift, ' +
    'step or second mode. The time of a fork is the 10th percentile of its samples, since other work on the ' +
    'machine makes samples slower and never faster. Pauses for garbage collection are in it as far as they are ' +
    'in every sample. A row has medians over forks. Intervals are 95 % percentile bootstrap intervals that ' +
    'resample forks (2000 times). They can be no wider than the range of the forks. With few forks they thus ' +
    'cover less than they claim: at most 50 % with 2 forks, 75 % with 3, 94 % with 5; with one fork there is ' +
    'none. Answers are judged too: that of the first call, that of the last timed one, and one more at every ' +
    'point after sampling.',
  columns: {
    ...problem,
    ...outputs,
    ...method,
    ...operator,
    ...outcome,
    forks: whereOk(count('forks that measured the case', advice('asked for by an option'))),
    samples: whereOk(count('samples in all forks together', TIME)),
    calls_per_sample: whereOk(count('calls in one sample (median over forks)', TIME)),
    warmup_ms: notNegative(
      'elapsed time for which the method was warmed up before its steady state was sampled, ms (median over ' +
        'forks)',
      TIME,
    ),
    prepare_ns: notNegative(
      'preparation, once per function, ns (median over forks); loading modules is not part of it',
      TIME,
    ),
    prepare_warm_ns: notNegative(
      'preparation once its own code is warm, ns (median of the later half of many preparations in the first ' +
        'fork); empty below 1 ms, where it would take too long, for symbolic methods, and in quick runs',
      TIME,
    ),
    first_call_ns: notNegative('first call after preparation, cold, ns (median over forks)', TIME),
    median_ns: whereOk(
      positive(
        'one call in the steady state, ns (median over forks of the 10th percentile of the samples of each)',
        TIME,
      ),
    ),
    ci_low_ns: positive('lower end of the interval of median_ns', TIME),
    ci_high_ns: positive('upper end of the interval of median_ns', TIME),
    primal_ns: whereOk(
      positive(
        'one call of the hand-written function in the same forks, ns (median over forks of the 10th percentiles)',
        TIME,
      ),
    ),
    ratio: whereOk(
      positive(
        'time of the method / time of the primal: median over forks, each the ratio of two 10th percentiles from ' +
          'one fork',
        advice('follows from fork_ratios'),
      ),
    ),
    ratio_ci_low: positive('lower end of the interval of ratio', advice('follows from fork_ratios')),
    ratio_ci_high: positive('upper end of the interval of ratio', advice('follows from fork_ratios')),
    fork_ns: whereOk(
      list(
        'one call in the steady state of each fork, ns, in the order in which the forks ran',
        'forks',
        'time of forks',
      ),
    ),
    fork_ratios: whereOk(
      list('method / primal of each fork, in the same order; two runs are compared by these', 'forks', 'time of forks'),
    ),
    steady_forks: whereOk(
      count('forks in whose samples no drift, step (above 3 to 5 %) or second mode (above 10 %) is seen', TIME),
    ),
    steady: later(
      whereOk({
        ...text(
          'whether most forks reached a steady state within the limit of their warm-up; where no, the time is not ' +
            'known',
          'time of forks',
        ),
        values: ['yes', 'no'],
      }),
    ),
    forks_agree: later({
      ...text(
        'whether the largest of fork_ratios is at most 1.25 times the smallest, with one of every six left out; ' +
          'where no, the ratio is not known',
        'time of forks',
      ),
      values: ['yes', 'no'],
    }),
    loop_ns: later(
      notNegative(
        'one turn of the timing loop, ns, measured with a function that does nothing; it is part of median_ns and ' +
          'primal_ns',
        TIME,
      ),
    ),
    function_calls: count(
      'calls of the hand-written function in one call of the operator at the first point; complex-step calls the function that is ' +
        'written once',
      'more is worse',
    ),
    gradient_calls: count(
      'gradients evaluated in one call of hessian or hvp by differences of gradients',
      'more is worse',
    ),
    ...tape,
    relative_error: whereOk(
      magnitude('largest relative error of the timed answers against the truth', 'relative error'),
    ),
    ...run,
  },
});
