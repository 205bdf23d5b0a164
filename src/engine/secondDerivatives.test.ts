// Smooth passes through every kind of layer, differentiated twice, against finite differences of the first derivative.
import '@tensorflow/tfjs-backend-cpu';
import {
  engine,
  memory,
  mul,
  setBackend,
  square,
  sum,
  tensor,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chain, type LayerSpec, type NetworkSpec } from '../core/network';
import { NetworkBuilder } from '../core/networkBuilder';
import { normalArray } from '../core/random';
import { expectSlopes } from '../testing/finiteDifferences';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { Network } from './network';
import { SIMD_BACKEND } from './simd/register';

const conv: LayerSpec = { kind: 'conv2d', filters: 3, kernel: 3, stride: 2 };
const tanh: LayerSpec = { kind: 'activation', fn: 'tanh' };
const sigmoid: LayerSpec = { kind: 'activation', fn: 'sigmoid' };
const leaky: LayerSpec = { kind: 'activation', fn: 'leakyRelu' };

/** Before each: a convolution, after each: a curved layer and one output, so that the second derivative is not zero. */
const cases: readonly (readonly [string, readonly LayerSpec[]])[] = [
  ['tanh', [tanh]],
  ['sigmoid', [sigmoid]],
  ['leaky relu', [leaky]],
  ['relu', [{ kind: 'activation', fn: 'relu' }]],
  ['batch norm', [{ kind: 'batchNorm', momentum: 0.8 }, leaky]],
  ['layer norm', [{ kind: 'layerNorm' }, leaky]],
  ['instance norm', [{ kind: 'instanceNorm' }, leaky]],
  ['pixel norm', [{ kind: 'pixelNorm' }]],
  ['dropout', [leaky, { kind: 'dropout', rate: 0.5 }]],
  ['zero padding', [{ kind: 'zeroPad', top: 0, bottom: 1, left: 0, right: 1 }]],
  ['minibatch standard deviation', [{ kind: 'minibatchStd' }]],
  ['depthwise convolution', [{ kind: 'depthwiseConv2d', kernel: 3 }, leaky]],
  ['transposed convolution', [{ kind: 'conv2dTranspose', filters: 2, kernel: 4, stride: 2 }]],
  ['upsampling', [{ kind: 'upsample' }, { kind: 'conv2d', filters: 2, kernel: 5 }]],
  ['spectral normalization', [{ kind: 'conv2d', filters: 3, kernel: 3, spectral: true }, leaky]],
  ['oblong kernel and stride', [{ kind: 'conv2d', filters: 3, kernel: [1, 3], stride: [1, 2] }]],
  ['average pooling', [{ kind: 'averagePool', size: 2, stride: 1, padding: 'same' }]],
  ['maximum pooling', [{ kind: 'maxPool', size: 2 }]],
  ['global average', [{ kind: 'globalAveragePool' }]],
  ['prelu', [{ kind: 'prelu' }]],
  ['resizing', [{ kind: 'resize', factor: 2 }]],
  ['mirrored borders', [{ kind: 'reflectionPad', top: 1, bottom: 0, left: 1, right: 1 }]],
  ['cropping', [{ kind: 'crop', top: 1, bottom: 0, left: 0, right: 1 }]],
  ['softmax', [{ kind: 'softmax' }]],
  ['swish', [{ kind: 'activation', fn: 'swish' }]],
  ['gelu', [{ kind: 'activation', fn: 'gelu' }]],
];

const head: readonly LayerSpec[] = [
  { kind: 'flatten' },
  { kind: 'dense', units: 5 },
  tanh,
  { kind: 'dense', units: 1 },
];

/** A sum with what was before, then both and the first map side by side. */
function branched(): NetworkSpec {
  const network = new NetworkBuilder('smooth');
  const early = network.add(network.input('input', [4, 4, 2]), conv, leaky);
  const changed = network.add(early, { kind: 'conv2d', filters: 3, kernel: 3 }, tanh);
  const summed = network.join([early, changed], { kind: 'add' });
  return network.build(network.add(network.join([summed, early], { kind: 'concat' }), ...head));
}

/** The class is computed from the image, so that there is one input; it lies between whole numbers, where it has slopes. */
function conditional(): NetworkSpec {
  const network = new NetworkBuilder('smooth');
  const image = network.input('input', [4, 4, 2]);
  const made = network.add(image, conv);
  const none: LayerSpec = { kind: 'dense', units: 1, init: { kind: 'normal', standardDeviation: 2 } };
  const index = network.add(image, { kind: 'globalAveragePool' }, none);
  const norm: LayerSpec = { kind: 'conditionalInstanceNorm', classes: 3 };
  return network.build(network.add(network.join([made, index], norm), leaky, ...head));
}

const networks: readonly (readonly [string, NetworkSpec])[] = [
  ...cases.map(([name, layers]) => [name, chain('smooth', [4, 4, 2], [conv, ...layers, ...head])] as const),
  ['branches', branched()],
  ['instance norm by class', conditional()],
];

beforeAll(() => openSimd({ threads: 1 }));
afterAll(closeSimd);

describe.each(['cpu', SIMD_BACKEND])('on %s', (backend) => {
  it.each(networks)('%s', async (_, spec) => {
    await setBackend(backend);
    const network = new Network(spec, 3);
    network.refineSingularVectors();
    const before = memory().numTensors;
    const x = tensor(normalArray(3 * 32, 5), [3, 4, 4, 2]);
    const weigh = tensor([0.5, -1, 0.7], [3, 1]);
    const score = (input: Tensor): Scalar => sum(mul(network.apply(input, { kind: 'smooth' }), weigh));
    const penalty = (): Scalar => {
      const [slope] = engine().gradients(() => score(x), [x], undefined, true).grads;
      return sum(square(slope));
    };
    const { value, grads } = engine().gradients(penalty, network.trainable, undefined, true);
    expect((await value.data())[0]).toBeGreaterThan(1e-4);
    // The last bias moves no slope: it has no gradient.
    const names = network.weights.filter((w, i) => w.spec.trainable && i < network.weights.length - 1);
    expect(grads[names.length]).toBeUndefined();
    await expectSlopes(
      penalty,
      names.map((w, i) => ({ name: w.name, variable: w.variable, gradient: grads[i] })),
      { h: 3e-4 },
    );
    for (const t of [x, weigh, value, ...grads.slice(0, -1)]) t.dispose();
    expect(memory().numTensors).toBe(before);
    network.dispose();
  });
});
