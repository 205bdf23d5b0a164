import '@tensorflow/tfjs-backend-cpu';
import { inputShape } from '../core/network';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { NO_COMPRESSION } from '../core/compressionRecord';
import { InvalidValueError } from '../core/errors';
import { readRunConfig, type RunConfig } from '../core/runConfig';
import { datasets } from '../datasets';
import { losses } from '../losses';
import { models } from '../models';
import { Measurer } from '../training/measuring/measurer';
import { RunSession } from '../training/session';
import { Trainer } from '../training/trainer';
import { byId } from './catalogue';
import { changeRun } from './changeRun';
import type { OpenGan } from './context';

beforeAll(() => setBackend('cpu'));

const configOf = (changes: Record<string, unknown> = {}): RunConfig =>
  readRunConfig(
    {
      dataset: 'points-ring',
      'dataset.size': 64,
      model: 'gan-mlp',
      'model.width': 8,
      'model.latentSize': 2,
      batch: 8,
      steps: 4,
      measureEvery: 0,
      ...changes,
    },
    { datasets, models, losses },
  );

async function openRun(config: RunConfig): Promise<OpenGan> {
  const { signal } = new AbortController();
  const dataset = await byId(datasets, config.dataset).load({
    params: config.datasetParams,
    signal,
    progress: () => undefined,
  });
  const parts = { dataset, model: byId(models, config.model), loss: byId(losses, config.loss) };
  const trainer = new Trainer({ config, ...parts });
  const nothing = () => undefined;
  const session = new RunSession({ id: 'r', name: 'Run', createdAt: 1, parent: null }, trainer, {
    changed: nothing,
    history: nothing,
    samples: nothing,
    memory: nothing,
    measured: nothing,
    measureFailed: nothing,
    health: nothing,
    save: null,
    saveFailed: (error) => expect.fail(String(error)),
  });
  const measurer = new Measurer({
    trainer: () => session.trainer,
    dataset,
    loadHeldOut: () => Promise.resolve(null),
    openEvaluator: () => Promise.reject(new Error('nothing is measured here')),
  });
  return {
    kind: 'gan',
    session,
    dataset,
    measurer,
    plane: null,
    lock: { id: 'r', exclusive: true, release: nothing },
  };
}

describe('changeRun', () => {
  it('goes on from the same step with other networks around the weights that fit', async () => {
    const run = await openRun(configOf());
    await run.session.stepOnce();
    await run.session.stepOnce();
    const held = memory().numTensors;
    const wanted = configOf({ packing: 2, learningRateD: 1e-3 });
    const changed = await changeRun(run, wanted, 'both');
    expect(changed.run).toMatchObject({ id: 'r', step: 2, config: wanted });
    const seen = changed.run.networks.find(({ id }) => id === 'discriminator');
    expect(seen && inputShape(seen.spec)).toEqual([1, 1, 4]);
    // The first layer of the discriminator, 2 x 16, gave way to one of 4 x 16.
    expect(changed.weights - changed.keptWeights).toBe(4 * 16);
    expect(memory().numTensors).toBe(held);
    await run.session.stepOnce();
    expect(run.session.history.map(({ step }) => step)).toEqual([1, 2, 3]);
    await run.session.dispose();
  });

  it('refuses other data, and settings that do not go together, and leaves the run as it was', async () => {
    const run = await openRun(configOf());
    const before = run.session.trainer;
    await expect(changeRun(run, configOf({ dataset: 'points-grid' }), 'both')).rejects.toThrow(
      InvalidValueError,
    );
    await expect(changeRun(run, configOf({ 'dataset.size': 65 }), 'both')).rejects.toThrow(InvalidValueError);
    await expect(changeRun(run, configOf({ packing: 3 }), 'both')).rejects.toThrow(/cannot be packed by 3/);
    const { identity } = run.session;
    run.session.identity = { ...identity, compression: { ...NO_COMPRESSION, notes: ['pruned'] } };
    await expect(changeRun(run, configOf({ batch: 4 }), 'both')).rejects.toThrow(/was made smaller/);
    run.session.identity = identity;
    expect(run.session.trainer).toBe(before);
    await run.session.stepOnce();
    expect(run.session.step).toBe(1);
    await run.session.dispose();
  });
});
