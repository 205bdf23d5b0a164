// Imports that are cancelled, before the real worker: at whatever moment the cancel comes, nothing is kept, and the next
// import is as if it had not been.
import { createPinia } from 'pinia';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createApp } from 'vue';
import type { Client } from '../../client/client';
import { UNET_GENERATOR } from '../../testing/branchedModels';
import { seededWeights } from '../../testing/exportModels';
import { openNodeWorker, type NodeWorker } from '../../testing/nodeWorker';
import { writeTflite } from '../../exporters/formats/tflite';
import { floatTfliteModel } from '../../exporters/tflite/floatModel';
import { buildGraph } from '../../graph/buildGraph';
import { CLIENT } from '../../stores/clientKey';
import { useEngineStore } from '../../stores/engineStore';
import { useNoticesStore } from '../../stores/noticesStore';
import { useGalleryStore } from './galleryStore';
import { useImports } from './useImports';

let worker: NodeWorker;
beforeEach(async () => {
  worker = await openNodeWorker('relaxed', 1);
});
afterEach(() => worker.close());

const graph = buildGraph(UNET_GENERATOR, seededWeights(UNET_GENERATOR, 5));
const bytes = writeTflite(floatTfliteModel(graph, 'float32', { input: 'picture', output: 'image' }));
const MODEL = [{ name: 'translator.tflite', file: new Blob([bytes]) }];

function stores(client: Client = worker.client) {
  const app = createApp({});
  app.provide(CLIENT, client);
  app.use(createPinia());
  return app.runWithContext(() => {
    useEngineStore();
    return { gallery: useGalleryStore(), notices: useNoticesStore(), imports: useImports() };
  });
}

async function runFile() {
  const { id } = await worker.client.request('runs/import', { files: MODEL });
  const { bytes: zip } = await worker.client.request('runs/export', { id });
  await worker.client.request('runs/erase', { id });
  return [{ name: 'run.zip', file: new Blob([zip]) }];
}

const kept = async (): Promise<number> => {
  const { runs, deleted } = await worker.client.request('runs/list', {});
  return runs.length + deleted.length;
};

it.each(['Reading translator.tflite', 'Drawing the first images'])(
  'keeps nothing of a model that is cancelled at: %s',
  async (moment) => {
    const { gallery } = stores();
    const controller = new AbortController();
    const importing = gallery.importFiles(MODEL, {
      signal: controller.signal,
      onProgress: (what) => {
        if (what === moment) controller.abort();
      },
    });
    await expect(importing).rejects.toMatchObject({ name: 'AbortedError' });
    expect(controller.signal.aborted).toBe(true);
    expect([await kept(), gallery.runs.length]).toEqual([0, 0]);
    await gallery.importFiles(MODEL);
    expect([await kept(), gallery.runs.length]).toEqual([1, 1]);
  },
);

it('keeps nothing of a run file, nor of what was saved before the cancel came', async () => {
  const files = await runFile();
  for (const given of [files, MODEL]) {
    const controller = new AbortController();
    const late: Client = {
      ...worker.client,
      request: async (kind, payload, options) => {
        const reply = await worker.client.request(kind, payload, options);
        if (kind === 'runs/import') controller.abort();
        return reply;
      },
    };
    const importing = stores(late).gallery.importFiles(given, { signal: controller.signal });
    await expect(importing).rejects.toMatchObject({ name: 'AbortedError' });
    expect(await kept()).toBe(0);
  }
  const controller = new AbortController();
  const onProgress = () => controller.abort();
  const { gallery } = stores();
  const importing = gallery.importFiles(files, { signal: controller.signal, onProgress });
  await expect(importing).rejects.toMatchObject({ name: 'AbortedError' });
  expect(await kept()).toBe(0);
});

it('says what it does, that it was cancelled, and begins no file that comes after', async () => {
  const { gallery, imports, notices } = stores();
  const taking = imports.take([...MODEL, { name: 'second.tflite', file: MODEL[0].file }]);
  expect([imports.busy.value, imports.cancellable.value]).toEqual(['Reading translator.tflite', true]);
  imports.cancel();
  expect([imports.busy.value, imports.cancellable.value]).toEqual(['Cancelling', false]);
  await taking;
  expect(imports.busy.value).toBeNull();
  expect(notices.list.map(({ title }) => title)).toEqual(['Import cancelled']);
  expect([await kept(), gallery.runs.length]).toEqual([0, 0]);
});
