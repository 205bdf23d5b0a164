import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { decodeSnapshot, encodeSnapshot } from '../checkpoints/format';
import { readWeights } from '../graph/networkWeights';
import { zeroShare } from '../compression/pruneWeights';
import type { CompressionRecord } from '../core/compressionRecord';
import type { CompressRequest } from '../protocol';
import { startTestEngine } from '../testing/exportEngine';
import { tinyParts } from '../testing/tinyRun';
import { catalogue } from '../worker/catalogue';
import { graphOf, rangesOf, trainedGenerator } from './generatorGraph';
import { RunSession } from './session';
import { adoptSmaller, costOf, makeSmaller } from './smallerGenerator';
import { Trainer } from './trainer';

beforeAll(startTestEngine);

const parts = tinyParts();
const { signal } = new AbortController();
const STEP = 2;

interface Made {
  readonly trainer: Trainer;
  readonly record: CompressionRecord;
}

async function smaller(
  from: Trainer,
  record: CompressionRecord | null,
  request: CompressRequest,
): Promise<Made> {
  const job = { trainer: from, record, step: STEP, request, signal, progress: () => undefined };
  const made = await makeSmaller(job);
  const trainer = new Trainer({ ...parts, compression: made.record });
  await adoptSmaller(trainer, from, made);
  return { trainer, record: made.record };
}

const PRUNE = { technique: 'prune', target: 'channels', share: 0.5, steps: 4 } as const;
const SPARSE = { technique: 'prune', target: 'weights', share: 0.5, steps: 4 } as const;
const QAT = { technique: 'quantize-aware', weightBits: 8, steps: 3 } as const;

it('techniques add up: pruned, then trained for integers; the run that it came from stays as it is', async () => {
  const trainer = new Trainer(parts);
  const before = [await readWeights(trainer.generator), await readWeights(trainer.discriminator)];
  const pruned = await smaller(trainer, null, PRUNE);
  expect(pruned.record.widths).toEqual([1, 1]);
  const cost = costOf(await trainedGenerator(pruned.trainer));
  expect(cost.multiplyAdds).toBeLessThan(0.6 * costOf(await trainedGenerator(trainer)).multiplyAdds);
  expect(await readWeights(pruned.trainer.discriminator)).toEqual(before[1]);

  const aware = await smaller(pruned.trainer, pruned.record, QAT);
  expect(aware.record.notes).toEqual(['50 % of the channels pruned', 'trained through 8-bit weights']);
  const graph = graphOf(await trainedGenerator(aware.trainer));
  const ranges = await rangesOf(aware.trainer, graph, 'min-max', aware.record, STEP);
  expect(ranges).toBe(aware.record.ranges);
  // Once it trained on, the ranges are stale and are watched anew.
  expect(await rangesOf(aware.trainer, graph, 'min-max', aware.record, STEP + 1)).not.toBe(ranges);
  expect([await readWeights(trainer.generator), await readWeights(trainer.discriminator)]).toEqual(before);
  for (const t of [trainer, pruned.trainer, aware.trainer]) t.dispose();
});

const quiet = () => undefined;
const outlets = {
  changed: quiet,
  history: quiet,
  samples: quiet,
  memory: quiet,
  measured: quiet,
  measureFailed: quiet,
  health: quiet,
  save: async () => undefined,
  saveFailed: quiet,
};

it('is saved and opened with its parent, its widths, its ranges and its zeros, which hold while it trains on', async () => {
  const trainer = new Trainer(parts);
  const sparse = await smaller(trainer, null, SPARSE);
  const aware = await smaller(sparse.trainer, sparse.record, QAT);
  const generator = await trainedGenerator(aware.trainer);
  const zeros = zeroShare(generator.weights);
  expect(zeros).toBeGreaterThan(0.4);
  const identity = { id: 'run-b', name: 'Smaller', createdAt: 1, parent: 'run-a', compression: aware.record };
  const session = new RunSession(identity, aware.trainer, outlets);
  session.step = STEP;
  const saved = {
    ...(await session.snapshot()),
    config: { ...parts.config, dataset: 'synthetic-digits', model: 'dcgan-light' },
  };
  const read = decodeSnapshot(encodeSnapshot(saved), catalogue);
  expect(read.parent).toBe('run-a');
  expect(read.compression).toEqual(aware.record);

  const opened = new Trainer({ ...parts, compression: read.compression });
  const again = new RunSession(identity, opened, outlets);
  again.restore(read);
  for (let step = STEP + 1; step <= STEP + 6; step++) opened.step(step).dispose();
  expect(zeroShare(await readWeights(opened.generator))).toBe(zeros);
  expect(await readWeights(opened.generator)).not.toEqual(generator.weights);
  for (const t of [trainer, sparse.trainer, aware.trainer, opened]) t.dispose();
});

it('a cancelled technique leaves nothing behind', async () => {
  const trainer = new Trainer(parts);
  const before = await readWeights(trainer.generator);
  const tensors = memory().numTensors;
  const stopped = AbortSignal.abort();
  for (const request of [PRUNE, SPARSE, QAT]) {
    const job = { trainer, record: null, step: STEP, request, signal: stopped, progress: () => undefined };
    await expect(makeSmaller(job)).rejects.toThrow('cancelled');
  }
  expect(memory().numTensors).toBe(tensors);
  expect(await readWeights(trainer.generator)).toEqual(before);
  trainer.dispose();
});
