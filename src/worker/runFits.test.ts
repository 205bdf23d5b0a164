// A run file is held to its own settings before it is kept: whatever a task saves fits, at every stage of it and in every file
// of earlier versions; what was changed is named.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeSnapshot } from '../checkpoints/format';
import type { RunSnapshot } from '../checkpoints/snapshot';
import { readRunConfig, type RunConfig } from '../core/runConfig';
import type { LoadedDataset } from '../datasets/define';
import { paintPattern, paintScene } from '../datasets/style/drawnPictures';
import { onePictureEach } from '../datasets/style/onePictureEach';
import { lazyDigits } from '../datasets/syntheticDigitsDataset';
import { tasks } from '../tasks';
import { startTestEngine } from '../testing/exportEngine';
import type { TaskTrainer } from '../training/taskTrainer';
import { Trainer } from '../training/trainer';
import { byId, catalogue } from './catalogue';
import { checkChoices } from './openRun';
import { checkRunFits } from './runFits';

beforeAll(startTestEngine);

const FIXTURES = new URL('../checkpoints/fixtures/', import.meta.url);
const earlier = (name: string): RunSnapshot =>
  decodeSnapshot(Uint8Array.from(readFileSync(new URL(name, FIXTURES))), catalogue);

it.each(readdirSync(FIXTURES).filter((name) => name.endsWith('.zip')))('%s of version 0.1.0', (name) => {
  checkRunFits(earlier(name));
});

const small = { dataset: 'synthetic-digits', batch: 4, measureEvery: 0 };
const RADFORD = { ...small, model: 'dcgan-radford', 'model.latentSize': 3, 'model.channels': 4 };
const AVERAGED = {
  ...RADFORD,
  emaDecay: 0.9,
  normG: 'instance',
  frozenLayers: 'generator/conv2dTranspose_1',
};
const BY_CLASS = { ...small, model: 'cgan', 'model.latentSize': 4, 'model.width': 0.25 };
const configOf = (pairs: Record<string, unknown>): RunConfig => readRunConfig(pairs, catalogue);
const digits = lazyDigits(64, 1);
/** Pictures of a person's own, in seven folders. */
const pictures: LoadedDataset = { ...digits, shape: [32, 32, 3], classNames: [...'abcdefg'] };

async function stateOf(trainer: TaskTrainer, config = trainer.config) {
  return { config, ...(await trainer.read()) };
}

describe('what a task saves', () => {
  it.each([
    ['an average and frozen layers', AVERAGED, digits],
    ['labels', BY_CLASS, digits],
    ['labels of folders', { ...BY_CLASS, dataset: 'image-folder' }, pictures],
    ['several generators', { ...small, model: 'mad-gan', 'model.generators': 3, packing: 1 }, digits],
    ['a classifier', { ...small, task: 'classifier' }, digits],
    ['a classifier of folders', { ...small, dataset: 'image-folder', task: 'classifier' }, pictures],
    ['two domains', { ...small, task: 'cycle-gan', 'task.width': 2, 'task.poolSize': 3 }, digits],
    [
      'two domains without pools',
      { ...small, task: 'cycle-gan', 'task.width': 2, 'task.poolSize': 0 },
      digits,
    ],
    ['colours', { ...small, dataset: 'image-folder', task: 'pair-translation', 'task.width': 2 }, pictures],
    [
      'a painted picture',
      { ...small, task: 'style-transfer', dataset: 'scene-and-pattern', 'task.encoder': 'random-features' },
      onePictureEach(paintScene(128), paintPattern(128), 128),
    ],
    [
      'names of folders',
      { ...small, dataset: 'image-folder', task: 'retrain', 'task.encoder': 'random-features' },
      pictures,
    ],
    ['names by a network from nothing', { ...small, task: 'retrain', 'task.encoder': 'mobilenet' }, digits],
    ['pairs', { ...small, task: 'pair-translation', 'task.width': 2 }, digits],
  ])('%s', async (_, pairs, dataset) => {
    const config = configOf(pairs);
    const trainer = await byId(tasks, config.task).build({
      config,
      dataset,
      test: null,
      ...checkChoices(config),
    });
    checkRunFits(await stateOf(trainer, config));
    trainer.dispose();
  });

  it.each([
    ['a student', RADFORD, { task: 'distill', 'task.width': 0.25 }, []],
    ['a student by class', BY_CLASS, { task: 'distill', 'task.width': 0.5 }, []],
    ['channels that go', AVERAGED, { task: 'prune', 'task.share': 0.5, 'task.steps': 4 }, [1, 2, 3]],
    ['weights that go', RADFORD, { task: 'prune', 'task.target': 'weights', 'task.steps': 4 }, [1]],
    ['integers', { ...RADFORD, emaDecay: 0.9 }, { task: 'quantize-aware' }, [1]],
  ])('%s, before and on the way', async (_, pairs, making, steps) => {
    const config = configOf({ ...pairs, ...making });
    const parts = { ...checkChoices(config), dataset: digits };
    const source = new Trainer({ ...parts, config: configOf(pairs) });
    const maker = await byId(tasks, config.task).build({
      ...parts,
      config,
      source: { trainer: source, step: 2 },
    });
    checkRunFits(await stateOf(maker, config));
    for (const step of steps) {
      maker.step(step).dispose();
      await maker.afterStep?.(step);
      checkRunFits(await stateOf(maker, config));
    }
    maker.dispose();
    source.dispose();
  });
});

describe('what was changed is named', () => {
  const run = earlier('lw-paused.zip');
  const { tensors, updates } = run;
  const values = new Float32Array(3);

  it.each<[string, Partial<RunSnapshot>, string]>([
    ['a tensor left out', { tensors: tensors.slice(1) }, `${tensors[0].name} of 3 x 196 is missing`],
    [
      'a tensor of another shape',
      { tensors: [{ ...tensors[0], shape: [3, 1], values }, ...tensors.slice(1)] },
      `${tensors[0].name} is 3 x 1, and 3 x 196 is needed`,
    ],
    [
      'a tensor too many',
      { tensors: [...tensors, { name: 'extra/kernel', shape: [3], values }] },
      'extra/kernel of 3 belongs to none of its networks',
    ],
    [
      'no count of updates',
      { updates: { generator: 1 } },
      'the number of updates of discriminator is missing',
    ],
    ['a count of nothing', { updates: { ...updates, judge: 1 } }, 'updates of judge are counted'],
    ['other settings', { config: configOf(RADFORD) }, 'more'],
    [
      'widths that do not fit',
      { compression: { widths: [1], keepsZeros: false, ranges: null, notes: [] } },
      'The widths 1 do not fit layers',
    ],
    ['a layer frozen that is not there', { config: { ...run.config, frozenLayers: 'generator/x_1' } }, 'x_1'],
  ])('%s', (_, changed, said) => {
    expect(() => checkRunFits({ ...run, ...changed })).toThrow(said);
  });

  it('a student whose ranges are of another network', () => {
    const whole = earlier('distilled.zip');
    const config = readRunConfig({ ...RADFORD, task: 'quantize-aware' }, catalogue);
    expect(() => checkRunFits({ ...whole, config })).toThrow('source/generator/dense_1/kernel of 3 x');
  });
});
