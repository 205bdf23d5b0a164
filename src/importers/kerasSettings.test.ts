// Settings of Keras layers as its versions write them: activations as objects, numbers as arrays of numpy, lists and tuples.
import { strToU8 } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { engineOutput, startTestEngine } from '../testing/exportEngine';
import { openModel } from './index';

beforeAll(startTestEngine);

const FIRST = {
  class_name: 'Dense',
  config: { name: 'd', units: 9, use_bias: false, batch_input_shape: [null, 2] },
};

async function opened(version: string | null, ...layers: readonly object[]) {
  const said = version === null ? {} : { keras_version: version };
  const json = {
    modelTopology: { ...said, class_name: 'Sequential', config: { name: 's', layers } },
    weightsManifest: [{ paths: ['w.bin'], weights: [{ name: 'd/kernel', shape: [2, 9], dtype: 'float32' }] }],
  };
  const { imported, weights } = await openModel([
    { name: 'model.json', bytes: strToU8(JSON.stringify(json)) },
    { name: 'w.bin', bytes: new Uint8Array(new Float32Array(18).fill(1).buffer) },
  ]);
  return { network: imported.network, weights };
}

async function nodesOf(...layers: readonly object[]) {
  const { network, weights } = await opened(null, ...layers);
  return { nodes: network.nodes, weights };
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

const clipped = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

it.each<[string, unknown, string | null, (x: number) => number]>([
  ['ReLU up to 1', layer('ReLU', { max_value: numpy(1) }), null, (x) => clipped(x, 0, 1)],
  ['ReLU up to 0.5', layer('ReLU', { max_value: 0.5 }), null, (x) => clipped(x, 0, 0.5)],
  [
    'ReLU with a bound and a slope',
    layer('ReLU', { max_value: 1.5, negative_slope: [0.1] }),
    null,
    (x) => Math.min(1.5, x < 0 ? 0.1 * x : x),
  ],
  ['ELU', layer('ELU', { alpha: 0.4 }), null, (x) => (x < 0 ? 0.4 * Math.expm1(x) : x)],
  // What ends from 0 to 1 is stretched to -1 to 1.
  ['hard sigmoid of Keras 2', 'hard_sigmoid', '2.11.0', (x) => 2 * clipped(0.2 * x + 0.5, 0, 1) - 1],
  [
    'hard sigmoid of TensorFlow.js',
    'hard_sigmoid',
    'tfjs-layers 4.22.0',
    (x) => 2 * clipped(0.2 * x + 0.5, 0, 1) - 1,
  ],
  ['hard sigmoid of Keras 3', 'hard_sigmoid', '3.5.0', (x) => 2 * clipped(x / 6 + 0.5, 0, 1) - 1],
  ['hard tanh', 'hard_tanh', '3.5.0', (x) => clipped(x, -1, 1)],
  ['log sigmoid', 'log_sigmoid', '3.5.0', (x) => -Math.log1p(Math.exp(-x))],
  ['CELU', 'celu', '3.5.0', (x) => (x < 0 ? Math.expm1(x) : x)],
])('opens %s as the function that it is', async (_, activation, version, expected) => {
  const { network, weights } = await opened(version, carrying(activation));
  const inputs = [-7, -2.7, -0.9, -0.2, 0, 0.3, 0.8, 1.4, 2.6, 6.5];
  const pairs = Float32Array.from(inputs.flatMap((x) => [x, 0]));
  const drawn = engineOutput(network, weights, pairs, inputs.length);
  for (const [i, x] of inputs.entries()) expect(drawn[9 * i], String(x)).toBeCloseTo(expected(x), 4);
});

it.each<[string, unknown, RegExp]>([
  [
    'a threshold',
    layer('ReLU', { threshold: 0.5, max_value: 3 }),
    /d \(Dense\).*threshold is 0.5, its negative_slope 0 and its max_value 3/,
  ],
  ['a bound of nothing', layer('ReLU', { max_value: 0 }), /max_value 0; a max_value above 0/],
  ['a slope for each value', layer('PReLU', {}), /d \(Dense\).*"PReLU"/],
  ['a function that is written in Python', { class_name: '__lambda__', config: {} }, /"__lambda__"/],
  ['another function', 'mish', /d \(Dense\).*"mish", which is not known here/],
])('refuses a layer that carries %s', async (_, activation, message) => {
  await expect(nodesOf(carrying(activation))).rejects.toThrow(message);
  await expect(nodesOf(carrying(activation))).rejects.toMatchObject({ name: 'UnsupportedLayerError' });
});

it.each<[string, object, RegExp]>([
  [
    'code',
    { class_name: 'TFOpLambda', config: { name: 'm', function: 'math.multiply' } },
    /m \(TFOpLambda\).*which runs Python code or an operation of its own \(math\.multiply\)/,
  ],
  ['products', layer('Multiply', {}), /a \(Multiply\).*multiplies values with each other/],
  [
    'quantized weights',
    layer('Dense', { units: 4, dtype: { class_name: 'QuantizedDTypePolicy', config: { mode: 'int8' } } }),
    /a \(Dense\).*integers that Keras has quantized/,
  ],
])('refuses a layer of %s in words', async (_, refused, message) => {
  await expect(nodesOf(FIRST, refused)).rejects.toThrow(message);
  await expect(nodesOf(FIRST, refused)).rejects.toMatchObject({ name: 'UnsupportedLayerError' });
});

it('a model that does not say what it takes is not called damaged', async () => {
  const config = { name: 'd', units: 9, use_bias: false };
  await expect(nodesOf({ ...FIRST, config })).rejects.toMatchObject({ name: 'ForeignModelError' });
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
