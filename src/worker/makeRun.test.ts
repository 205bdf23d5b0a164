// Runs that a task makes out of another: to the bit what earlier versions made, whole or in pieces.
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { decodeSnapshot } from '../checkpoints/format';
import type { RunSnapshot } from '../checkpoints/snapshot';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { RUN_MAKERS } from '../testing/runMakers';
import { catalogue } from './catalogue';

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

const STUDENT = { width: 0.25, steps: 30 };

/** Begins a student of the open run, pauses it after the first word of it; @returns the id of what is unfinished */
async function beginAndPause(at: NodeWorker): Promise<string> {
  const { client } = at;
  let paused: Promise<unknown> | null = null;
  const made = client.request('model/distill', STUDENT, {
    onProgress: (what) => {
      if (what.startsWith('Step')) paused ??= client.request('model/pause', {});
    },
  });
  await expect(made).rejects.toMatchObject({ name: 'UnfinishedRunError' });
  await paused;
  const { runs } = await client.request('runs/list', {});
  const [unfinished] = runs.filter(({ config }) => config.task === 'distill');
  expect(unfinished.step).toBeGreaterThan(0);
  expect(unfinished.step).toBeLessThan(STUDENT.steps);
  return unfinished.id;
}

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

  it('that was paused goes on to the bit, after a reload and when its teacher has gone on', async () => {
    const at = await open();
    const parent = await RUN_MAKERS['lw-paused'](at);
    const whole = await at.client.request('model/distill', STUDENT);
    const id = await beginAndPause(at);
    await at.client.request('run/step', {});
    const { bytes } = await at.client.request('runs/export', { id });
    const wanted = weightsOf(await load(at, whole.run.id));
    await at.close();

    const later = await open();
    const file = new Blob([bytes]);
    await later.client.request('runs/import', { files: [{ name: 'unfinished.zip', file }] });
    const resumed = await later.client.request('model/resume', { id });
    expect(resumed.run).toMatchObject({ id, parent, name: whole.run.name, step: 0 });
    expect(resumed).toMatchObject({ firstLoss: whole.firstLoss, lastLoss: whole.lastLoss });
    expect(weightsOf(await load(later, id))).toEqual(wanted);
  });

  it('that is unfinished is finished when it is opened', async () => {
    const at = await open();
    await RUN_MAKERS['lw-paused'](at);
    const id = await beginAndPause(at);
    const opened = await at.client.request('run/open', { id });
    expect(opened.config.task).toBe('adversarial');
    expect(opened.discriminator.nodes.length).toBeGreaterThan(0);
  });

  it('that is cancelled leaves no run behind', async () => {
    const at = await open();
    await RUN_MAKERS['lw-paused'](at);
    const before = (await at.client.request('runs/list', {})).runs.length;
    const controller = new AbortController();
    const made = at.client.request('model/distill', STUDENT, {
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
});
