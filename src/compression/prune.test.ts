import { memory, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { normalArray } from '../core/random';
import { networkTotals } from '../core/network';
import { Network } from '../engine/network';
import { difference, startTestEngine } from '../testing/exportEngine';
import { seededWeights, TINY_GENERATOR } from '../testing/exportModels';
import { readWeights, writeWeights } from '../graph/networkWeights';
import { prune, type PruneJob, type PrunedNetwork } from './prune';
import { zeroShare } from './pruneWeights';

beforeAll(startTestEngine);

function trained(): Network {
  const network = new Network(TINY_GENERATOR, 1);
  writeWeights(network, seededWeights(TINY_GENERATOR, 3));
  // Batch statistics settle, as those of a trained network have.
  for (let i = 0; i < 60; i++) {
    const x = normalArray(32 * 16, 5, i);
    tidy(() => void network.apply(tensor(x, [32, 16]), { kind: 'training', dropoutSeed: 1 }));
  }
  return network;
}

const job = (teacher: Network, changes: Partial<PruneJob> = {}): PruneJob => ({
  teacher,
  target: 'weights',
  share: 0.6,
  steps: 120,
  learningRate: 2e-3,
  inputs: (step) => tensor(normalArray(16 * 16, 7, step), [16, 16]),
  seed: 3,
  signal: new AbortController().signal,
  progress: () => undefined,
  ...changes,
});

const draw = (network: Network): Float32Array =>
  tidy(() =>
    Float32Array.from(
      network.apply(tensor(normalArray(8 * 16, 9), [8, 16]), { kind: 'inference' }).dataSync(),
    ),
  );

function drawnBy({ spec, weights }: PrunedNetwork): Float32Array {
  const network = new Network(spec, 1);
  writeWeights(network, weights);
  const images = draw(network);
  network.dispose();
  return images;
}

it.each(['weights', 'channels'] as const)('%s: fine-tuning heals what pruning did', async (target) => {
  const teacher = trained();
  const taught = draw(teacher);
  const share = target === 'weights' ? 0.6 : 0.3;
  const before = memory().numTensors;
  const steps: number[] = [];
  const healed = await prune(job(teacher, { target, share, progress: (_, s) => steps.push(s) }));
  expect(memory().numTensors).toBe(before);
  const cut = await prune(job(teacher, { target, share, steps: 0 }));
  const [first, last] = [cut, healed].map((pruned) => difference(drawnBy(pruned), taught).mean);
  expect(last).toBeLessThan(0.9 * first);
  expect(draw(teacher)).toEqual(taught);
  expect(steps.at(-1)).toBe(120);
  if (target === 'weights') {
    expect(zeroShare(healed.weights)).toBeCloseTo(0.6, 2);
    expect(healed.widths).toBeNull();
    expect(healed.spec).toEqual(TINY_GENERATOR);
  } else {
    expect(healed.widths).toEqual([8, 7, 3]);
    expect(networkTotals(healed.spec).multiplyAdds).toBeLessThan(
      0.75 * networkTotals(TINY_GENERATOR).multiplyAdds,
    );
  }
  teacher.dispose();
});

it('stops when asked to, leaves nothing behind, and refuses an impossible share', async () => {
  const teacher = trained();
  const weights = await readWeights(teacher);
  const before = memory().numTensors;
  for (const target of ['weights', 'channels'] as const) {
    const controller = new AbortController();
    const stopped = prune(
      job(teacher, { target, signal: controller.signal, progress: () => controller.abort() }),
    );
    await expect(stopped).rejects.toThrow('cancelled');
  }
  await expect(prune(job(teacher, { share: 1 }))).rejects.toThrow('The share to prune is 1');
  expect(memory().numTensors).toBe(before);
  expect(await readWeights(teacher)).toEqual(weights);
  teacher.dispose();
});
