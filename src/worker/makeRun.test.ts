// Runs that a task makes out of another: to the bit what earlier versions made, whole or in pieces.
import { readFileSync } from 'node:fs';
import { fill } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { decodeSnapshot } from '../checkpoints/format';
import type { RunSnapshot } from '../checkpoints/snapshot';
import type { MakeRequest } from '../protocol';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { RUN_MAKERS } from '../testing/runMakers';
import { catalogue } from './catalogue';
import { requireGan } from './context';

let worker: NodeWorker | null = null;
afterEach(async () => {
  await worker?.close();
  worker = null;
});

const open = async (): Promise<NodeWorker> => (worker = await openNodeWorker('relaxed', 1));

async function load({ client }: NodeWorker, id: string): Promise<RunSnapshot> {
  return decodeSnapshot((await client.request('runs/export', { id })).bytes, catalogue);
}

const weightsOf = ({ tensors }: RunSnapshot) =>
  new Map(tensors.map(({ name, values }) => [name, [...values]]));

const STUDENT = { task: 'distill', params: { width: 0.25, steps: 30 } };
const TECHNIQUES: readonly (readonly [string, MakeRequest])[] = [
  ['a student', STUDENT],
  ['pruned channels', { task: 'prune', params: { target: 'channels', share: 0.4, steps: 60 } }],
  ['pruned weights', { task: 'prune', params: { target: 'weights', share: 0.6, steps: 60 } }],
  ['integers', { task: 'quantize-aware', params: { weightBits: '4', steps: 40 } }],
];

/** Begins what is asked of the open run, pauses it after the first word of it; @returns the id of what is unfinished */
async function beginAndPause({ client }: NodeWorker, request: MakeRequest): Promise<string> {
  let paused: Promise<unknown> | null = null;
  const made = client.request('model/make', request, {
    onProgress: (what) => {
      if (what.startsWith('Step')) paused ??= client.request('model/pause', {});
    },
  });
  await expect(made).rejects.toMatchObject({ name: 'UnfinishedRunError' });
  await paused;
  const { runs } = await client.request('runs/list', {});
  const [unfinished] = runs.filter(({ config }) => config.task === request.task);
  expect(unfinished.step).toBeGreaterThan(0);
  expect(unfinished.step).toBeLessThan(Number(request.params.steps));
  return unfinished.id;
}

describe.each(TECHNIQUES)('%s', (_, request) => {
  it('goes on to the bit after a pause and a reload, and when the run that it came from has gone on', async () => {
    const at = await open();
    const parent = await RUN_MAKERS['radford-penalty'](at);
    const whole = await at.client.request('model/make', request);
    const id = await beginAndPause(at, request);
    await at.client.request('run/step', {});
    const { bytes } = await at.client.request('runs/export', { id });
    const wanted = await load(at, whole.run.id);
    await at.close();

    const later = await open();
    const file = new Blob([bytes]);
    await later.client.request('runs/import', { files: [{ name: 'unfinished.zip', file }] });
    const resumed = await later.client.request('model/resume', { id });
    const { step, compression } = whole.run;
    expect(resumed.run).toMatchObject({ id, parent, name: whole.run.name, step, compression });
    const { run, ...costs } = whole;
    expect({ ...resumed, run }).toEqual({ ...costs, run });
    const found = await load(later, id);
    expect(weightsOf(found)).toEqual(weightsOf(wanted));
    expect([found.compression, found.updates]).toEqual([wanted.compression, wanted.updates]);
    expect({ ...found.config }).toEqual(wanted.config);
  });
});

describe('a student', () => {
  it('is to the bit the one that earlier versions made', async () => {
    const at = await open();
    const made = await load(at, await RUN_MAKERS.distilled(at));
    const file = readFileSync(new URL('../checkpoints/fixtures/distilled.zip', import.meta.url));
    const earlier = decodeSnapshot(Uint8Array.from(file), catalogue);
    expect(weightsOf(made)).toEqual(weightsOf(earlier));
    expect({ ...made.config }).toEqual(earlier.config);
    expect([made.step, made.compression]).toEqual([0, undefined]);
  });

  it('that is unfinished is finished when it is opened', async () => {
    const at = await open();
    await RUN_MAKERS['lw-paused'](at);
    const id = await beginAndPause(at, STUDENT);
    const opened = await at.client.request('run/open', { id });
    expect(opened.config.task).toBe('adversarial');
    expect(
      opened.networks.find(({ id: name }) => name === 'discriminator')?.spec.nodes.length,
    ).toBeGreaterThan(0);
  });

  it('that is cancelled leaves no run behind', async () => {
    const at = await open();
    await RUN_MAKERS['lw-paused'](at);
    const before = (await at.client.request('runs/list', {})).runs.length;
    const controller = new AbortController();
    const made = at.client.request('model/make', STUDENT, {
      signal: controller.signal,
      onProgress: (what) => {
        if (what.startsWith('Step')) controller.abort();
      },
    });
    await expect(made).rejects.toMatchObject({ name: 'AbortedError' });
    // Requests follow each other: once this one is answered, the cancelled one has ended.
    await at.client.request('model/profile', {});
    expect((await at.client.request('runs/list', {})).runs).toHaveLength(before);
  });

  it('that is cancelled while a saved run opens stays as it was saved', async () => {
    const at = await open();
    await RUN_MAKERS['lw-paused'](at);
    const id = await beginAndPause(at, STUDENT);
    const { client } = at;
    const controller = new AbortController();
    const opened = client.request(
      'run/open',
      { id },
      {
        signal: controller.signal,
        onProgress: (what) => {
          if (what.startsWith('Step')) controller.abort();
        },
      },
    );
    await expect(opened).rejects.toMatchObject({ name: 'AbortedError' });
    const { run } = await client.request('model/resume', { id });
    expect(run).toMatchObject({ id, step: 0 });
  });
});

it('what fails says why, in the words of what failed, and how much is kept', async () => {
  const at = await open();
  await RUN_MAKERS['lw-paused'](at);
  const { trainer } = requireGan(at.context).session;
  for (const { network } of trainer.networks)
    for (const { variable } of network.weights) variable.assign(fill(variable.shape, NaN));
  await expect(at.client.request('model/make', STUDENT)).rejects.toMatchObject({
    name: 'FailedTaskError',
    message: expect.stringMatching(/stopped at step \d+ of 30: At step 1 the run reports student NaN/),
    hint: expect.stringMatching(/^Lower the learning rates .* Nothing of it was kept\.$/),
  });
});

it('a task that makes no run is refused by name', async () => {
  const at = await open();
  await RUN_MAKERS['lw-paused'](at);
  await expect(at.client.request('model/make', { task: 'adversarial', params: {} })).rejects.toMatchObject({
    message: 'The task adversarial makes no run out of another.',
    hint: 'Choose one of distill, prune, quantize-aware.',
  });
});
