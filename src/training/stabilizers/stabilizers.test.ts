// What the stabilizers do to networks and images, and that training with each of them repeats and leaves nothing behind.
import '@tensorflow/tfjs-backend-cpu';
import { memory, norm, reshape, setBackend, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { inputShape, chain, networkTotals, resolveNetwork } from '../../core/network';
import { createRandom, normalArray } from '../../core/random';
import { Network } from '../../engine/network';
import { tinyConfig, tinyModel, tinyParts } from '../../testing/tinyRun';
import { Trainer } from '../trainer';
import { packImages, treatImages } from '.';
import { noiseAt } from './instanceNoise';
import { describeNetworks } from './specs';

beforeAll(() => setBackend('cpu'));

const specsOf = (changes: Record<string, unknown>) =>
  describeNetworks(tinyModel, [4, 4, 1], tinyConfig(changes), 0);
const kinds = (changes: Record<string, unknown>, which: 'generator' | 'discriminator' = 'discriminator') =>
  specsOf(changes)[which].nodes.map(({ kind }) => kind);

describe('networks', () => {
  it('stay the model’s own by default', () => {
    const specs = specsOf({});
    expect(specs).toEqual({
      generator: tinyModel.buildGenerator([4, 4, 1], {}),
      discriminator: tinyModel.buildDiscriminator([4, 4, 1], {}),
    });
  });

  it('get another normalization where they have batch normalization', () => {
    expect(kinds({ normD: 'none' })).not.toContain('batchNorm');
    expect(kinds({ normD: 'layer' })[1]).toBe('layerNorm');
    expect(kinds({ normD: 'instance' })[1]).toBe('instanceNorm');
    // The generator's stands on a vector, which has nothing to take an instance's mean over.
    expect(kinds({ normG: 'instance' }, 'generator')[1]).toBe('layerNorm');
  });

  it('see the batch’s deviation before the last layer, and several images as one', () => {
    const { discriminator } = specsOf({ minibatchStd: true, packing: 2 });
    const layers = resolveNetwork(discriminator);
    expect(layers.at(-2)?.layer.kind).toBe('minibatchStd');
    expect(inputShape(discriminator)).toEqual([4, 4, 2]);
    expect(networkTotals(discriminator).output).toEqual([1]);
  });

  it('start from scaled weights', () => {
    const [plain, tiny] = [1, 0.1].map((initScale) => new Network(specsOf({ initScale }).generator, 1));
    const [a, b] = [plain, tiny].map((n) => n.weights[0].variable.dataSync());
    expect(b[5] / a[5]).toBeCloseTo(0.1, 5);
    for (const network of [plain, tiny]) network.dispose();
  });

  it('have kernels of norm one under spectral normalization', () => {
    const network = new Network(
      chain('d', [6], [{ kind: 'dense', units: 5, useBias: false, spectral: true }]),
      3,
    );
    for (let round = 0; round < 100; round++) network.refineSingularVectors();
    // The normalized map sends no vector of length one beyond length one, and its first singular vector exactly there.
    const into = network.weights.find((w) => w.spec.role === 'spectralIn')?.variable;
    const lengthOf = (x: Tensor) =>
      tidy(() => norm(network.apply(reshape(x, [1, 6]), { kind: 'inference' })).dataSync()[0]);
    if (!into) throw new Error('There is no spectralIn.');
    expect(lengthOf(into)).toBeCloseTo(1, 4);
    const other = tidy(() => tensor(normalArray(6, 4)));
    expect(lengthOf(other) / norm(other).dataSync()[0]).toBeLessThan(1);
    network.dispose();
  });
});

describe('images', () => {
  const seen = (changes: Record<string, unknown>, images: Tensor, step = 1): number[] =>
    tidy(() => [
      ...treatImages(images, {
        config: tinyConfig(changes),
        step: () => step,
        random: (use) => createRandom(5, step, use),
      }).dataSync(),
    ]);
  const images = () => tensor(normalArray(4 * 8 * 8, 2), [4, 8, 8, 1]);

  it('are packed one behind the other', () => {
    const packed = packImages(tensor([1, 2, 3, 4, 5, 6, 7, 8], [4, 1, 2, 1]), 2);
    expect(packed.shape).toEqual([2, 1, 2, 2]);
    expect([...packed.dataSync()]).toEqual([1, 5, 2, 6, 3, 7, 4, 8]);
  });

  it('carry noise of the stated strength, which fades', () => {
    expect([1, 51, 101, 200].map((step) => noiseAt(step, 0.4, 100))).toEqual([0.4, 0.2, 0, 0]);
    const x = images();
    const values = x.dataSync();
    const noisy = seen({ instanceNoise: 0.5, instanceNoiseSteps: 100 }, x);
    const squares = noisy.reduce((total, v, i) => total + (v - values[i]) ** 2, 0);
    expect(Math.sqrt(squares / noisy.length)).toBeCloseTo(0.5, 1);
    expect(seen({ instanceNoise: 0.5, instanceNoiseSteps: 100 }, x, 101)).toEqual([...values]);
  });

  it('are shifted by up to an eighth, whole', () => {
    const x = images();
    const values = x.dataSync();
    const shifted = seen({ augment: 'translation' }, x);
    for (let image = 0; image < 4; image++) {
      const at = (source: ArrayLike<number>, y: number, column: number): number =>
        y < 0 || y > 7 || column < 0 || column > 7 ? 0 : source[image * 64 + y * 8 + column];
      const fits = [-1, 0, 1].flatMap((dy) =>
        [-1, 0, 1].filter((dx) =>
          Array.from({ length: 64 }, (_, i) => [i >> 3, i & 7]).every(
            ([y, column]) => Math.abs(at(shifted, y, column) - at(values, y - dy, column - dx)) < 1e-6,
          ),
        ),
      );
      expect(fits, `image ${image}`).toHaveLength(1);
    }
  });

  it('get holes of half the side at most', () => {
    const ones = tensor(new Float32Array(4 * 64).fill(1), [4, 8, 8, 1]);
    const shifted = seen({ augment: 'translation' }, ones);
    const cut = seen({ augment: 'translation-cutout' }, ones);
    const holes = [0, 1, 2, 3].map(
      (i) => shifted.slice(i * 64, i * 64 + 64).filter((v, j) => v !== cut[i * 64 + j]).length,
    );
    expect(Math.max(...holes)).toBeGreaterThan(0);
    expect(Math.max(...holes)).toBeLessThanOrEqual(16);
  });

  it('are recoloured each by itself', () => {
    const rgb = tensor(normalArray(2 * 4 * 4 * 3, 2), [2, 4, 4, 3]);
    const plain = seen({ augment: 'translation-cutout' }, rgb);
    const colour = seen({ augment: 'colour-translation-cutout' }, rgb);
    expect(colour).not.toEqual(plain);
    expect(colour.every(Number.isFinite)).toBe(true);
  });
});

describe.each([
  { normG: 'layer', normD: 'instance' },
  { normG: 'none', normD: 'layer' },
  { spectralNorm: true },
  { minibatchStd: true },
  { packing: 2 },
  { augment: 'colour-translation-cutout' },
  { instanceNoise: 0.3, instanceNoiseSteps: 10 },
  { spectralNorm: true, minibatchStd: true, packing: 2, instanceNoise: 0.1, normD: 'none' },
  { loss: 'relativistic-r1-r2', spectralNorm: true, minibatchStd: true, packing: 2, augment: 'translation' },
])('training with %o', (changes) => {
  it('repeats, is its own, and leaves nothing behind', () => {
    const before = memory().numTensors;
    const run = (settings: Record<string, unknown>): number[] => {
      const trainer = new Trainer(tinyParts(settings));
      const numbers = [1, 2, 3].flatMap((step) => {
        const report = trainer.step(step);
        const values = [...report.dataSync()];
        report.dispose();
        return values;
      });
      trainer.dispose();
      return numbers;
    };
    const numbers = run(changes);
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(run(changes)).toEqual(numbers);
    expect(run({})).not.toEqual(numbers);
    expect(memory().numTensors).toBe(before);
  });
});
