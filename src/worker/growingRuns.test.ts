// A growing run through the worker's own dispatcher: begun by a link, told of whenever its networks grow, saved and opened again
// in the middle; once grown it leaves in every format with proof, and is made smaller as any run of the game.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseRunLink } from '../core/runConfig';
import type { WorkerEvent } from '../protocol';
import { loadTestLiteRt } from '../testing/liteRt';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { catalogue } from './catalogue';

let worker: NodeWorker;
beforeAll(async () => {
  worker = await openNodeWorker('plain', 1);
  await loadTestLiteRt();
});
afterAll(() => worker.close());

/** 7 pixels in steps 1 and 2, 14 from step 3 (faded in) on, 28 from step 6 (faded in) on. */
const LINK =
  'task=progressive-growing&dataset.size=200&batch=2&steps=7&task.stageSteps=2&task.fadeSteps=1' +
  '&model.channels=2&model.mostChannels=4&model.latentSize=4';

async function trainTo(steps: number): Promise<readonly WorkerEvent[]> {
  const heard: WorkerEvent[] = [];
  const stop = worker.client.subscribe((event) => {
    if ('runId' in event) heard.push(event);
  });
  await worker.client.request('run/set', { steps });
  await worker.client.request('run/play', {});
  await worker.context.run?.session.ended();
  stop();
  return heard;
}

it(
  'grows, tells of it, stops anywhere, leaves in every format and teaches',
  { timeout: 240_000 },
  async () => {
    const { client } = worker;
    const config = parseRunLink(LINK, catalogue);
    expect(config.model).toBe('progressive-gan');
    const { id, networks } = await client.request('run/start', { config });
    const idsOf = (named: typeof networks): readonly string[] =>
      named.flatMap(({ spec }) => spec.nodes.map((node) => node.id));
    expect(idsOf(networks)).not.toContain('toPixels_1');

    const told = (await trainTo(4)).flatMap((event) => (event.kind === 'run/networks' ? [event] : []));
    expect(told).toHaveLength(2);
    expect(idsOf(told[0].networks)).toContain('fadeIn_1');
    expect(idsOf(told[1].networks)).not.toContain('fadeIn_1');
    await expect(client.request('model/make', { task: 'prune', params: { steps: 1 } })).rejects.toThrow(
      /still grows: its images have 14 pixels a side/,
    );

    await client.request('run/save', {});
    await client.request('run/close', { discard: false });
    const again = await client.request('run/open', { id });
    expect(again.step).toBe(4);
    expect(again.networks).toEqual(told[1].networks);
    const grown = await trainTo(7);
    const sides = grown.flatMap((event) =>
      event.kind === 'run/history' ? event.points.map(({ values }) => values.side) : [],
    );
    expect(sides).toEqual([14, 28, 28]);
    const frames = grown.flatMap((event) => (event.kind === 'run/samples' ? [event.frame.images] : []));
    expect(frames.map(({ height, width }) => [height, width])).toContainEqual([28, 28]);

    const files = catalogue.modelExporters.map(({ id: exporter, variants }) => [exporter, variants[0].id]);
    for (const [exporter, variant] of [...files, ['tflite', 'int8']]) {
      const { proof } = await client.request('model/export', { exporter, variant, calibration: 'min-max' });
      expect(proof.images, `${exporter} ${variant}`).toBeGreaterThan(0);
    }

    await client.request('run/save', {});
    // A pixel's channels are brought to one length together: none of them can go alone.
    await expect(
      client.request('model/make', { task: 'prune', params: { target: 'channels', steps: 1 } }),
    ).rejects.toThrow(/Channels cannot be cut out before layer .*pixelNorm/);
    for (const [task, params] of [
      ['prune', { target: 'weights', share: 0.5, steps: 2 }],
      ['distill', { width: 0.25, steps: 1 }],
      ['quantize-aware', { weightBits: '8', steps: 1 }],
    ] as const) {
      const made = await client.request('model/make', { task, params });
      const { run, base } = { run: made.run.id, base: id };
      const report = await client.request('model/variant', {
        run,
        base,
        variant: 'int8-weights',
        samples: 8,
      });
      expect(Number.isFinite(report.generatorLoss), task).toBe(true);
    }
  },
);
