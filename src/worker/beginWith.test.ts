import '@tensorflow/tfjs-backend-cpu';
import { setBackend, variable, zeros } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import type { RunSnapshot } from '../checkpoints/snapshot';
import { InvalidValueError } from '../core/errors';
import { tinyParts } from '../testing/tinyRun';
import { Trainer } from '../training/trainer';
import { beginWith } from './beginWith';

beforeAll(() => setBackend('cpu'));

/** A trainer after some steps, as a saved run. */
async function trained(trainer: Trainer, steps: number): Promise<RunSnapshot> {
  for (let step = 1; step <= steps; step++) trainer.step(step).dispose();
  const { updates, tensors } = await trainer.read();
  return {
    ...{ id: 'source', name: 'First forger', createdAt: 1, parent: null, savedAt: 2 },
    ...{ config: trainer.config, step: steps, seconds: 1, updates, tensors },
    ...{ history: [], timeline: [], measures: [] },
  };
}

const valuesOf = async (trainer: Trainer): Promise<ReadonlyMap<string, readonly number[]>> =>
  new Map((await trainer.read()).tensors.map(({ name, values }) => [name, [...values]]));

it('begins with the weights of the saved run; what is frozen keeps them while the rest learns', async () => {
  const source = new Trainer(tinyParts());
  const saved = await trained(source, 3);
  const frozenLayers = 'discriminator/conv2d_1,generator/dense_1';
  const next = new Trainer(tinyParts({ seed: 9, frozenLayers }));
  const begun = beginWith(next, saved);
  expect(begun).toEqual({
    id: 'source',
    name: 'First forger',
    keptWeights: begun.weights,
    weights: begun.weights,
  });
  const before = new Map(saved.tensors.map(({ name, values }) => [name, [...values]]));
  const start = await valuesOf(next);
  const weights = [...start.keys()].filter((name) => !name.startsWith('optimizer/'));
  expect(weights.length).toBeGreaterThan(10);
  for (const name of weights) expect(start.get(name), name).toEqual(before.get(name));

  next.step(1).dispose();
  const after = await valuesOf(next);
  for (const name of ['generator/dense_1/kernel', 'discriminator/conv2d_1/kernel'])
    expect(after.get(name), name).toEqual(before.get(name));
  for (const name of ['generator/conv2d_1/kernel', 'discriminator/dense_1/kernel'])
    expect(after.get(name), name).not.toEqual(before.get(name));
  for (const one of [source, next]) one.dispose();
});

it('leaves alone what a run holds beside its networks', async () => {
  const source = new Trainer(tinyParts());
  const saved = await trained(source, 1);
  const next = new Trainer(tinyParts({ seed: 9 }));
  const images = variable(zeros([2, 3]), false);
  const weights = [{ name: 'images', variable: images }];
  const pool = { id: 'pool', network: { weights, learning: [], trainable: [] }, adam: null };
  const past = { name: 'pool/images', shape: [2, 3], values: new Float32Array(6).fill(1) };
  const begun = beginWith(
    { networks: [...next.networks, pool] },
    { ...saved, tensors: [...saved.tensors, past] },
  );
  expect(begun.keptWeights).toBe(begun.weights);
  expect([...images.dataSync()]).toEqual([0, 0, 0, 0, 0, 0]);
  for (const one of [source, next, images]) one.dispose();
});

it('takes what fits, and refuses a run of which nothing does', async () => {
  const source = new Trainer(tinyParts());
  const saved = await trained(source, 1);
  const next = new Trainer(tinyParts({ seed: 9 }));
  const half = { ...saved, tensors: saved.tensors.filter(({ name }) => name.startsWith('generator/')) };
  const begun = beginWith(next, half);
  expect(begun.keptWeights).toBeGreaterThan(0);
  expect(begun.keptWeights).toBeLessThan(begun.weights);
  const others = saved.tensors.map((t) => ({ ...t, name: `elsewhere/${t.name}` }));
  expect(() => beginWith(next, { ...saved, tensors: others })).toThrow(InvalidValueError);
  for (const one of [source, next]) one.dispose();
});
