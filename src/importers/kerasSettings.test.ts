// Settings of Keras layers as its versions write them: activations as objects, numbers as arrays of numpy, lists and tuples.
import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { openModel } from './index';

const FIRST = {
  class_name: 'Dense',
  config: { name: 'd', units: 9, use_bias: false, batch_input_shape: [null, 2] },
};

async function nodesOf(...layers: readonly object[]) {
  const json = {
    modelTopology: { class_name: 'Sequential', config: { name: 's', layers } },
    weightsManifest: [{ paths: ['w.bin'], weights: [{ name: 'd/kernel', shape: [2, 9], dtype: 'float32' }] }],
  };
  const { imported, weights } = await openModel([
    { name: 'model.json', bytes: strToU8(JSON.stringify(json)) },
    { name: 'w.bin', bytes: new Uint8Array(new Float32Array(18).fill(1).buffer) },
  ]);
  return { nodes: imported.network.nodes, weights };
}
const carrying = (activation: unknown) => ({ ...FIRST, config: { ...FIRST.config, activation } });
const layer = (className: string, config: object) => ({
  class_name: className,
  config: { name: 'a', ...config },
});
const numpy = (value: unknown) => ({ class_name: '__numpy__', config: { value, dtype: 'float32' } });

it.each<[string, unknown, object]>([
  ['LeakyReLU of Keras 2', layer('LeakyReLU', { alpha: 0.25 }), { fn: 'leakyRelu', alpha: 0.25 }],
  [
    'LeakyReLU of Keras 3',
    { module: 'keras.layers', ...layer('LeakyReLU', { negative_slope: 0.1 }) },
    { fn: 'leakyRelu', alpha: 0.1 },
  ],
  ['LeakyReLU with its default', layer('LeakyReLU', {}), { fn: 'leakyRelu', alpha: 0.3 }],
  [
    'ReLU with a slope',
    layer('ReLU', { negative_slope: 0.3, max_value: null, threshold: 0 }),
    { fn: 'leakyRelu', alpha: 0.3 },
  ],
  ['ReLU up to 6', layer('ReLU', { max_value: { type: 'ndarray', value: 6 } }), { fn: 'relu6' }],
  ['a layer of its own', layer('Activation', { activation: 'elu' }), { fn: 'elu' }],
  [
    'a function of Keras 3',
    { module: 'builtins', class_name: 'function', config: 'leaky_relu' },
    { fn: 'leakyRelu', alpha: 0.2 },
  ],
])('opens a layer that carries %s', async (_, activation, expected) => {
  const { nodes } = await nodesOf(carrying(activation));
  expect(nodes[1]).toMatchObject({ kind: 'activation', ...expected });
});

it.each<[string, unknown, RegExp]>([
  ['a threshold', layer('ReLU', { threshold: 0.5 }), /d \(Dense\).*threshold is 0.5/],
  ['another bound', layer('ReLU', { max_value: numpy(1) }), /max_value is 1; 6/],
  [
    'a bound and a slope',
    layer('ReLU', { max_value: 6, negative_slope: [0.1] }),
    /negative_slope 0.1 and a max_value/,
  ],
  ['a slope for each value', layer('PReLU', {}), /d \(Dense\).*"PReLU"/],
  ['a function that is written in Python', { class_name: '__lambda__', config: {} }, /"__lambda__"/],
])('refuses a layer that carries %s', async (_, activation, message) => {
  await expect(nodesOf(carrying(activation))).rejects.toThrow(message);
  await expect(nodesOf(carrying(activation))).rejects.toMatchObject({ name: 'UnsupportedLayerError' });
});

it.each<[string, unknown]>([
  ['a list', [0.4]],
  ['an array of numpy as Keras 2 writes it', { type: 'ndarray', value: 0.4 }],
  ['one with a list', { type: 'ndarray', value: [0.4] }],
  ['an array of numpy as Keras 3 writes it', numpy(0.4)],
])('reads a number as %s', async (_, slope) => {
  const { nodes } = await nodesOf(FIRST, layer('LeakyReLU', { negative_slope: slope }));
  expect(nodes[1]).toMatchObject({ fn: 'leakyRelu', alpha: 0.4 });
});

it('reads sides as a tuple of Keras 3, and a factor for each channel', async () => {
  const shape = { class_name: '__tuple__', items: [3, 1, 3] };
  const { nodes, weights } = await nodesOf(FIRST, layer('Reshape', { target_shape: shape }), {
    class_name: 'Rescaling',
    config: { name: 'b', scale: [1, 2, 3], offset: numpy([0.5]) },
  });
  expect(nodes[1]).toMatchObject({ kind: 'reshape', shape: [3, 1, 3] });
  expect([...(weights.get('batchNorm_1/gamma')?.values ?? [])]).toEqual([1, 2, 3]);
  expect([...(weights.get('batchNorm_1/beta')?.values ?? [])]).toEqual([0.5, 0.5, 0.5]);
});
