// A picture that is painted on in PyTorch: losses, both optimizers and every kind of feature network are the page's own.
import { cp, mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeSnapshot } from '../checkpoints/format';
import { vgg16 } from '../encoders/vgg';
import { keepEncoder } from '../encoders/openEncoder';
import { randomWeights } from '../encoders/weights';
import { AFTER, BEFORE, differences, firstSteps, goOn, leave, untouched } from '../testing/continuedRuns';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { TEST_PATIENCE_MS } from '../testing/patience';
import { inTemporaryFolder } from '../testing/tools';
import { PYTHON, runTorchPrograms } from '../testing/torchPrograms';
import { runFileOf, torchMisses, trainFolders } from '../testing/torchRuns';
import { catalogue } from './catalogue';

const missing = torchMisses();
const PICTURE = { task: 'style-transfer', 'dataset.side': '64' };
/** Of layers that look at 64 pixels and more there is no need to look at the deep ones, too. */
const SHALLOW = {
  'task.content4': 0,
  'task.content1': 1,
  'task.style3': 0,
  'task.style4': 0,
  'task.style5': 0,
};

/** Beside those of testing/taskRuns, which have the random filters. */
const RUNS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'the network that comes with the page, L-BFGS, from noise': {
    ...{ ...PICTURE, 'task.encoder': 'ganvas', 'task.start': 'noise', seed: 51 },
  },
  'the network that comes with the page, Adam, from the content': {
    ...{ ...PICTURE, 'task.encoder': 'ganvas', 'task.optimizer': 'adam', seed: 52 },
  },
  'a network of the person, L-BFGS, from the content': {
    ...{ ...PICTURE, ...SHALLOW, 'task.encoder': 'vgg16', 'task.styleWeight': 1000, seed: 53 },
    ...{ 'task.smoothWeight': 10, 'task.pooling': 'max' },
  },
  'nothing but smoothness': {
    ...{ ...PICTURE, 'task.encoder': 'random-features', 'task.content4': 0, seed: 55 },
    ...Object.fromEntries([1, 2, 3, 4, 5].map((block) => [`task.style${block}`, 0])),
  },
};

/** Runs a script with a writer in the place of TensorBoard's, which packs pictures by Pillow and finds none. */
const BOARD_WITHOUT_PILLOW = `
import runpy, sys, types

class SummaryWriter:
    def __init__(self, folder):
        pass

    def add_scalar(self, name, value, step):
        print(f'logged {name} of {step}')

    def add_images(self, name, images, step, dataformats):
        print(f'pictures of {step}')
        raise ImportError('No module named PIL')

    def close(self):
        print('closed')

sys.modules['torch.utils.tensorboard'] = types.SimpleNamespace(SummaryWriter=SummaryWriter)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name='__main__')
`;

let worker: NodeWorker;
beforeAll(async () => {
  worker = await openNodeWorker('relaxed', 1);
  const models = join(import.meta.dirname, '../../public/models');
  vi.stubGlobal('location', new URL('http://ganvas.invalid/'));
  vi.stubGlobal('fetch', async (url: string) => new Response(await readFile(join(models, basename(url)))));
  await keepEncoder(vgg16, randomWeights(vgg16));
});
afterAll(() => worker.close());
afterAll(() => {
  vi.unstubAllGlobals();
});

describe.skipIf(missing)(`painting on in PyTorch ${missing ?? ''}`, { timeout: TEST_PATIENCE_MS }, () => {
  it('takes the ten steps that the page takes, and goes on to the bit from a checkpoint', () =>
    inTemporaryFolder(async (_, at) => {
      const names = Object.keys(RUNS);
      const folderOf = (name: string): string => join(at, `run-${names.indexOf(name)}`);
      const expected = [];
      for (const name of names) {
        await leave(worker, RUNS[name], folderOf(name));
        expected.push({ name, ours: await goOn(worker) });
      }
      const options = ['--steps', String(BEFORE + AFTER), '--device', 'cpu'];
      const keeping = [...options, '--save-every', '4', '--keep-all'];
      const of = async (folder: string) => decodeSnapshot(await runFileOf(folder), catalogue);
      await trainFolders(names.map((name) => [folderOf(name), keeping] as const));
      const wrong: string[] = [];
      for (const { name, ours } of expected) {
        const found = differences(firstSteps(ours), await of(folderOf(name)));
        wrong.push(...found.map((difference) => `${name}: ${difference}`));
      }
      expect(wrong).toEqual([]);
      // One of each optimizer is killed after its checkpoint of step 8, and started again.
      const killed = names.slice(0, 2).map((name) => [folderOf(name), `${folderOf(name)}-again`] as const);
      for (const [whole, again] of killed) {
        await cp(whole, again, { recursive: true, filter: (path) => basename(path) !== 'out' });
        await mkdir(join(again, 'out'));
        await cp(join(whole, 'out', 'run-8.zip'), join(again, 'out', 'run.zip'));
      }
      await trainFolders(killed.map(([, again]) => [again, options] as const));
      for (const [whole, again] of killed) {
        const [one, two] = [await of(whole), await of(again)].map(untouched);
        expect({ ...two, history: one.history, seconds: 0 }).toEqual({ ...one, seconds: 0 });
      }
    }));

  it('says its progress as the page does, and logs for TensorBoard without Pillow, too', () =>
    inTemporaryFolder(async (write, at) => {
      const folder = join(at, 'run');
      await leave(worker, RUNS['nothing but smoothness'], folder);
      const program = await write('board.py', BOARD_WITHOUT_PILLOW);
      const args = [program, join(folder, 'train.py'), '--steps', '5', '--device', 'cpu'];
      const [printed] = await runTorchPrograms([{ args }], PYTHON);
      expect(printed).toMatch(
        /^5 \[Total: [\d.e-]+\] \[Content: 0.000000\] \[Style: 0.000000\] \[Smoothness: [\d.e-]+\]$/m,
      );
      const logged = [4, 5].flatMap((step) =>
        ['picture', 'picture/smooth'].map((name) => `logged ${name} of ${step}`),
      );
      for (const line of [...logged, 'pictures of 5', 'closed']) expect(printed).toContain(line);
    }));

  it('paints in the first of several processes, and says so', () =>
    inTemporaryFolder(async (_, folder) => {
      await leave(worker, RUNS['nothing but smoothness'], folder);
      const ours = await goOn(worker);
      const printed = await trainFolders(
        [[folder, ['--steps', String(BEFORE + AFTER), '--device', 'cpu']]],
        2,
      );
      expect(printed[0]).toContain('of 2 processes the first paints, the others end');
      expect(printed[1].trim()).toBe('');
      expect(differences(ours, decodeSnapshot(await runFileOf(folder), catalogue))).toEqual([]);
    }));
});
