import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { tinyParts } from '../testing/tinyRun';
import { RunSession } from './session';
import { SILENT_OUTLETS } from './sessionOutlets';
import { takeWeights } from './snapshot';
import { Trainer } from './trainer';

beforeAll(() => setBackend('cpu'));

const FROZEN = { frozenLayers: 'generator/dense_1,generator/batchNorm_1,discriminator/batchNorm_1' };
const identity = { id: 'r', name: 'Run', createdAt: 1, parent: null };

const valuesOf = async (trainer: Trainer) =>
  new Map((await trainer.read()).tensors.map(({ name, values }) => [name, [...values]]));

const take = (trainer: Trainer, from: number, to: number): void => {
  for (let step = from; step <= to; step++) trainer.step(step).dispose();
};

/** A GAN that was trained, which goes on with frozen layers; the caller disposes it. */
async function continued(): Promise<Trainer> {
  const trained = new Trainer(tinyParts());
  take(trained, 1, 3);
  const frozen = new Trainer(tinyParts(FROZEN));
  await takeWeights(frozen, trained, 'both');
  trained.dispose();
  return frozen;
}

describe('frozen layers', () => {
  it('stay as they are, moving statistics included, while the others learn', async () => {
    const trainer = await continued();
    const before = await valuesOf(trainer);
    take(trainer, 4, 7);
    const after = await valuesOf(trainer);
    const isFrozen = (name: string) =>
      FROZEN.frozenLayers.split(',').some((layer) => name.startsWith(`${layer}/`));
    const networks = [...after].filter(([name]) => /^(generator|discriminator)\//.test(name));
    expect(networks.filter(([name]) => isFrozen(name)).length).toBeGreaterThan(8);
    for (const [name, values] of networks) {
      if (isFrozen(name)) expect(values, name).toEqual(before.get(name));
      else expect(values, name).not.toEqual(before.get(name));
    }
    trainer.dispose();
  });

  it('have no optimizer state, in memory and in a saved run', async () => {
    const trainer = await continued();
    const moments = [...(await valuesOf(trainer)).keys()].filter((name) =>
      name.startsWith('optimizer/generator/'),
    );
    expect(moments).toEqual(
      ['kernel', 'bias'].flatMap((role) =>
        ['m', 'v'].map((m) => `optimizer/generator/${m}/conv2d_1/${role}`),
      ),
    );
    expect(trainer.generatorAdam.parameters).toHaveLength(2);
    trainer.dispose();
  });

  it('are saved and go on bit for bit', async () => {
    const whole = await continued();
    const session = new RunSession(identity, whole, SILENT_OUTLETS);
    await session.stepOnce();
    const saved = await session.snapshot();
    expect(saved.config.frozenLayers).not.toBe('');
    take(whole, 2, 4);
    const resumed = new Trainer(tinyParts(FROZEN));
    const again = new RunSession(identity, resumed, SILENT_OUTLETS);
    again.restore(saved);
    take(resumed, 2, 4);
    expect(await valuesOf(resumed)).toEqual(await valuesOf(whole));
    for (const one of [session, again]) await one.dispose();
  });

  it('that the networks do not have are refused by name', () => {
    expect(() => new Trainer(tinyParts({ frozenLayers: 'generator/dense_7' }))).toThrow('generator/dense_7');
  });
});
