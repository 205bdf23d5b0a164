// Recorded steps on the CPU engine against the same steps without a recording.
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { LoadedDataset } from '../datasets/define';
import { registerRecorder } from '../engine/recording';
import { SimdStepRecorder } from '../engine/simd/recorder';
import { simdBackend, SIMD_BACKEND } from '../engine/simd/register';
import { models } from '../models';
import { replayStories, trainTiny } from '../testing/replayStories';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { tinyConfig, tinyParts } from '../testing/tinyRun';
import { Trainer } from './trainer';

const record = (on: boolean): void =>
  registerRecorder(SIMD_BACKEND, on ? new SimdStepRecorder(simdBackend()) : null);

beforeAll(() => openSimd({ threads: 2 }));
beforeEach(() => record(true));
afterAll(() => {
  record(false);
  closeSimd();
});

replayStories(record);

it('leaves memory as it was, and takes no more each time it records', async () => {
  const { heap } = simdBackend().module;
  const before = { used: heap.used, tensors: memory().numTensors };
  const trainer = new Trainer(tinyParts());
  const bytes: number[] = [];
  for (let round = 0; round < 4; round++) {
    trainer.config = tinyConfig({ learningRateG: 1e-3 * (round + 1) });
    await trainTiny(trainer, 4);
    bytes.push(heap.used);
  }
  expect(trainer.isReplaying).toBe(true);
  expect(bytes[3]).toBe(bytes[1]);
  trainer.dispose();
  expect(memory().numTensors).toBe(before.tensors);
  expect(heap.used).toBe(before.used);
});

it('records anew when a larger call took the scratch memory elsewhere', async () => {
  const trainer = new Trainer(tinyParts());
  await trainTiny(trainer, 5);
  expect(trainer.isReplaying).toBe(true);
  const { module } = simdBackend();
  const at = module.scratchPointer;
  module.scratch(64 * 1024 * 1024);
  expect(module.scratchPointer).not.toBe(at);
  const { replays } = await trainTiny(trainer, 4);
  expect(replays).toBe(2);
  trainer.dispose();
});

it('does not replay a step that reads its own numbers', async () => {
  const parts = tinyParts();
  const peeking = {
    ...parts,
    loss: {
      ...parts.loss,
      generator: (...args: Parameters<typeof parts.loss.generator>) => {
        args[0].dataSync();
        return parts.loss.generator(...args);
      },
    },
  };
  const trainer = new Trainer(peeking);
  expect((await trainTiny(trainer, 5)).replays).toBe(0);
  trainer.dispose();
});

it.each([true, false])('500 steps leave tensors and memory flat, recorded: %s', async (recorded) => {
  record(recorded);
  const trainer = new Trainer(tinyParts());
  await trainTiny(trainer, 5);
  const { heap } = simdBackend().module;
  const held = { tensors: memory().numTensors, bytes: heap.used };
  await trainTiny(trainer, 500);
  expect({ tensors: memory().numTensors, bytes: heap.used }).toEqual(held);
  trainer.dispose();
});

// Their sizes are large enough to be taken for addresses, and their blocks differ, unlike those of the tiny networks.
it.each(models.map((model) => [model.id, model] as const))('%s replays at its own batch', (_, model) => {
  const dataset: LoadedDataset = {
    shape: [28, 28, 1],
    size: 100,
    classNames: ['a', 'b'],
    read: (indices) => ({
      pixels: new Uint8Array(indices.length * 784).fill(9),
      labels: Uint8Array.from(indices, (index) => index % 2),
    }),
  };
  const trainer = new Trainer({ ...tinyParts(model.recommended, model), dataset });
  for (let step = 1; step <= 4; step++) trainer.step(step).dispose();
  expect(trainer.isReplaying).toBe(true);
  trainer.dispose();
});
