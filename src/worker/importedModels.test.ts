// Generators of other programs as saved runs: what is said of what they draw, what is refused, and the card that they leave with.
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { crc32 } from '../core/crc32';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';

let worker: NodeWorker;
beforeEach(async () => {
  worker = await openNodeWorker('relaxed', 1);
});
afterEach(() => worker.close());

/** A dense layer of 4 numbers to 3 x 3 pixels, with these weights, and layers behind it. */
function files(kernel: (i: number) => number, ...behind: readonly object[]) {
  const dense = { name: 'd', units: 9, use_bias: false, batch_input_shape: [null, 4] };
  const layers = [{ class_name: 'Dense', config: dense }, ...behind];
  const json = {
    modelTopology: { class_name: 'Sequential', config: { name: 's', layers } },
    weightsManifest: [{ paths: ['w.bin'], weights: [{ name: 'd/kernel', shape: [4, 9], dtype: 'float32' }] }],
  };
  const values = Float32Array.from({ length: 36 }, (_, i) => kernel(i));
  return [
    { name: 'model.json', file: new Blob([Uint8Array.from(strToU8(JSON.stringify(json)))]) },
    { name: 'w.bin', file: new Blob([values]) },
  ];
}
const activation = (name: string) => ({ class_name: 'Activation', config: { name, activation: name } });
const rescaling = (scale: number, offset: number) => ({
  class_name: 'Rescaling',
  config: { name: 'rescaling', scale: [scale], offset: [offset] },
});

async function opened(given: ReturnType<typeof files>) {
  const { id } = await worker.client.request('runs/import', { files: given });
  const run = await worker.client.request('run/open', { id });
  const source = { kind: 'seed', seed: 4, count: 8 } as const;
  const { images } = await worker.client.request('samples/draw', { source });
  return { run, notes: run.imported?.notes.join(' ') ?? '', pixels: [...images.pixels] };
}

it('draws alike whatever range the file draws in, and says which', async () => {
  const kernel = (i: number) => Math.sin(i);
  const plain = await opened(files(kernel, activation('tanh')));
  expect(plain.notes).not.toContain('went from');
  const stretched = await opened(files(kernel, activation('tanh'), rescaling(127.5, 127.5)));
  expect(stretched.notes).toContain('Its pixels went from 0 to 255;');
  expect(stretched.pixels).toEqual(plain.pixels);
  const half = await opened(files((i) => 2 * kernel(i), activation('sigmoid')));
  expect(half.notes).toContain('Its pixels went from 0 to 1;');
  const worst = Math.max(...half.pixels.map((pixel, i) => Math.abs(pixel - plain.pixels[i])));
  expect(worst).toBeLessThanOrEqual(1); // tanh(x) is 2 sigmoid(2 x) - 1
});

it('says of values without bounds that they are cut off', async () => {
  expect((await opened(files((i) => 9 * Math.sin(i)))).notes).toMatch(/Its pixels go from -\d.* is cut off/);
});

it('says that a model draws one grey, or the same image, whatever the noise', async () => {
  expect((await opened(files(() => 0, activation('tanh')))).notes).toContain(
    'It draws one flat grey, 0 of -1 to 1',
  );
  const stripes = { class_name: 'Reshape', config: { name: 'r', target_shape: [3, 3, 1] } };
  const pad = { class_name: 'ZeroPadding2D', config: { name: 'z', padding: 1 } };
  const far = rescaling(0, -1);
  const same = await opened(files(() => 1, stripes, far, pad));
  expect(same.notes).toContain('It draws the same image whatever the noise.');
});

it('refuses finite weights whose sums overflow', async () => {
  const huge = files((i) => (i % 2 ? -3e38 : 3e38), activation('linear'));
  await expect(worker.client.request('runs/import', { files: huge })).rejects.toMatchObject({
    name: 'OverflowingModelError',
    message: expect.stringMatching(/\d+ of the \d+ values of its first images are no finite numbers/),
  });
  expect((await worker.client.request('runs/list', {})).runs).toEqual([]);
});

it('asks for an engine by name where none is open', async () => {
  const { context } = worker;
  const { engine } = context;
  context.engine = null;
  const given = files((i) => Math.sin(i), activation('tanh'));
  await expect(worker.client.request('runs/import', { files: given })).rejects.toMatchObject({
    name: 'NotOpenError',
  });
  context.engine = engine;
  await worker.client.request('runs/import', { files: given });
});

it('refuses a run file with weights that are no numbers, and says how many they are', async () => {
  const given = files((i) => Math.sin(i), activation('tanh'));
  const { id } = await worker.client.request('runs/import', { files: given });
  const { bytes } = await worker.client.request('runs/export', { id });
  const parts = unzipSync(bytes);
  const tensors = new Float32Array(parts['tensors.bin'].slice().buffer).fill(NaN, 3, 5);
  const changed = new Uint8Array(tensors.buffer);
  const header = new TextDecoder().decode(parts['run.json']);
  const crc = `"crc32": ${crc32(parts['tensors.bin'])}`;
  expect(header).toContain(crc);
  const run = zipSync({
    ...parts,
    'run.json': strToU8(header.replace(crc, `"crc32": ${crc32(changed)}`)),
    'tensors.bin': changed,
  });
  const file = new Blob([Uint8Array.from(run)]);
  await expect(
    worker.client.request('runs/import', { files: [{ name: 'run.zip', file }] }),
  ).rejects.toMatchObject({
    name: 'DamagedRunError',
    message: expect.stringContaining(
      'generator/dense_1/kernel has 2 of 36 values that are no finite numbers',
    ),
  });
});

it('leaves with a card that claims no training', async () => {
  await opened(files((i) => Math.sin(i), activation('sigmoid')));
  const request = { exporter: 'keras', variant: 'keras', calibration: 'min-max' } as const;
  const { withCard } = await worker.client.request('model/export', request);
  const parts = unzipSync(withCard.bytes);
  const text = new TextDecoder().decode(parts['model-card.md']);
  expect(text).toContain('| Opened from | model.json (TensorFlow.js) |');
  expect(text).toContain('Its pixels went from 0 to 1;');
  for (const claim of ['trained in a browser', 'Seed', 'Steps', 'Trained on', 'undefined'])
    expect(text).not.toContain(claim);
  const card: Record<string, unknown> = JSON.parse(new TextDecoder().decode(parts['model-card.json']));
  expect(card).toMatchObject({ imported: { fileName: 'model.json', format: 'TensorFlow.js' } });
  expect(Object.keys(card)).not.toContain('config');
});
