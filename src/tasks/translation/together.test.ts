// Batches that go through a network together come out, and teach it, as they do one after the other.
import { engine, mean, square, tensor, tidy, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chain, type LayerSpec } from '../../core/network';
import { normalArray } from '../../core/random';
import { Network } from '../../engine/network';
import { relativeError } from '../../testing/convReference';
import { closeSimd, openSimd } from '../../testing/simdAgreement';
import { oneByOne, together, type DrawEach } from './together';

beforeAll(() => openSimd({ threads: 1 }));
afterAll(closeSimd);

const conv: LayerSpec = { kind: 'conv2d', filters: 16, kernel: 4, stride: 2 };
const NETWORKS: readonly [string, number, readonly LayerSpec[]][] = [
  ['instance normalization', 1, [conv, { kind: 'instanceNorm' }, conv]],
  ['no normalization', 1, [conv, conv]],
  ['batch normalization', 2, [conv, { kind: 'batchNorm', momentum: 0.8 }, conv]],
  ['dropout', 2, [conv, { kind: 'dropout', rate: 0.5 }, conv]],
];

/** Values and gradients of a network on two batches of different sizes, and how many passes that took. */
function learned(
  layers: readonly LayerSpec[],
  each: (network: Network, draw: (x: Tensor) => Tensor) => DrawEach,
) {
  const network = new Network(chain('network', [13, 16, 3], [...layers]), 5);
  let passes = 0;
  const draw = each(network, (x) => {
    passes++;
    return network.apply(x, { kind: 'training', dropoutSeed: 1 });
  });
  const batches = [2, 3].map((n) => tensor(normalArray(n * 13 * 16 * 3, n), [n, 13, 16, 3]));
  const drawn: Float32Array[] = [];
  const { grads } = engine().gradients((): Scalar => {
    const [one, two] = draw(batches);
    for (const made of [one, two]) drawn.push(Float32Array.from(made.dataSync()));
    return tidy(() => mean<Scalar>(square(one)).sub(mean(two)));
  }, network.trainable);
  // In one row: before a norm the gradient of a bias is nothing but rounding.
  const gradients = grads.flatMap((gradient) => [...gradient.dataSync()]);
  network.dispose();
  return { passes, drawn, gradients };
}

it.each(NETWORKS)('with %s', (_, passes, layers) => {
  const alone = learned(layers, (_network, draw) => oneByOne(draw));
  const both = learned(layers, (network, draw) => together(network.spec, draw));
  expect([alone.passes, both.passes]).toEqual([2, passes]);
  expect(both.drawn).toEqual(alone.drawn);
  expect(relativeError(both.gradients, alone.gradients)).toBeLessThan(2e-6);
});
