import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { tinyParts } from '../testing/tinyRun';
import { readTensors, takeWeights } from './snapshot';
import { Trainer } from './trainer';

beforeAll(() => setBackend('cpu'));

async function valuesOf(trainer: Trainer): Promise<Map<string, readonly number[]>> {
  return new Map((await readTensors(trainer)).map(({ name, values }) => [name, [...values]]));
}

it('hands every weight that fits to another trainer, and leaves its optimizers new', async () => {
  const before = new Trainer(tinyParts({ emaDecay: 0, seed: 1 }));
  for (let step = 1; step <= 3; step++) before.step(step).dispose();
  // Packed pairs widen the discriminator's first layer; the average is new.
  const after = new Trainer(tinyParts({ packing: 2, emaDecay: 0.9, seed: 2 }));
  const [old, fresh] = [await valuesOf(before), await valuesOf(after)];
  const held = memory().numTensors;
  const { kept, all } = await takeWeights(after, before, 'both');
  expect(memory().numTensors).toBe(held);
  const now = await valuesOf(after);
  const first =
    [...now.keys()].find((name) => name.startsWith('discriminator/') && name.endsWith('kernel')) ?? '';
  for (const [name, values] of now) {
    const source = name.startsWith('average/') ? name.replace('average/', 'generator/') : name;
    const isNew = name === first || name.startsWith('optimizer/');
    expect(values, name).toEqual(isNew ? fresh.get(name) : old.get(source));
  }
  expect(all - kept).toBe(now.get(first)?.length);
  for (const trainer of [before, after]) trainer.dispose();
});

it('keeps the generator alone, or nothing, when asked', async () => {
  const before = new Trainer(tinyParts({ seed: 1 }));
  for (const [keeps, prefix] of [
    ['generator', 'generator/'],
    ['none', null],
  ] as const) {
    const after = new Trainer(tinyParts({ seed: 2 }));
    const [old, fresh] = [await valuesOf(before), await valuesOf(after)];
    await takeWeights(after, before, keeps);
    for (const [name, values] of await valuesOf(after)) {
      const isKept = prefix !== null && (name.startsWith(prefix) || name.startsWith('average/'));
      expect(values, name).toEqual((isKept ? old : fresh).get(name));
    }
    after.dispose();
  }
  before.dispose();
});
