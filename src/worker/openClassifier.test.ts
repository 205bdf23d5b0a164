// The classifier of the Judge page, through the requests that the page makes: interrupted, after a reload, beside a run.
import { afterEach, describe, expect, it } from 'vitest';
import { decodeSnapshot } from '../checkpoints/format';
import type { RunSnapshot } from '../checkpoints/snapshot';
import { readRunConfig } from '../core/runConfig';
import type { RunTransition } from '../core/runState';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { catalogue } from './catalogue';

let worker: NodeWorker | null = null;
afterEach(async () => {
  await worker?.close();
  worker = null;
});

const open = async (): Promise<NodeWorker> => (worker = await openNodeWorker('relaxed', 1));
const REQUEST = { dataset: 'synthetic-digits', seed: 3 };
const STEPS = 8;

/** Plays until it stops by itself or by a pause. @param onMoment once, with the first word of the test images */
function play({ client }: NodeWorker, onMoment: () => void = () => undefined): Promise<RunTransition> {
  return new Promise((resolve, reject) => {
    let heard = false;
    const stopListening = client.subscribe((event) => {
      if (event.kind === 'classifier/moment' && !heard) {
        heard = true;
        onMoment();
      }
      if (event.kind !== 'run/changed' || event.transition.kind === 'run') return;
      stopListening();
      resolve(event.transition);
    });
    client.request('classifier/play', { steps: STEPS }).catch(reject);
  });
}

async function saved({ client }: NodeWorker, id: string): Promise<RunSnapshot> {
  return decodeSnapshot((await client.request('runs/export', { id })).bytes, catalogue);
}

const learnt = ({ tensors, history, updates }: RunSnapshot) => ({
  tensors,
  updates,
  losses: history.map(({ values }) => values.classifier),
});

describe('the classifier of the Judge page', () => {
  it('goes on after a reload to the bits of one that nothing interrupted', async () => {
    const first = await open();
    const { run } = await first.client.request('classifier/open', REQUEST);
    expect(await play(first)).toEqual({ kind: 'finish', step: STEPS });
    const whole = await saved(first, run.id);
    await first.close();

    const second = await open();
    const begun = await second.client.request('classifier/open', REQUEST);
    const paused = await play(second, () => void second.client.request('classifier/pause', {}));
    expect(paused.kind).toBe('pause');
    const { bytes } = await second.client.request('runs/export', { id: begun.run.id });
    await second.close();

    const third = await open();
    const file = new Blob([bytes]);
    await third.client.request('runs/import', { files: [{ name: 'classifier.zip', file }] });
    const again = await third.client.request('classifier/open', REQUEST);
    expect(again.run).toMatchObject({ id: begun.run.id, step: 'step' in paused ? paused.step : 0 });
    expect(again.accuracies.length).toBeGreaterThan(1);
    expect(await play(third)).toEqual({ kind: 'finish', step: STEPS });
    expect(learnt(await saved(third, again.run.id))).toEqual(learnt(whole));
  });

  it('leaves nothing when it is forgotten, and opens as a run like any other until then', async () => {
    const at = await open();
    const { run } = await at.client.request('classifier/open', REQUEST);
    await play(at);
    const opened = await at.client.request('run/open', { id: run.id });
    expect(opened).toMatchObject({ step: STEPS, config: { task: 'classifier' } });
    const again = await at.client.request('classifier/open', REQUEST);
    expect(again.run).toMatchObject({ id: run.id, step: STEPS });
    await at.client.request('classifier/forget', {});
    expect((await at.client.request('runs/list', {})).runs).toEqual([]);
  });

  it('and the open run take turns', async () => {
    const at = await open();
    const { client } = at;
    const config = readRunConfig({ 'dataset.size': 200, batch: 4, measureEvery: 0 }, catalogue);
    await client.request('run/start', { config, unsaved: true });
    await client.request('classifier/open', REQUEST);
    await client.request('run/play', {});
    await client.request('classifier/play', { steps: STEPS });
    expect(at.context.run?.session.isPlaying).toBe(false);
    expect(at.context.classifier?.session.isPlaying).toBe(true);
    await client.request('run/play', {});
    expect(at.context.classifier?.session.isPlaying).toBe(false);
    await client.request('run/pause', {});
  });
});
