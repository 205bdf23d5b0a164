// Run files that earlier versions wrote open, and go on to the last bit as those versions went on. The files, and what
// came of them, stand in checkpoints/fixtures; `RECORD=1` makes those that are missing (testing/recorded).
import { afterEach, describe, expect, it } from 'vitest';
import { openNodeWorker, type KernelKind, type NodeWorker } from '../testing/nodeWorker';
import { recordedBytes, recordedValue } from '../testing/recorded';
import { standingBits, takeSteps } from '../testing/runBits';
import { RUN_MAKERS } from '../testing/runMakers';
import { requireGan } from './context';

const FIXTURES = new URL('../checkpoints/fixtures/', import.meta.url);
const EXPECTED = new URL('earlierRuns.json', FIXTURES);
const GOES_ON = 12;

let worker: NodeWorker | null = null;
afterEach(async () => {
  await worker?.close();
  worker = null;
});

async function makeFile(name: string): Promise<Uint8Array> {
  const made = await openNodeWorker('relaxed', 1);
  try {
    const id = await RUN_MAKERS[name](made);
    return (await made.client.request('runs/export', { id })).bytes;
  } finally {
    await made.close();
  }
}

/** What a person sees of a run that was opened. */
async function openFile(name: string, bytes: Uint8Array<ArrayBuffer>, { client }: NodeWorker) {
  const file = new Blob([bytes]);
  const { id } = await client.request('runs/import', { files: [{ name: `${name}.zip`, file }] });
  const { runs, unreadable } = await client.request('runs/list', {});
  expect(unreadable).toEqual([]);
  const run = await client.request('run/open', { id });
  const { dataset, model, loss, steps } = run.config;
  return {
    ...{ id, name: run.name, dataset, model, loss, steps, step: run.step },
    history: run.history.map(({ step }) => step),
    timeline: run.timeline.map(({ step }) => step),
    measures: run.measures.map(({ step, values }) => ({ step, values })),
    parent: runs.find((found) => found.id === id)?.parent,
    imported: run.imported,
    generator: run.networks.find(({ id }) => id === 'generator')?.spec.nodes.length,
  };
}

describe.each(Object.keys(RUN_MAKERS))('%s', (name) => {
  it.each<[KernelKind, number]>([
    ['relaxed', 1],
    ['relaxed', 2],
    ['plain', 1],
    ['plain', 2],
  ])('opens and goes on with %s kernels on %i threads', async (kind, threads) => {
    const bytes = await recordedBytes(new URL(`${name}.zip`, FIXTURES), () => makeFile(name));
    worker = await openNodeWorker(kind, threads);
    const opened = await openFile(name, bytes, worker);
    expect(opened).toEqual(await recordedValue(EXPECTED, name, opened));
    const before = await standingBits(worker);
    const { trainer } = requireGan(worker.context).session;
    const series = trainer.isTrainable ? await takeSteps(worker, GOES_ON) : {};
    const found = { before, after: { series, ...(await standingBits(worker)) } };
    expect(found).toEqual(await recordedValue(EXPECTED, `${name}, ${kind} kernels`, found));
  });
});
