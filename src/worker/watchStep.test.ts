// A step that is watched is the step that training takes, to the last bit, between recorded steps too; and one network alone
// learns where that is asked for.
import { memory } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import type { WatchedStep } from '../protocol';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { readTensors } from '../training/snapshot';
import { requireGan } from './context';
import { catalogue } from './catalogue';

const small = {
  dataset: 'synthetic-digits',
  'dataset.size': 60,
  batch: 4,
  measureEvery: 0,
  steps: 40,
  sampleEvery: 40,
};
const RUNS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'dropout, batch norm and an average': {
    ...{ ...small, model: 'dcgan-light', 'model.width': 0.25, 'model.latentSize': 8, emaDecay: 0.9 },
  },
  'two packed updates with a penalty': {
    ...{ ...small, model: 'dcgan-light', 'model.width': 0.25, loss: 'wgan-gp', dSteps: 2, packing: 2 },
    ...{ normD: 'layer', 'model.latentSize': 8 },
  },
  'classes that are guessed': { ...small, model: 'acgan', 'model.width': 0.25, 'model.latentSize': 8 },
};

let worker: NodeWorker | null = null;
afterEach(async () => {
  await worker?.close();
  worker = null;
});

async function start(pairs: Readonly<Record<string, unknown>>): Promise<NodeWorker> {
  worker = await openNodeWorker('plain', 1);
  const config = readRunConfig(pairs, catalogue);
  await worker.client.request('run/start', { config, unsaved: true });
  return worker;
}

/** Every tensor that steps depend on, after plain steps, `watched` and plain steps again. */
async function weights(
  { client, context }: NodeWorker,
  watched: () => Promise<unknown>,
): Promise<ReadonlyMap<string, Float32Array>> {
  for (let i = 0; i < 4; i++) await client.request('run/step', {});
  await watched();
  for (let i = 0; i < 4; i++) await client.request('run/step', {});
  const { trainer } = requireGan(context).session;
  return new Map((await readTensors(trainer)).map(({ name, values }) => [name, values]));
}

describe('a step that is watched', () => {
  it.each(Object.entries(RUNS))('changes no bit: %s', async (_, pairs) => {
    const plain = await start(pairs);
    const expected = await weights(plain, () => plain.client.request('run/step', {}));
    const { history } = requireGan(plain.context).session;
    await plain.close();
    const seen = await start(pairs);
    let shown: WatchedStep | null = null;
    const found = await weights(seen, async () => {
      const before = memory().numTensors;
      shown = await seen.client.request('run/watchStep', { learns: 'both', row: 1 });
      expect(memory().numTensors).toBe(before);
    });
    expect(found).toEqual(expected);
    const { session, dataset } = requireGan(seen.context);
    expect(session.history.map(({ values }) => values)).toEqual(history.map(({ values }) => values));
    const [height, width, channels] = dataset.shape;
    const values = history[4].values;
    expect(shown).toMatchObject({
      step: 5,
      updatesOfD: pairs.dSteps ?? 1,
      real: { count: 4, height, width, channels },
      forged: { count: 4 },
      losses: { generator: values.gLoss, discriminator: values.dLoss },
    });
  });

  it('leaves the weights of the network alone that is not to learn', async () => {
    const { client, context } = await start({ ...RUNS['dropout, batch norm and an average'], emaDecay: 0 });
    const { trainer } = requireGan(context).session;
    const learning = async () =>
      Promise.all(
        (['generator', 'discriminator'] as const).map(async (id) =>
          Promise.all(trainer[id].trainable.map(async (w) => Float32Array.from(await w.data()))),
        ),
      );
    const [before, beforeD] = await learning();
    const step = await client.request('run/watchStep', { learns: 'discriminator', row: 0 });
    const [after, afterD] = await learning();
    expect(after).toEqual(before);
    expect(afterD).not.toEqual(beforeD);
    expect(step.updates.generator.every(({ change, gradient }) => change === 0 && gradient >= 0)).toBe(true);
    expect(step.updates.discriminator.some(({ change }) => change > 0)).toBe(true);
    expect(trainer.generatorAdam.updates).toBe(0);
    expect(step.passes.judgeReal.at(-1)?.maps.values[0]).toBeCloseTo(step.scores.real[0], 5);
  });

  it('says so where all steps are taken', async () => {
    const { client } = await start({ ...small, model: 'dcgan-light', 'model.width': 0.25, steps: 1 });
    await client.request('run/watchStep', { learns: 'generator', row: 0 });
    await expect(client.request('run/watchStep', { learns: 'both', row: 0 })).rejects.toMatchObject({
      name: 'NoStepTakenError',
    });
  });
});
