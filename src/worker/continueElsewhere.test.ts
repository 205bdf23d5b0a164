// Runs that go on in PyTorch: what the exported train.py computes is what the page computes, and what it writes opens again.
import { existsSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeSnapshot } from '../checkpoints/format';
import type { RunSnapshot } from '../checkpoints/snapshot';
import type { HistoryPoint } from '../core/history';
import { losses } from '../losses';
import { metrics } from '../metrics';
import { tasks } from '../tasks';
import {
  AFTER,
  BEFORE,
  differences,
  firstSteps,
  goOn,
  leave,
  standing,
  untouched,
} from '../testing/continuedRuns';
import { EVERY_MODEL_RUNS, TINY_DIGITS } from '../testing/everyModelRuns';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { TEST_PATIENCE_MS } from '../testing/patience';
import { TASK_RUNS } from '../testing/taskRuns';
import { PYTHON } from '../testing/torchPrograms';
import { takeSteps } from '../testing/runBits';
import { inTemporaryFolder } from '../testing/tools';
import {
  childrenOf,
  historyOf,
  runFileOf,
  startProgram,
  torchMisses,
  trainFolders,
  wronglyTrained,
} from '../testing/torchRuns';
import { until } from '../testing/until';
import { catalogue } from './catalogue';

const missing = torchMisses();
/** With batch norm, dropout and an average, and small. */
const AVERAGED = { ...TINY_DIGITS, model: 'dcgan-light', emaDecay: 0.9 };
/** Pictures in colour that no classifier knows. */
const COLOURED = {
  ...{ dataset: 'drawn-scenes', 'dataset.side': '64', model: 'dcgan-colour', batch: 4, seed: 1 },
  ...{ 'model.width': 0.25, 'model.latentSize': 8 },
};

/**
 * Those that are trained in bfloat16, too, and for how many steps their losses stay near: it has 8 bits of a number's digits, and the
 * networks of a game soon go other ways. Of six seeds of the first the losses lay within 0.9, 2.7 and 5.1 % after one, two and three
 * steps, on one processor; how a processor rounds them is its own.
 */
const HALF_RUNS: Readonly<Record<string, number>> = {
  'light, averaged': 2,
  'between two kinds, with a pool that overflows': AFTER,
  'names, judged': AFTER,
};
const HALF_TOLERANCE = 0.05;

/** No samples on the way: steps are compared. */
const UNSEEN = 3000;

let worker: NodeWorker;
beforeAll(async () => {
  worker = await openNodeWorker('relaxed', 1);
});
afterAll(() => worker.close());
afterEach(() => {
  vi.unstubAllGlobals();
});

describe.skipIf(missing)(`training on in PyTorch ${missing ?? ''}`, { timeout: TEST_PATIENCE_MS }, () => {
  it('takes the ten steps that the page takes, of every model, loss, stabilizer and task', () =>
    inTemporaryFolder(async (_, at) => {
      const runs = { ...EVERY_MODEL_RUNS, ...TASK_RUNS };
      const names = Object.keys(runs);
      const folderOf = (name: string): string => join(at, `run-${names.indexOf(name)}`);
      // One of each task, and those with a batch norm of their own kind.
      const sharing = Object.keys(TASK_RUNS).filter((name, i, all) => {
        const isFirst = all.findIndex((other) => TASK_RUNS[other].task === TASK_RUNS[name].task) === i;
        return isFirst || 'task.normalization' in TASK_RUNS[name];
      });
      const sharedOf = (name: string): string => `${folderOf(name)}-shared`;
      const halfOf = (name: string): string => `${folderOf(name)}-half`;
      const expected = new Map<string, RunSnapshot>();
      for (const name of names) {
        await leave(worker, { ...runs[name], sampleEvery: UNSEEN }, folderOf(name));
        if (sharing.includes(name)) await cp(folderOf(name), sharedOf(name), { recursive: true });
        if (name in HALF_RUNS) await cp(folderOf(name), halfOf(name), { recursive: true });
        expected.set(name, await goOn(worker));
      }
      const options = ['--steps', String(BEFORE + AFTER), '--device', 'cpu'];
      const compared =
        (name: string, tolerance = 1e-4) =>
        async (history: readonly HistoryPoint[], steps = AFTER): Promise<readonly string[]> => {
          const ours = expected.get(name);
          if (!ours) throw new Error(`${name} was not trained here`);
          const found = differences(firstSteps(ours, steps), { history }, tolerance);
          return found.map((difference) => `${name}: ${difference}`);
        };
      expect(
        await wronglyTrained(
          names.map((name) => [folderOf(name), compared(name)]),
          options,
        ),
      ).toEqual([]);
      // Two processes that share the batch take the same steps.
      expect(
        await wronglyTrained(
          sharing.map((name) => [sharedOf(name), compared(name)]),
          options,
          2,
        ),
      ).toEqual([]);
      await trainFolders(
        Object.keys(HALF_RUNS).map((name) => [halfOf(name), [...options, '--precision', 'bfloat16']]),
      );
      for (const [name, steps] of Object.entries(HALF_RUNS)) {
        const history = await historyOf(halfOf(name));
        expect(await compared(name, HALF_TOLERANCE)(history, steps)).toEqual([]);
        expect(await compared(name)(history), `${name} in bfloat16`).not.toEqual([]);
      }
      const configs = [...expected.values()].map(({ config }) => config);
      const trained = new Set(configs.flatMap(({ loss, task }) => [loss, task]));
      // Those that make runs are continueMakers.test.ts.
      const learning = tasks.filter(({ suffix }) => !suffix);
      const known = [...losses, ...learning].map(({ id }) => id);
      expect(known.filter((id) => !trained.has(id))).toEqual([]);
    }));

  it.each([
    ['classifier-score', { ...AVERAGED, 'dataset.size': 400, measureSamples: 200 }],
    // Judged by the feature network, at half of the side.
    ['variety', { ...COLOURED, 'dataset.size': 60, measureSamples: 100 }],
  ] as const)('measures what the page measures, %s among it', (known, settings) =>
    inTemporaryFolder(async (_, folder) => {
      const models = join(import.meta.dirname, '../../public/models');
      vi.stubGlobal('location', new URL('http://ganvas.invalid/'));
      vi.stubGlobal(
        'fetch',
        async (url: string) => new Response(await readFile(join(models, basename(url)))),
      );
      const measured = { ...settings, measureEvery: BEFORE + 1 };
      const samples = settings.measureSamples;
      await leave(worker, measured, folder);
      await trainFolders([[folder, ['--steps', String(BEFORE + 1), '--device', 'cpu']]]);
      const [theirs] = decodeSnapshot(await runFileOf(folder), catalogue).measures;
      await takeSteps(worker, 1);
      const { point: ours } = await worker.client.request('measures/take', { samples });
      expect(theirs).toMatchObject({ step: ours.step, samples, evaluator: ours.evaluator });
      expect(theirs.classCounts).toEqual(ours.classCounts);
      const live = metrics.filter(({ id, live }) => live && id in ours.values).map(({ id }) => id);
      expect(Object.keys(theirs.values).sort()).toEqual(live.sort());
      expect(live).toContain('frechet-distance');
      expect(live).toContain(known);
      const near = (one: number, other: number): void =>
        expect(Math.abs(one - other)).toBeLessThan(1e-3 * (1 + Math.abs(other)));
      for (const id of live) {
        near(theirs.values[id], ours.values[id]);
        near(theirs.floors[id], ours.floors[id]);
      }
      for (const network of ['generator', 'discriminator'] as const) {
        near(theirs[network].gradient, ours[network].gradient);
        near(theirs[network].weights, ours[network].weights);
      }
    }),
  );

  it.each([
    ['a generator against a discriminator', AVERAGED],
    ['CycleGAN with its pools', TASK_RUNS['between two kinds, with a pool that overflows']],
    ['networks that grow', TASK_RUNS['growing, and faded in']],
    ['a painter with its styles', TASK_RUNS['painted in a style']],
    ['one picture, and what L-BFGS remembers', TASK_RUNS['one picture, by L-BFGS from its content']],
    ['one picture, and what Adam remembers', TASK_RUNS['one picture, by Adam from noise']],
  ])('hands everything back to the bit, and the page goes on from there: %s', (_, settings) =>
    inTemporaryFolder(async (__, folder) => {
      const { client } = worker;
      const id = await leave(worker, settings, folder);
      const left = await standing(worker);
      await trainFolders([[folder, ['--steps', String(BEFORE), '--device', 'cpu']]]);
      const zip = await runFileOf(folder);
      const back = decodeSnapshot(zip, catalogue);
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
    }),
  );

  it('goes on over two processes as over one, and after one of them is killed', () =>
    inTemporaryFolder(async (_, at) => {
      const [alone, together] = [join(at, 'alone'), join(at, 'together')];
      await leave(worker, AVERAGED, alone);
      await cp(alone, together, { recursive: true });
      const options = ['--steps', '20', '--batch', '8', '--save-every', '5', '--device', 'cpu'];
      await trainFolders([[alone, options]]);
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
      expect(await torchrun.printed).toMatch(/20 \[D loss: [\d.]+, acc\.: [\d.]+%\] \[G loss: [\d.]+\]/);
      const [one, two] = await Promise.all(
        [alone, together].map(async (folder) => decodeSnapshot(await runFileOf(folder), catalogue)),
      );
      expect(two.step).toBe(20);
      const steps = (run: RunSnapshot) => run.history.map(({ step }) => step);
      expect(steps(two)).toEqual(steps(one));
      expect(differences(firstSteps(one), two)).toEqual([]);
      expect(two.timeline.map(({ step }) => step)).toEqual(one.timeline.map(({ step }) => step));
    }));
});
