// A classifier that is retrained, as the page drives it: what is said of held-back pictures, saved, gone on with to the last bit,
// begun with another's weights, and written in every format with the names of its classes.
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import { readNativeModel } from '../readers/native/graph';
import { namesInText } from '../exporters/inputText';
import type { OpenedRun } from '../protocol';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { catalogue } from './catalogue';

let worker: NodeWorker;
beforeAll(async () => {
  worker = await openNodeWorker('plain', 1);
});
afterAll(() => worker.close());

const TASK = {
  ...{ task: 'retrain', 'task.encoder': 'mobilenet', 'task.width': 0.125, 'dataset.size': 300 },
  ...{ batch: 8, steps: 3, 'task.augmentation': 'none' },
};
const NAMES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

const start = (pairs: Readonly<Record<string, unknown>> = {}, from?: string): Promise<OpenedRun> =>
  worker.client.request('run/start', {
    config: readRunConfig({ ...TASK, ...pairs }, catalogue),
    ...(from !== undefined && { from }),
  });

async function finish(): Promise<void> {
  await worker.client.request('run/play', {});
  await worker.context.run?.session.ended();
}

const lastPoint = () => worker.context.run?.session.history.at(-1)?.values;

it('says what it makes of held-back pictures, and goes on from its save to the last bit', async () => {
  const { naming, networks, estimatedPeakBytes } = await start();
  expect(naming?.classNames).toEqual(NAMES);
  expect(naming?.moment).toMatchObject({ step: 0 });
  expect(naming?.moment.predicted).toHaveLength(naming?.labels.length ?? 0);
  expect(naming?.moment.millisecondsPerImage).toBeGreaterThan(0);
  expect(networks.map(({ id }) => id)).toEqual(['classifier']);
  expect(estimatedPeakBytes).toBeGreaterThan(0);
  const moments: number[] = [];
  const stop = worker.client.subscribe((event) => {
    if (event.kind === 'classifier/moment') moments.push(event.moment.step);
  });
  await finish();
  stop();
  expect(moments.at(-1)).toBe(3);
  const { measures } = worker.context.run?.session ?? { measures: [] };
  expect(Object.keys(measures.at(-1)?.values ?? {})).toEqual([
    ...['named-rightly', 'surprise', 'named-rightly-learnt', 'surprise-learnt'],
  ]);
  const { id: saved } = await worker.client.request('run/save', {});
  const { id } = await worker.client.request('runs/duplicate', { id: saved });
  await worker.client.request('run/set', { steps: 6 });
  await finish();
  const whole = lastPoint();
  await worker.client.request('run/close', { discard: true });
  const again = await worker.client.request('run/open', { id });
  expect([again.step, again.naming?.moment.step]).toEqual([3, 3]);
  await worker.client.request('run/set', { steps: 6 });
  await finish();
  expect(lastPoint()).toEqual(whole);

  expect((await worker.client.request('model/profile', {})).multiplyAdds).toBeGreaterThan(1e5);
  const begun = await start({ frozenLayers: 'classifier/conv2d_1,classifier/depthwiseConv2d_1' }, id);
  expect(begun.begunWith?.keptWeights).toBe(begun.begunWith?.weights);
  const { realImages: images } = begun;
  const named = await worker.client.request('samples/name', { images });
  expect([named.classNames, named.shares.length]).toEqual([NAMES, 10 * images.count]);
  expect(named.shares.slice(0, 10).reduce((sum, share) => sum + share)).toBeCloseTo(1, 5);
  await expect(worker.client.request('samples/name', { images: { ...images, width: 14 } })).rejects.toThrow(
    '28 x 14 x 1',
  );
  await expect(
    worker.client.request('samples/translate', { network: 'classifier', images: begun.realImages }),
  ).rejects.toThrow('no network classifier that takes pictures');
});

it.each([
  ['onnx', 'float32', /\.onnx$/],
  ['onnx', 'int8', /\.onnx$/],
  ['tfjs', 'float32', /model\.json$/],
  ['keras', 'keras', /\.keras$/],
  ['c', 'int8', /generator\.h$/],
  ['native', 'int8', /\.bin$/],
])(
  'writes it as %s, %s, with the names of its classes',
  { timeout: 60_000 },
  async (exporter, variant, file) => {
    if ((worker.context.run?.session.step ?? 0) < 20) {
      await start({ steps: 20 });
      await finish();
    }
    const found = await worker.client.request('model/export', { exporter, variant, calibration: 'min-max' });
    expect(found.input).toEqual({ latent: 784, classes: 0, names: NAMES });
    expect(found.trained).toBeNull();
    const { naming } = found.proof;
    expect(naming?.agreement).toBeGreaterThan(0.7);
    expect(naming?.images).toBeGreaterThan(3);
    const files = unzipSync(found.withCard.bytes);
    expect(strFromU8(files['model-card.md'])).toContain('the shares of 10 classes, in this order: 0, 1, 2');
    const written = Object.entries(files).find(([path]) => file.test(path))?.[1] ?? new Uint8Array();
    if (exporter === 'c') expect(strFromU8(written)).toContain('#define GENERATOR_NAMES {"0", "1", "2"');
    else if (exporter === 'native') expect(readNativeModel(written).names).toEqual(NAMES);
    else if (exporter !== 'keras')
      expect(namesInText(strFromU8(written).replaceAll('\\"', '"'))).toEqual(NAMES);
  },
);
