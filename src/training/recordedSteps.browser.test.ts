// Recorded steps on WebGPU against the same steps without a recording: equal to the last bit, whatever changes between.
import { backend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { webgpuBackend } from '../engine/backends/webgpu';
import { GanvasGpuBackend, GpuStepRecorder } from '../engine/gpu';
import { registerRecorder } from '../engine/recording';
import { replayStories, trainTiny } from '../testing/replayStories';
import { tinyConfig, tinyParts } from '../testing/tinyRun';
import { Trainer } from './trainer';

const problems: string[] = [];
let close: (() => void) | undefined;

function ourBackend(): GanvasGpuBackend {
  const active = backend();
  if (!(active instanceof GanvasGpuBackend)) throw new TypeError('WebGPU is not active.');
  return active;
}

beforeAll(async () => {
  const onLost = (reason: string) => problems.push(reason);
  close = (await webgpuBackend.open({ threads: 1, insist: true, onLost })).close;
});
beforeEach(() => registerRecorder('webgpu', new GpuStepRecorder(ourBackend())));
afterAll(() => {
  close?.();
  expect(problems).toEqual([]);
});

replayStories((on) => registerRecorder('webgpu', on ? new GpuStepRecorder(ourBackend()) : null));

it('recording again and again takes no more memory', async () => {
  const trainer = new Trainer(tinyParts());
  const { bufferManager } = ourBackend();
  const bytes: number[] = [];
  for (let round = 0; round < 4; round++) {
    trainer.config = tinyConfig({ learningRateG: 1e-3 * (round + 1) });
    await trainTiny(trainer, 4);
    bytes.push(bufferManager.numBytesAllocated);
  }
  expect(trainer.isReplaying).toBe(true);
  expect(bytes[3]).toBeLessThanOrEqual(bytes[1]);
  trainer.dispose();
});
