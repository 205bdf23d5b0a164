// A student of a style through the worker's own dispatcher: it leaves in every format, of several styles one at a time, proved on
// pictures that it has not seen; it stands in the comparison of precisions; and it goes on from its save.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { catalogue } from './catalogue';

let worker: NodeWorker;
beforeAll(async () => {
  worker = await openNodeWorker('plain', 1);
});
afterAll(() => worker.close());

const SMALL = {
  ...{ task: 'style-student', 'dataset.side': '32', 'dataset.size': 16, steps: 2, batch: 2 },
  ...{ 'task.width': 4, 'task.blocks': 1, 'task.encoder': 'random-features', 'task.style4': 0 },
};

async function trained(pairs: Readonly<Record<string, unknown>>) {
  const config = readRunConfig({ ...SMALL, ...pairs }, catalogue);
  const opened = await worker.client.request('run/start', { config });
  await worker.client.request('run/play', {});
  await worker.context.run?.session.ended();
  return opened;
}

it(
  'leaves in each kind of file, of several styles the one that is asked for',
  { timeout: 120_000 },
  async () => {
    const opened = await trained({ 'task.styles': 2 });
    expect(opened.grids[0].columns).toEqual(['given', 'Whirls', 'Mosaic']);
    const drawn: string[] = [];
    for (const [exporter, variant, network] of [
      ['onnx', 'float32', 'style-2'],
      ['c', 'int8', 'style-2'],
      ['keras', 'h5', 'style-1'],
    ] as const) {
      const request = { exporter, variant, network, calibration: 'min-max' as const };
      const exported = await worker.client.request('model/export', request);
      expect(exported.proof.images).toBeGreaterThan(0);
      expect(exported.input).toEqual({ latent: 3 * 32 * 32, classes: 0 });
      expect([exported.trained?.height, exported.drawn?.channels]).toEqual([32, 3]);
      if (variant !== 'int8') drawn.push(`${network} ${exported.trained?.pixels.slice(0, 300).join()}`);
    }
    expect(new Set(drawn).size).toBe(2);
    await expect(
      worker.client.request('model/export', {
        ...{ exporter: 'onnx', variant: 'float32', calibration: 'min-max', network: 'generator' },
      }),
    ).rejects.toThrow('no network generator that takes pictures');
  },
);

it(
  'is compared in every precision by its own losses, and goes on from its save',
  { timeout: 60_000 },
  async () => {
    const { id } = await trained({});
    const request = { run: id, base: id, samples: 4 };
    const float = await worker.client.request('model/variant', { ...request, variant: 'float32' });
    expect(float.losses.map(({ label }) => label)).toEqual(['Content', 'Style', 'Smoothness']);
    const eight = await worker.client.request('model/variant', { ...request, variant: 'int8-weights' });
    expect(Math.abs(eight.generatorLoss / float.generatorLoss - 1)).toBeLessThan(0.05);
    await worker.client.request('run/save', {});
    await worker.client.request('run/close', { discard: false });
    const again = await worker.client.request('run/open', { id });
    expect(again.step).toBe(2);
    await worker.client.request('run/set', { steps: 3, taskParams: { styleWeight: 7 } });
    await worker.client.request('run/step', {});
  },
);
