// A sweep that leaves as a folder of jobs: its runs are those that the page would begin, start.sh trains them, and what gather.py
// makes of them opens at once. And two hosts that train one run together, as its README says.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeSnapshot } from '../checkpoints/format';
import { valueOf } from '../core/history';
import { readRunConfig } from '../core/runConfig';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { TEST_PATIENCE_MS } from '../testing/patience';
import { takeSteps } from '../testing/runBits';
import { inTemporaryFolder, runProgram } from '../testing/tools';
import { PYTHON } from '../testing/torchPrograms';
import { runFileOf, startProgram, torchMisses, unpackFolder } from '../testing/torchRuns';
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
const TRAINED = SWEPT.slice(0, 2);

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
      const made = await client.request('runs/sweep', { name: 'Losses', configs: TRAINED, images: true });
      const names = made.parts.map(({ name }) => name);
      expect(names.filter((name) => name.endsWith('images.npy'))).toEqual(['data/0/images.npy']);
      await unpackFolder(made.file.bytes, at);
      const python = { PYTHON };
      const start = (...args: readonly string[]) =>
        runProgram('sh', ['start.sh', ...args], at, undefined, python);
      await start('all', '--device', 'cpu');
      await expect(start('2')).rejects.toThrow('There is no run 2 here');
      await rm(join(at, 'runs', '1', 'out'), { recursive: true });
      const gather = () => runProgram(PYTHON, ['gather.py'], at);
      expect(await gather()).toContain('1 of 2 runs');
      // The job of an array: a number from outside.
      await runProgram('sh', ['array.sbatch'], at, undefined, { ...python, SLURM_ARRAY_TASK_ID: '1' });
      expect(await gather()).toContain('2 of 2 runs');
      const zip = await readFile(join(at, 'results.zip'));
      const table = strFromU8(unzipSync(zip)['results.csv']).trim().split('\n');
      expect(table).toHaveLength(3);
      expect(table[0]).toMatch(/^run,.*seed.*,step,seconds,dLoss,gLoss/);
      const file = new File([Uint8Array.from(zip)], 'results.zip');
      const summary = await client.request('runs/import', { files: [{ name: file.name, file }] });
      const back = [summary, ...(summary.alongside ?? [])];
      expect(back.map(({ config, step }) => [config.seed, config.loss, step])).toEqual(
        TRAINED.map(({ seed, loss }) => [seed, loss, STEPS]),
      );
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

  const alone = hostsMiss();
  it.skipIf(alone)(`goes on over two hosts that see nothing but each other ${alone ?? ''}`, () =>
    inTemporaryFolder(async (_, at) => {
      const [config] = SWEPT;
      const { client } = worker;
      const { file } = await client.request('runs/sweep', { name: 'Hosts', configs: [config], images: true });
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
