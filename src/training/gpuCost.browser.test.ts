// What a training step of the reference network costs on WebGPU beside the arithmetic: dispatches, submits, buffers. The
// counts depend on neither the batch nor the image's side, so tiny ones keep the software device's time bearable.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import type { LoadedDataset } from '../datasets/define';
import { webgpuBackend } from '../engine/backends/webgpu';
import { nonSaturating } from '../losses/nonSaturating';
import { dcganAn12954 } from '../models/dcganAn12954';
import { watchGpuCalls, type GpuCalls } from '../testing/gpuCalls';
import { Trainer } from './trainer';

const dataset: LoadedDataset = {
  shape: [4, 4, 1],
  size: 8,
  classNames: null,
  read: (indices) => ({
    pixels: Uint8Array.from({ length: indices.length * 16 }, (_, i) => (i * 7) % 256),
    labels: null,
  }),
};

let close: (() => void) | undefined;
beforeAll(async () => {
  close = (await webgpuBackend.open({ threads: 1, insist: true, onLost: () => undefined })).close;
});
afterAll(() => close?.());

it('takes at most 150 dispatches, one submit and no new buffer once recorded', async () => {
  const config = readRunConfig(
    { dataset: 'counted', model: dcganAn12954.id, loss: nonSaturating.id, batch: 2 },
    {
      datasets: [{ id: 'counted', params: [] }],
      models: [dcganAn12954],
      losses: [nonSaturating],
    },
  );
  const trainer = new Trainer({ config, dataset, model: dcganAn12954, loss: nonSaturating });
  const calls = watchGpuCalls();
  try {
    const counts: (GpuCalls & { replayed: boolean })[] = [];
    for (let step = 1; step <= 5; step++) {
      calls.take();
      const report = trainer.step(step);
      counts.push({ ...calls.take(), replayed: trainer.isReplaying });
      expect((await report.data()).every(Number.isFinite)).toBe(true);
      report.dispose();
    }
    for (const { dispatches } of counts) expect(dispatches).toBeLessThanOrEqual(150);
    const last = counts[counts.length - 1];
    expect(last).toMatchObject({ replayed: true, submits: 1, buffersCreated: 0, bindGroups: 0 });
  } finally {
    calls.stop();
    trainer.dispose();
  }
});
