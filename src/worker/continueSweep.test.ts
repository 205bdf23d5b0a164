// A sweep that leaves as a folder of jobs: its runs are those that the page would begin, start.sh trains them, and what gather.py
// makes of them opens at once. And two hosts that train one run together, as its README says.
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeSnapshot } from '../checkpoints/format';
import { valueOf } from '../core/history';
import { readRunConfig } from '../core/runConfig';
import { plannedRuns, sweptConfig } from '../core/sweep';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { TEST_PATIENCE_MS } from '../testing/patience';
import { takeSteps } from '../testing/runBits';
import { inTemporaryFolder, runProgram } from '../testing/tools';
import { PYTHON, runTorchPrograms } from '../testing/torchPrograms';
import { runFileOf, startProgram, torchMisses, trainFolders, unpackFolder } from '../testing/torchRuns';
import { hostsMiss, withTwoHosts } from '../testing/twoHosts';
import { catalogue } from './catalogue';
import { distinctSettings } from './continueSweep';

const missing = torchMisses();
const STEPS = 4;
const POINTS = {
  ...{
    dataset: 'points-ring',
    'dataset.size': 200,
    model: 'gan-mlp',
    'model.width': 8,
    'model.latentSize': 2,
  },
  ...{ batch: 8, measureEvery: 0, steps: STEPS },
};
const configOf = (pairs: Readonly<Record<string, unknown>>) =>
  readRunConfig({ ...POINTS, ...pairs }, catalogue);
const SWEPT = [configOf({ seed: 5 }), configOf({ seed: 6, loss: 'hinge' }), configOf({ seed: 6 })];
const PLAN = { base: POINTS, swept: [{ key: 'loss', values: ['least-squares', 'hinge'] }], seeds: [5] };
const TRAINED = plannedRuns(PLAN).map((run) => sweptConfig(PLAN, run, catalogue));
const OPTIONS = ['--device', 'cpu'];

/** As the page calls them, in its language. */
const TITLES = ['Verluste, Verlust Standard', 'Verluste, Verlust Hinge'];

let worker: NodeWorker;
beforeAll(async () => {
  worker = await openNodeWorker('relaxed', 1);
});
afterAll(() => worker.close());

/** Losses of the generator, as the page has them. */
async function expectedLosses(config: (typeof SWEPT)[number]): Promise<readonly number[]> {
  await worker.client.request('run/start', { config, unsaved: true });
  await takeSteps(worker, STEPS);
  return worker.context.run?.session.history.map((point) => valueOf(point, 'gLoss')) ?? [];
}

const lossesIn = (zip: Uint8Array): readonly number[] =>
  decodeSnapshot(zip, catalogue).history.map((point) => valueOf(point, 'gLoss'));

it('tells runs apart by what differs', () => {
  const { loss } = SWEPT[0];
  expect(distinctSettings(SWEPT)).toEqual([
    expect.objectContaining({ seed: 5, loss }),
    expect.objectContaining({ seed: 6, loss: 'hinge' }),
    expect.objectContaining({ seed: 6, loss }),
  ]);
});

describe.skipIf(missing)(`a sweep in PyTorch ${missing ?? ''}`, { timeout: TEST_PATIENCE_MS }, () => {
  it('trains as the page would, and comes back as one file', () =>
    inTemporaryFolder(async (_, at) => {
      const { client } = worker;
      const request = { name: 'Losses', configs: TRAINED, titles: TITLES, images: true, plan: PLAN };
      const made = await client.request('runs/sweep', request);
      const names = made.parts.map(({ name }) => name);
      expect(names.filter((name) => name.endsWith('images.npy'))).toEqual(['data/0/images.npy']);
      await unpackFolder(made.file.bytes, at);
      await trainFolders([[join(at, 'runs', '0'), OPTIONS]]);
      // The job of an array: a number from outside.
      await runProgram('sh', ['array.sbatch'], at, undefined, { PYTHON, SLURM_ARRAY_TASK_ID: '1' });
      expect(await runProgram(PYTHON, ['gather.py'], at)).toContain('2 of 2 runs');
      const zip = await readFile(join(at, 'results.zip'));
      const table = strFromU8(unzipSync(zip)['results.csv']).trim().split('\n');
      expect(table).toHaveLength(3);
      expect(table[0]).toMatch(/^run,loss,step,seconds,dLoss,gLoss/);
      const file = new File([Uint8Array.from(zip)], 'results.zip');
      const summary = await client.request('runs/import', { files: [{ name: file.name, file }] });
      const back = [summary, ...(summary.alongside ?? [])];
      expect(back.map(({ name }) => name)).toEqual(TITLES);
      expect(back.map(({ config, step }) => [config.seed, config.loss, step])).toEqual(
        TRAINED.map(({ seed, loss }) => [seed, loss, STEPS]),
      );
      expect(summary.sweep).toEqual({ name: 'Losses', plan: PLAN, runs: back.map(({ id }) => id) });
      for (const [i, config] of TRAINED.entries()) {
        const theirs = lossesIn(await runFileOf(join(at, 'runs', String(i))));
        const ours = await expectedLosses(config);
        expect(theirs).toHaveLength(STEPS);
        theirs.forEach((loss, step) => expect(loss).toBeCloseTo(ours[step], 4));
      }
      const half = new File([Uint8Array.from(zip.subarray(0, zip.length - 5000))], 'half.zip');
      await expect(
        client.request('runs/import', { files: [{ name: half.name, file: half }] }),
      ).rejects.toThrow();
      expect((await client.request('runs/list', {})).runs).toHaveLength(TRAINED.length);
    }));

  it('names what a person did wrong, and the way out; what is there stays', () =>
    inTemporaryFolder(async (_, at) => {
      const request = {
        ...{ name: 'Wrong', configs: SWEPT.slice(0, 2), titles: null },
        images: true,
        plan: null,
      };
      const { file } = await worker.client.request('runs/sweep', request);
      await unpackFolder(file.bytes, at);
      const [first, second] = [0, 1].map((number) => join(at, 'runs', String(number)));
      const start = async (folder: string, ...options: readonly string[]): Promise<string> => {
        const args = [join(folder, 'train.py'), ...OPTIONS, ...options];
        return (await runTorchPrograms([{ args }], PYTHON))[0];
      };
      const refuses = async (folder: string, options: readonly string[], why: RegExp | string) =>
        expect(start(folder, ...options), options.join(' ')).rejects.toThrow(why);
      await start(first);
      const whole = await runFileOf(first);
      expect(await start(first, '--steps', '2')).toContain(
        `stands at step ${STEPS}, and --steps 2 lies before it`,
      );
      await refuses(first, ['--steps', '-4'], '--steps is -4; give a number from 1 to 1000000.');
      await refuses(first, ['--steps', '5', '--batch', '1'], 'a multiple of 1, at least 2');
      await refuses(first, ['--threads', '0'], '--threads is 0; give a number from 1 to 1024.');
      await refuses(first, ['--save-every', '0'], '--save-every is 0; give at least 1.');
      await refuses(first, ['--out', '/proc/none'], /Error: .*\/proc\/none/);
      expect(await runFileOf(first)).toEqual(whole);
      const checkpoint = join(first, 'out', 'run.zip');
      await cp(join(first, 'out'), join(second, 'out'), { recursive: true });
      await refuses(second, [], 'is of another run; move it away, or choose another --out.');
      for (const half of [whole.subarray(0, whole.length / 2), whole.subarray(1), Buffer.from('no zip')]) {
        await writeFile(checkpoint, half);
        await refuses(first, [], /is no whole run file \(.*\): move it away/);
      }
      await cp(join(first, 'weights.npz'), checkpoint);
      await refuses(first, [], /is no whole run file .*: move it away/);
      const apart = join(at, 'apart');
      await cp(first, apart, { recursive: true, filter: (path) => !path.endsWith('out') });
      await refuses(apart, [], /images\.npy is not there\. Give images with --data .* folder of the sweep/);
      await rm(join(apart, 'weights.npz'));
      await refuses(apart, [], /apart is not whole \(.*weights\.npz.*\): unpack it again/);
      await rm(join(apart, 'run.json'));
      await refuses(apart, [], /run\.json beside train\.py cannot be read .*: unpack the whole folder/);
      // Without the place where packages lie there is no NumPy either.
      const bare = runProgram(PYTHON, ['-I', '-S', join(first, 'train.py')]);
      await expect(bare).rejects.toThrow(
        /No module named 'numpy'\. This needs PyTorch and NumPy, which .*python.* has not/,
      );
    }));

  const alone = hostsMiss();
  it.skipIf(alone)(`goes on over two hosts that see nothing but each other ${alone ?? ''}`, () =>
    inTemporaryFolder(async (_, at) => {
      const [config] = SWEPT;
      const { client } = worker;
      const { file } = await client.request('runs/sweep', {
        ...{ name: 'Hosts', configs: [config], titles: null },
        images: true,
        plan: null,
      });
      await unpackFolder(file.bytes, at);
      await withTwoHosts(async (first, second) => {
        const options = [
          ...['-m', 'torch.distributed.run', '--nnodes=2', '--nproc_per_node=1', '--rdzv_id=ganvas'],
          ...['--rdzv_backend=c10d', `--rdzv_endpoint=${first.name}:29400`, '-r1', '-t1'],
          ...[join(at, 'runs', '0', 'train.py'), '--device', 'cpu'],
        ];
        const started = [first, second].map((host) => startProgram(...host.command(PYTHON, options)).printed);
        const [printed] = await Promise.all(started);
        expect(printed).toContain('on 2 x cpu');
      });
      const ours = await expectedLosses(config);
      lossesIn(await runFileOf(join(at, 'runs', '0'))).forEach((loss, step) =>
        expect(loss).toBeCloseTo(ours[step], 4),
      );
    }),
  );
});
