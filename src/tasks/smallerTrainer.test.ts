import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeSnapshot, encodeSnapshot } from '../checkpoints/format';
import { readWeights } from '../graph/networkWeights';
import { zeroShare } from '../compression/pruneWeights';
import { startTestEngine } from '../testing/exportEngine';
import {
  forIntegers,
  ganMadeBy,
  makeAll,
  makerOf,
  pruning,
  savedState,
  SOURCE_STEP,
  takeMakerSteps,
} from '../testing/madeRuns';
import { tinyParts } from '../testing/tinyRun';
import { costOf, graphOf, rangesOf, trainedGenerator } from '../training/generatorGraph';
import { RunSession } from '../training/session';
import { SILENT_OUTLETS } from '../training/sessionOutlets';
import { CheckpointMismatchError, restoreTensors } from '../training/snapshot';
import { Trainer } from '../training/trainer';
import { catalogue } from '../worker/catalogue';
import { sourceNetworks } from './imitation';

beforeAll(startTestEngine);

const parts = tinyParts();
const PRUNE = pruning('channels', 0.5, 4);
const SPARSE = pruning('weights', 0.5, 4);
const QAT = forIntegers('8', 3);

it('techniques add up: pruned, then trained for integers; the run that it came from stays as it is', async () => {
  const trainer = new Trainer(parts);
  const before = [await readWeights(trainer.generator), await readWeights(trainer.discriminator)];
  const pruned = await makeAll(trainer, PRUNE);
  const { compression } = pruned.made.kept;
  expect(compression?.widths).toEqual([1, 1]);
  const cost = costOf(await trainedGenerator(pruned.made.trainer));
  expect(cost.multiplyAdds).toBeLessThan(0.6 * costOf(await trainedGenerator(trainer)).multiplyAdds);
  expect(await readWeights(pruned.made.trainer.discriminator)).toEqual(before[1]);

  const aware = await makeAll(pruned.made.trainer, QAT, compression);
  const record = aware.made.kept.compression ?? null;
  expect(record?.notes).toEqual(['50 % of the channels pruned', 'trained through 8-bit weights']);
  const graph = graphOf(await trainedGenerator(aware.made.trainer));
  const ranges = await rangesOf(aware.made.trainer, graph, 'min-max', record, SOURCE_STEP);
  expect(ranges).toBe(record?.ranges);
  // Once it trained on, the ranges are stale and are watched anew.
  expect(await rangesOf(aware.made.trainer, graph, 'min-max', record, SOURCE_STEP + 1)).not.toBe(ranges);
  expect([await readWeights(trainer.generator), await readWeights(trainer.discriminator)]).toEqual(before);
  for (const t of [trainer, pruned.maker, aware.maker]) t.dispose();
});

it('is saved and opened with its parent, its widths, its ranges and its zeros, which hold while it trains on', async () => {
  const trainer = new Trainer(parts);
  const sparse = await makeAll(trainer, SPARSE);
  const aware = await makeAll(sparse.made.trainer, QAT, sparse.made.kept.compression);
  const generator = await trainedGenerator(aware.made.trainer);
  const zeros = zeroShare(generator.weights);
  expect(zeros).toBeGreaterThan(0.4);
  const { compression } = aware.made.kept;
  const identity = { id: 'run-b', name: 'Smaller', createdAt: 1, parent: 'run-a', compression };
  const session = new RunSession(identity, aware.made.trainer, SILENT_OUTLETS);
  session.step = SOURCE_STEP;
  const saved = {
    ...(await session.snapshot()),
    config: { ...parts.config, dataset: 'synthetic-digits', model: 'dcgan-light' },
  };
  const read = decodeSnapshot(encodeSnapshot(saved), catalogue);
  expect(read.parent).toBe('run-a');
  expect(read.compression).toEqual(compression);

  const opened = new Trainer({ ...parts, compression: read.compression });
  const again = new RunSession(identity, opened, SILENT_OUTLETS);
  again.restore(read);
  for (let step = SOURCE_STEP + 1; step <= SOURCE_STEP + 6; step++) opened.step(step).dispose();
  expect(zeroShare(await readWeights(opened.generator))).toBe(zeros);
  expect(await readWeights(opened.generator)).not.toEqual(generator.weights);
  for (const t of [trainer, sparse.maker, aware.maker, opened]) t.dispose();
});

describe.each([
  ['channels', pruning('channels', 0.4, 25)],
  ['weights', pruning('weights', 0.6, 25)],
  ['integers', forIntegers('4', 9)],
] as const)('%s', (_, choice) => {
  /** A run that has been trained and pruned, so that there are moments, averages and zeros to keep. */
  async function startedFrom() {
    const trainer = new Trainer(parts);
    for (let step = 1; step <= SOURCE_STEP; step++) trainer.step(step).dispose();
    const { maker, made } = await makeAll(trainer, SPARSE);
    trainer.dispose();
    return { maker, source: made.trainer, record: made.kept.compression };
  }

  it('goes on to the bit from a run file of every moment, and in another worker', async () => {
    const before = memory().numTensors;
    const { maker: sparse, source, record } = await startedFrom();
    const whole = await makerOf(source, choice, record);
    const losses: number[] = [];
    const states = [savedState(await whole.read())];
    for (let step = 1; step <= whole.steps; step++) {
      losses.push(...(await takeMakerSteps(whole, step, step)));
      states.push(savedState(await whole.read()));
    }
    const wanted = await ganMadeBy(whole);
    const wantedState = await wanted.trainer.read();
    for (const [at, state] of states.entries()) {
      // Nothing of the source is left but what the file holds.
      const other = new Trainer({ ...parts, compression: record });
      restoreTensors({ networks: sourceNetworks(other) }, state.tensors);
      const resumed = await makerOf(other, choice, record, { step: 0 });
      resumed.restore(state);
      expect(await takeMakerSteps(resumed, at + 1, resumed.steps)).toEqual(losses.slice(at));
      const made = await ganMadeBy(resumed);
      expect([made.kept, made.after, made.step]).toEqual([wanted.kept, wanted.after, wanted.step]);
      expect(await made.trainer.read()).toEqual(wantedState);
      for (const t of [resumed, other]) t.dispose();
    }
    for (const t of [whole, sparse]) t.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('refuses a file that lacks something or holds what does not fit, and stays as it was', async () => {
    const { maker: sparse, source, record } = await startedFrom();
    const maker = await makerOf(source, choice, record);
    await takeMakerSteps(maker, 1, maker.steps - 2);
    const state = savedState(await maker.read());
    const before = memory().numTensors;
    for (const name of ['source/step', ...state.tensors.map((t) => t.name)]) {
      if (name.startsWith('mask/')) continue;
      const tensors = state.tensors.filter((t) => t.name !== name);
      const numbers = Object.fromEntries(Object.entries(state.numbers).filter(([key]) => key !== name));
      expect(() => maker.restore({ ...state, tensors, numbers })).toThrow(CheckpointMismatchError);
    }
    const mask = { name: 'mask/dense_1/kernel', shape: [2], values: Float32Array.of(0, 1) };
    const tensors = [...state.tensors.filter(({ name }) => name !== mask.name), mask];
    expect(() => maker.restore({ ...state, tensors })).toThrow(/mask of dense_1\/kernel is 2/);
    expect(memory().numTensors).toBe(before);
    expect(savedState(await maker.read())).toEqual(state);
    maker.dispose();
    sparse.dispose();
  });
});
