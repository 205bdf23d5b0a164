import { memory, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { networkTotals } from '../core/network';
import { normalArray } from '../core/random';
import { Network } from '../engine/network';
import { zeroShare } from '../compression/pruneWeights';
import { writeWeights } from '../graph/networkWeights';
import { importedModel } from '../models/imported';
import { difference, startTestEngine } from '../testing/exportEngine';
import { seededWeights, TINY_GENERATOR } from '../testing/exportModels';
import { makeAll, makerOf, pruning } from '../testing/madeRuns';
import { tinyParts } from '../testing/tinyRun';
import type { TrainedGenerator } from '../training/generatorGraph';
import { Trainer } from '../training/trainer';

beforeAll(startTestEngine);

const parts = { ...tinyParts({ batch: 16, emaDecay: 0 }), model: importedModel(TINY_GENERATOR) };

/** A run whose batch statistics have settled, as those of a trained one. */
function trained(): Trainer {
  const trainer = new Trainer(parts);
  writeWeights(trainer.generator, seededWeights(TINY_GENERATOR, 3));
  for (let i = 0; i < 60; i++) {
    const x = normalArray(32 * 16, 5, i);
    tidy(() => void trainer.generator.apply(tensor(x, [32, 16]), { kind: 'training', dropoutSeed: 1 }));
  }
  return trainer;
}

function drawnBy({ spec, weights }: TrainedGenerator): Float32Array {
  const network = new Network(spec, 1);
  writeWeights(network, weights);
  const images = tidy(() =>
    Float32Array.from(
      network.apply(tensor(normalArray(8 * 16, 9), [8, 16]), { kind: 'inference' }).dataSync(),
    ),
  );
  network.dispose();
  return images;
}

it.each([
  ['weights', 0.6],
  ['channels', 0.3],
] as const)('%s: fine-tuning heals what pruning did', async (target, share) => {
  const source = trained();
  const before = memory().numTensors;
  const healed = await makeAll(source, pruning(target, share, 120), undefined, { parts });
  const cut = await makeAll(source, pruning(target, share, 0), undefined, { parts });
  const taught = drawnBy(healed.made.before);
  const [first, last] = [cut, healed].map(({ made }) => difference(drawnBy(made.after), taught).mean);
  expect(last).toBeLessThan(0.9 * first);
  const { spec, weights } = healed.made.after;
  const { compression } = healed.made.kept;
  if (target === 'weights') {
    expect(zeroShare(weights)).toBeCloseTo(0.6, 2);
    expect(spec).toEqual(TINY_GENERATOR);
    expect(compression).toMatchObject({ widths: null, keepsZeros: true });
  } else {
    expect(compression).toMatchObject({ widths: [8, 7, 3], keepsZeros: false });
    expect(networkTotals(spec).multiplyAdds).toBeLessThan(0.75 * networkTotals(TINY_GENERATOR).multiplyAdds);
  }
  for (const { maker } of [healed, cut]) maker.dispose();
  expect(memory().numTensors).toBe(before);
  source.dispose();
});

it('refuses an impossible share before anything is learned, and leaves nothing behind', async () => {
  const source = trained();
  const before = memory().numTensors;
  await expect(makerOf(source, pruning('weights', 0, 4))).rejects.toThrow('The share to prune is 0.');
  await expect(makerOf(source, pruning('weights', 1, 4))).rejects.toThrow('must be a number from 0 to 0.95');
  expect(memory().numTensors).toBe(before);
  source.dispose();
});
