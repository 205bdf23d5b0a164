import { describe, expect, it } from 'vitest';
import { plannedRuns, sweptConfig } from '../src/core/sweep';
import { parseRunLink } from '../src/core/runConfig';
import { catalogue } from '../src/worker/catalogue';
import { planStops, sweepPlan } from './headlessPlan';
import { readSweepOptions } from './headlessSweepOptions';

describe('planStops', () => {
  it('leaves a run without stops as it is', () => {
    expect(planStops('dataset=mnist&steps=5', [])).toEqual({ query: 'dataset=mnist&steps=5', later: [] });
  });

  it('goes to the first stop, then from stop to stop, then to the budget', () => {
    expect(planStops('seed=2&steps=900', [100, 400])).toEqual({
      query: 'seed=2&steps=100',
      later: [400, 900],
    });
  });

  it('ends at the last stop where the query names no budget, or the same one', () => {
    expect(planStops('seed=2', [100, 400])).toEqual({ query: 'seed=2&steps=100', later: [400] });
    expect(planStops('steps=400', [100, 400])).toEqual({ query: 'steps=100', later: [400] });
    expect(planStops('', [7])).toEqual({ query: 'steps=7', later: [] });
  });
});

describe('sweepPlan', () => {
  const planOf = (...argv: readonly string[]) => {
    const asked = readSweepOptions([...argv, '--out', 'there']);
    const configs = asked.queries.map((query) => parseRunLink(query, catalogue));
    return { configs, plan: sweepPlan(asked, configs) };
  };

  it.each([
    [['model=gan-mlp', '--vary', 'batch=8,16', '--vary', 'loss=hinge,wgan-gp', '--seeds', '3,5']],
    [['seed=4', '--vary', 'loss.penalty=1,10', '--vary', 'loss=wgan-gp']],
    [['seed=4', '--vary', 'spectralNorm=true,false']],
  ])('plans the very runs that %j asks for, in their order', (argv) => {
    const { configs, plan } = planOf(...argv);
    expect(plan).not.toBeNull();
    if (plan) expect(plannedRuns(plan).map((run) => sweptConfig(plan, run, catalogue))).toEqual(configs);
  });

  it('has none of seeds alone, and of more settings than a chart shows', () => {
    expect(planOf('seed=1', '--seeds', '1-3').plan).toBeNull();
    expect(planOf('steps=9', '--vary', 'seed=1,2').plan).toBeNull();
    const three = ['batch=4,8', 'loss=hinge,saturating', 'dSteps=1,2'].flatMap((text) => ['--vary', text]);
    expect(planOf('steps=9', ...three).plan).toBeNull();
  });
});
