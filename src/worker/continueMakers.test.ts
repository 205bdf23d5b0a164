// Runs that make smaller ones, paused on the way and finished in PyTorch: the steps are the page's, what comes back is finished
// here, and a checkpoint goes on to the bit.
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeSnapshot } from '../checkpoints/format';
import type { RunSnapshot } from '../checkpoints/snapshot';
import { valueOf, type HistoryPoint } from '../core/history';
import { inputShape } from '../core/network';
import { readRunConfig } from '../core/runConfig';
import type { MakeRequest } from '../protocol';
import { TINY_DIGITS } from '../testing/everyModelRuns';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { TEST_PATIENCE_MS } from '../testing/patience';
import { takeSteps } from '../testing/runBits';
import { inTemporaryFolder } from '../testing/tools';
import { runFileOf, torchMisses, trainFolders, unpackFolder } from '../testing/torchRuns';
import { fixedLatents } from '../training/streams';
import { Trainer } from '../training/trainer';
import { picturesOf } from '../training/translatorGraph';
import { catalogue } from './catalogue';
import { requireRun, type WorkerContext } from './context';

const missing = torchMisses();
const STEPS = 32;
/** Steps of which each is compared; later ones drift apart as rounding does. */
const FIRST = 10;
const DRAWN = 8;
const SMALL_BATCH = 4;
/** In which channels are cut out on the way. */
const CHANNELS = 'channels go';

const TRANSLATOR = { 'task.width': 4, batch: 2, 'dataset.size': 32, measureEvery: 0 };
const CYCLE = {
  ...TRANSLATOR,
  'task.depth': 2,
  task: 'cycle-gan',
  'task.poolSize': 4,
  'task.patchWidth': 2,
  'task.blocks': 1,
};
const PAIRS = { ...TRANSLATOR, task: 'pair-translation', 'task.depth': 2, 'task.patchWidth': 2 };
const PAINTER = {
  ...{ ...TRANSLATOR, task: 'style-student', 'task.blocks': 1, dataset: 'synthetic-digits' },
  'task.encoder': 'random-features',
};

/** What is made, out of which run. */
const MAKERS: Readonly<Record<string, MakeRequest & { readonly from: object }>> = {
  'a student that knows classes': {
    ...{ task: 'distill', params: { width: 0.25, steps: STEPS } },
    from: { model: 'cgan', 'model.width': 0.5, seed: 31 },
  },
  [CHANNELS]: {
    ...{ task: 'prune', params: { target: 'channels', share: 0.4, steps: STEPS } },
    from: { model: 'dcgan-light', seed: 32, emaDecay: 0.9 },
  },
  'rounded numbers': {
    ...{ task: 'quantize-aware', params: { weightBits: '4', steps: STEPS } },
    from: { model: 'dcgan-light', seed: 35 },
  },
  'weights go': {
    ...{ task: 'prune', params: { target: 'weights', share: 0.6, steps: STEPS } },
    from: { model: 'gan-mlp', 'model.width': 16, seed: 33 },
  },
  'both ways of a CycleGAN': {
    ...{ task: 'cycle-gan-distill', params: { studentWidth: 0.5, foolingWeight: 3, steps: STEPS } },
    from: { ...CYCLE, seed: 41, 'task.normalization': 'batch' },
  },
  'channels of both ways': {
    ...{ task: 'cycle-gan-prune', params: { target: 'channels', share: 0.4, steps: STEPS } },
    from: { ...CYCLE, seed: 42, 'task.generator': 'resnet', 'task.identityWeight': 0, loss: 'hinge' },
  },
  'both ways in integers': {
    ...{ task: 'cycle-gan-quantize-aware', params: { weightBits: '8', steps: STEPS } },
    from: { ...CYCLE, seed: 43 },
  },
  'weights of a translator': {
    ...{
      task: 'pair-translation-prune',
      params: { target: 'weights', share: 0.6, foolingWeight: 3, steps: STEPS },
    },
    from: { ...PAIRS, seed: 45, dataset: 'drawn-scenes', 'dataset.side': '32' },
  },
  'a painter in integers': {
    ...{ task: 'style-student-quantize-aware', params: { weightBits: '8', steps: STEPS } },
    from: { ...PAINTER, seed: 49 },
  },
};

/** Those that two processes share, with the run's batch and with twice as many: classes of noise, cuts, statistics of a batch that two networks draw, ranges. */
const SHARED = ['a student that knows classes', CHANNELS, 'both ways of a CycleGAN', 'both ways in integers'];

let worker: NodeWorker;
beforeAll(async () => {
  worker = await openNodeWorker('relaxed', 1);
});
afterAll(() => worker.close());

/** Begins to make a run and pauses after its first steps; @returns its id, and where it stands */
async function begin({ from, ...request }: MakeRequest & { readonly from: object }) {
  const { client } = worker;
  const config = readRunConfig(
    'task' in from ? from : { ...TINY_DIGITS, batch: SMALL_BATCH, ...from },
    catalogue,
  );
  await client.request('run/start', { config });
  await takeSteps(worker, 2);
  let paused: Promise<unknown> | null = null;
  const made = client.request('model/make', request, {
    onProgress: (what) => {
      if (what.startsWith('Step')) paused ??= client.request('model/pause', {});
    },
  });
  await expect(made).rejects.toMatchObject({ name: 'UnfinishedRunError' });
  await paused;
  const { runs } = await client.request('runs/list', {});
  const unfinished = runs.find(
    ({ config: { task }, step }) => task === request.task && step > 0 && step < STEPS,
  );
  expect(unfinished?.step).toBeLessThan(STEPS / 2);
  return { id: unfinished?.id ?? '', left: unfinished?.step ?? 0 };
}

/** Finishes it in the page; @returns what its steps reported, and images of what came of it */
async function finish(id: string) {
  const { client, context } = worker;
  const sessions: NonNullable<WorkerContext['making']>[] = [];
  const onProgress = (): void => {
    if (context.making) sessions.push(context.making);
  };
  await client.request('model/resume', { id }, { onProgress });
  await client.request('run/open', { id });
  const { task } = requireRun(context).session.config;
  return { history: sessions[0].history, task, images: await images() };
}

/** What the open run's generators draw. */
async function images(): Promise<Float32Array> {
  const { trainer, config } = requireRun(worker.context).session;
  const drawn = tidy(() => {
    if (trainer instanceof Trainer)
      return [
        trainer.generate(fixedLatents(config.seed, DRAWN, trainer.latentSize), trainer.everyClass(DRAWN)),
      ];
    return (trainer.translators?.networks ?? []).map(({ id, network }) => {
      const shape = [DRAWN, ...inputShape(network.spec)];
      return network.apply(tensor(picturesOf(trainer, id, DRAWN), shape), { kind: 'inference' });
    });
  });
  const values = await Promise.all(drawn.map(async (one) => [...(await one.data())]));
  for (const one of drawn) one.dispose();
  return Float32Array.from(values.flat());
}

/** Ten steps that are the page's to 1e-4 of the largest distance; later ones drift apart as rounding does. */
function agree(
  made: string,
  name: string,
  left: number,
  ours: readonly HistoryPoint[],
  theirs: readonly HistoryPoint[],
) {
  const [series, ...others] = Object.keys(ours[0].values);
  expect(others, name).toEqual([]);
  // Where a value lies between two integers it is rounded one way here and the other there: of those against what is drawn.
  const isRounded = MAKERS[made].task.endsWith('quantize-aware');
  const scale = isRounded ? 1 : Math.max(...ours.map((point) => valueOf(point, series)));
  expect(theirs.map(({ step }) => step)).toEqual(ours.map(({ step }) => step));
  for (const [i, point] of theirs.entries()) {
    const [distance, other] = [ours[i], point].map((at) => valueOf(at, series));
    const tolerance = point.step <= left + FIRST ? 1e-4 : 1e-2;
    expect(Math.abs(distance - other), `${name}, step ${point.step}`).toBeLessThan(tolerance * scale);
  }
}

const tensorsOf = ({ tensors }: RunSnapshot) => new Map(tensors.map(({ name, values }) => [name, values]));

describe.skipIf(missing)(`made smaller in PyTorch ${missing ?? ''}`, { timeout: TEST_PATIENCE_MS }, () => {
  it('takes the steps that the page takes, and comes back', () =>
    inTemporaryFolder(async (_, at) => {
      const names = Object.keys(MAKERS);
      const folderOf = (name: string): string => join(at, `made-${names.indexOf(name)}`);
      const sharedOf = (name: string): string => `${folderOf(name)}-shared`;
      const doubledOf = (name: string, processes: number): string => `${folderOf(name)}-doubled-${processes}`;
      const expected = [];
      for (const name of names) {
        const { id, left } = await begin(MAKERS[name]);
        const { file } = await worker.client.request('runs/continue', { id, images: true });
        await unpackFolder(file.bytes, folderOf(name));
        if (SHARED.includes(name))
          for (const copy of [sharedOf(name), doubledOf(name, 1), doubledOf(name, 2)])
            await cp(folderOf(name), copy, { recursive: true });
        expected.push({ name, left, ...(await finish(id)) });
      }
      const options = ['--device', 'cpu'];
      await trainFolders(
        names.map((name) => [folderOf(name), [...options, '--save-every', '20', '--keep-all']]),
      );
      // Two processes that share the batch take the same steps, and so they do where each has as many images as the page.
      const doubled = (name: string) => {
        const { from } = MAKERS[name];
        const batch = 'batch' in from ? Number(from.batch) : SMALL_BATCH;
        return [...options, '--batch', String(2 * batch)];
      };
      await trainFolders(SHARED.map((name) => [doubledOf(name, 1), doubled(name)]));
      await trainFolders(
        SHARED.flatMap((name) => [
          [sharedOf(name), options],
          [doubledOf(name, 2), doubled(name)],
        ]),
        2,
      );
      for (const { name, left, task, history, images: ours } of expected) {
        const zip = await runFileOf(folderOf(name));
        agree(name, name, left, history, decodeSnapshot(zip, catalogue).history);
        if (SHARED.includes(name)) {
          const shared = decodeSnapshot(await runFileOf(sharedOf(name)), catalogue);
          agree(name, `${name}, shared`, left, history, shared.history);
          const [alone, both] = await Promise.all(
            [1, 2].map(async (n) => decodeSnapshot(await runFileOf(doubledOf(name, n)), catalogue)),
          );
          expect(both.config.batch).toBeGreaterThan(shared.config.batch);
          agree(name, `${name}, doubled`, left, alone.history, both.history);
        }
        const file = new File([zip], 'run.zip');
        const { id } = await worker.client.request('runs/import', { files: [{ name: file.name, file }] });
        const opened = await worker.client.request('run/open', { id });
        expect(opened.config.task).toBe(task);
        const found = await images();
        const apart = found.map((value, i) => Math.abs(value - ours[i]));
        expect(Math.max(...apart), `${name}: what it draws`).toBeLessThan(0.05);
      }
      const again = join(at, 'again');
      await cp(folderOf(CHANNELS), again, { recursive: true });
      await mkdir(join(again, 'out'), { recursive: true });
      await cp(join(folderOf(CHANNELS), 'out', 'run-20.zip'), join(again, 'out', 'run.zip'));
      await trainFolders([[again, options]]);
      const [whole, inPieces] = await Promise.all(
        [folderOf(CHANNELS), again].map(async (folder) => decodeSnapshot(await runFileOf(folder), catalogue)),
      );
      expect(tensorsOf(inPieces)).toEqual(tensorsOf(whole));
      expect(inPieces.numbers).toEqual(whole.numbers);
    }));
});
