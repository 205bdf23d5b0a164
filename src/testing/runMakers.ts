// How the run files in checkpoints/fixtures were made: small runs of different models, in different states, through the
// requests that the page makes.
import { readFileSync } from 'node:fs';
import { readRunConfig, type RunConfig } from '../core/runConfig';
import { catalogue } from '../worker/catalogue';
import type { NodeWorker } from './nodeWorker';
import { takeSteps } from './runBits';

const digits = { dataset: 'synthetic-digits', 'dataset.size': 48, batch: 4, steps: 400, measureEvery: 0 };
const points = { 'dataset.size': 64, batch: 8, steps: 300, measureEvery: 0 };
const lw = { ...digits, model: 'lw-gan', 'model.latentSize': 3, 'model.channels': 4 };
const radford = { ...digits, model: 'dcgan-radford', 'model.latentSize': 3, 'model.channels': 4 };

const configOf = (pairs: Record<string, unknown>): RunConfig => readRunConfig(pairs, catalogue);

/** A run of these settings, trained so far and paused, as a person pauses it; @returns its id. */
async function trained(worker: NodeWorker, pairs: Record<string, unknown>, steps: number): Promise<string> {
  const { client } = worker;
  const config = configOf(pairs);
  const { id } = await client.request('run/start', { config });
  await takeSteps(worker, steps);
  await client.request('run/set', { steps: config.steps });
  await client.request('run/save', {});
  return id;
}

/** By the file's name: makes the run, and returns the id that it is saved under. */
export const RUN_MAKERS: Readonly<Record<string, (worker: NodeWorker) => Promise<string>>> = {
  'lw-paused': (worker) =>
    trained(worker, { ...lw, seed: 7, packing: 2, spectralNorm: true, augment: 'translation-cutout' }, 14),

  'radford-penalty': (worker) =>
    trained(
      worker,
      { ...radford, seed: 8, loss: 'wgan-gp', normD: 'layer', dSteps: 2, emaDecay: 0.9, instanceNoise: 0.2 },
      9,
    ),

  'points-measured': async (worker) => {
    const id = await trained(
      worker,
      {
        ...points,
        dataset: 'points-ring',
        model: 'gan-mlp',
        'model.width': 8,
        'model.latentSize': 2,
        unrolledSteps: 2,
      },
      10,
    );
    await worker.client.request('measures/take', { samples: 200 });
    await worker.client.request('run/save', {});
    return id;
  },

  'points-several-generators': (worker) =>
    trained(
      worker,
      {
        ...points,
        dataset: 'points-drawn',
        model: 'mgan-mlp',
        'model.width': 8,
        'model.latentSize': 2,
        'model.generators': 3,
      },
      11,
    ),

  'digits-by-class': (worker) =>
    trained(
      worker,
      { ...digits, model: 'acgan', 'model.latentSize': 2, 'model.width': 0.25, emaDecay: 0 },
      5,
    ),

  distilled: async (worker) => {
    await trained(worker, { ...radford, seed: 9 }, 4);
    return (await worker.client.request('model/make', { task: 'distill', params: { width: 0.25, steps: 3 } }))
      .run.id;
  },

  'pruned-weights': async (worker) => {
    await trained(worker, { ...lw, seed: 10 }, 4);
    const request = { task: 'prune', params: { target: 'weights', share: 0.5, steps: 3 } };
    return (await worker.client.request('model/make', request)).run.id;
  },

  'pruned-channels': async (worker) => {
    await trained(worker, { ...radford, seed: 11 }, 4);
    const request = { task: 'prune', params: { target: 'channels', share: 0.5, steps: 3 } };
    return (await worker.client.request('model/make', request)).run.id;
  },

  'quantization-aware': async (worker) => {
    await trained(worker, { ...radford, seed: 12 }, 4);
    const request = { task: 'quantize-aware', params: { weightBits: '4', steps: 3 } };
    return (await worker.client.request('model/make', request)).run.id;
  },

  imported: async ({ client }) => {
    const bytes = readFileSync(new URL('../importers/fixtures/transposed.tflite', import.meta.url));
    const file = new Blob([Uint8Array.from(bytes)]);
    return (await client.request('runs/import', { files: [{ name: 'transposed.tflite', file }] })).id;
  },

  finished: (worker) => trained(worker, { ...lw, seed: 13, loss: 'hinge', steps: 6 }, 6),
};
