// Runs that go on in PyTorch: what the exported train.py computes is what the page computes, and what it writes opens again.
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeSnapshot } from '../checkpoints/format';
import type { RunSnapshot } from '../checkpoints/snapshot';
import { valueOf } from '../core/history';
import { readRunConfig } from '../core/runConfig';
import { losses } from '../losses';
import { EVERY_MODEL_RUNS, TINY_DIGITS } from '../testing/everyModelRuns';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { TEST_PATIENCE_MS } from '../testing/patience';
import { takeSteps } from '../testing/runBits';
import { inTemporaryFolder, pythonMisses } from '../testing/tools';
import {
  childrenOf,
  PYTHON,
  runFileOf,
  startProgram,
  trainFolders,
  unpackFolder,
} from '../testing/torchRuns';
import { until } from '../testing/until';
import { catalogue } from './catalogue';

const missing = pythonMisses('torch', 'python3-torch');
/** Steps in the page before a run leaves, so that optimizers and averages have something to remember; and steps after. */
const [BEFORE, AFTER] = [3, 10];

/** With batch norm, dropout and an average, and small. */
const AVERAGED = { ...TINY_DIGITS, model: 'dcgan-light', emaDecay: 0.9 };

let worker: NodeWorker;
beforeAll(async () => {
  worker = await openNodeWorker('relaxed', 2);
});
afterAll(() => worker.close());

/** Trains a run a little and exports it; @returns its id */
async function leave(settings: Readonly<Record<string, unknown>>, folder: string): Promise<string> {
  const { client } = worker;
  const config = readRunConfig({ ...settings, sampleEvery: 5, steps: 3000 }, catalogue);
  const { id } = await client.request('run/start', { config });
  await takeSteps(worker, BEFORE);
  await client.request('run/save', {});
  const { file } = await client.request('runs/continue', { id, images: true });
  await unpackFolder(file.bytes, folder);
  return id;
}

async function requireOpen(): Promise<RunSnapshot> {
  const { run } = worker.context;
  if (!run) throw new Error('No run is open');
  return run.session.snapshot();
}

/** The run until the end of the steps that rounding has not driven apart. */
const firstSteps = (run: RunSnapshot): RunSnapshot => ({
  ...run,
  history: run.history.filter(({ step }) => step <= BEFORE + AFTER),
});

const goOn = async (): Promise<RunSnapshot> => {
  await takeSteps(worker, AFTER);
  return requireOpen();
};

/** Where two runs report other numbers. */
function differences(ours: RunSnapshot, theirs: RunSnapshot): string[] {
  return ours.history.flatMap((point, i) =>
    ['dLoss', 'gLoss'].flatMap((series) => {
      const [mine, other] = [point, theirs.history[i]].map((at) => valueOf(at, series));
      return Math.abs(mine - other) <= 1e-4 * (1 + Math.abs(mine))
        ? []
        : [`step ${point.step}, ${series}: ${mine}, PyTorch has ${other}`];
    }),
  );
}

describe.skipIf(missing)(`training on in PyTorch ${missing ?? ''}`, { timeout: TEST_PATIENCE_MS }, () => {
  it('takes the ten steps that the page takes, of every model, loss and stabilizer', () =>
    inTemporaryFolder(async (_, at) => {
      const names = Object.keys(EVERY_MODEL_RUNS);
      const folderOf = (name: string): string => join(at, `run-${names.indexOf(name)}`);
      const expected = new Map<string, RunSnapshot>();
      for (const name of names) {
        await leave(EVERY_MODEL_RUNS[name], folderOf(name));
        expected.set(name, await goOn());
      }
      const options = ['--steps', String(BEFORE + AFTER), '--device', 'cpu'];
      await trainFolders(
        names.map((name) => [folderOf(name), options] as const),
        at,
      );
      const wrong: string[] = [];
      for (const [name, ours] of expected) {
        const theirs = decodeSnapshot(await runFileOf(folderOf(name)), catalogue);
        wrong.push(...differences(ours, theirs).map((difference) => `${name}: ${difference}`));
      }
      expect(wrong).toEqual([]);
      const trained = new Set([...expected.values()].map(({ config }) => config.loss));
      expect(losses.map(({ id }) => id).filter((id) => !trained.has(id))).toEqual([]);
    }));

  it('hands everything back to the bit, and the page goes on from there', () =>
    inTemporaryFolder(async (_, folder) => {
      const { client } = worker;
      const id = await leave(AVERAGED, folder);
      const left = await requireOpen();
      await trainFolders([[folder, ['--steps', String(BEFORE), '--device', 'cpu']]], folder);
      const zip = await runFileOf(folder);
      const back = decodeSnapshot(zip, catalogue);
      const untouched = (run: RunSnapshot) => ({ ...run, savedAt: 0, config: null, backend: undefined });
      expect(untouched(back)).toEqual(untouched({ ...left, timeline: back.timeline }));
      expect(back.timeline.slice(0, left.timeline.length)).toEqual(left.timeline);
      const file = new File([zip], 'run.zip');
      const summary = await client.request('runs/import', { files: [{ name: file.name, file }] });
      expect(summary).toMatchObject({ parent: id, step: BEFORE });
      const opened = await client.request('run/open', { id: summary.id });
      expect(opened.history).toHaveLength(BEFORE);
      const series = await takeSteps(worker, 2);
      await client.request('run/open', { id });
      expect(series).toEqual(await takeSteps(worker, 2));
    }));

  it('goes on over two processes as over one, and after one of them is killed', () =>
    inTemporaryFolder(async (_, at) => {
      const [alone, together] = [join(at, 'alone'), join(at, 'together')];
      await leave(AVERAGED, alone);
      await cp(alone, together, { recursive: true });
      const options = ['--steps', '40', '--batch', '8', '--save-every', '5', '--device', 'cpu'];
      await trainFolders([[alone, options]], at);
      // Debian's torchrun of 1.13 fails on Python 3.11 where nothing is redirected.
      const elastic = [
        '-m',
        'torch.distributed.run',
        '--standalone',
        '--nproc_per_node=2',
        '--max_restarts=1',
        '-r1',
        '-t1',
      ];
      const torchrun = startProgram(PYTHON, [...elastic, join(together, 'train.py'), ...options]);
      const path = join(together, 'out', 'run.zip');
      await Promise.race([until('the first checkpoint', () => existsSync(path)), torchrun.printed]);
      const [first] = childrenOf(torchrun.pid);
      process.kill(first, 'SIGKILL');
      await until('the killed process to be replaced', () => !childrenOf(torchrun.pid).includes(first));
      expect(await torchrun.printed).toMatch(/40 \[D loss: [\d.]+, acc\.: [\d.]+%\] \[G loss: [\d.]+\]/);
      const [one, two] = await Promise.all(
        [alone, together].map(async (folder) => decodeSnapshot(await runFileOf(folder), catalogue)),
      );
      expect(two.step).toBe(40);
      const steps = (run: RunSnapshot) => run.history.map(({ step }) => step);
      expect(steps(two)).toEqual(steps(one));
      expect(differences(firstSteps(one), two)).toEqual([]);
      expect(two.timeline.map(({ step }) => step)).toEqual(one.timeline.map(({ step }) => step));
    }));
});
