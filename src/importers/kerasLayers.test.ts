// What single Keras layers become and which are refused, in TensorFlow.js files that need no HDF5.
import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TrainedWeights } from '../graph/graph';
import { chain, resolveNetwork, type LayerSpec } from '../core/network';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { openModel } from './index';

beforeAll(startTestEngine);

/** A TensorFlow.js model of these Keras layers, with weights as the layers ask for them. */
function tfjsOf(
  layers: readonly object[],
  weights: Record<string, readonly number[]>,
): { name: string; bytes: Uint8Array }[] {
  const model = {
    modelTopology: { model_config: { class_name: 'Sequential', config: { name: 's', layers } } },
    weightsManifest: [
      {
        paths: ['w.bin'],
        weights: Object.entries(weights).map(([name, shape]) => ({ name, shape, dtype: 'float32' })),
      },
    ],
  };
  const count = Object.values(weights).reduce((sum, shape) => sum + shape.reduce((p, s) => p * s, 1), 0);
  return [
    { name: 'model.json', bytes: strToU8(JSON.stringify(model)) },
    {
      name: 'w.bin',
      bytes: new Uint8Array(Float32Array.from({ length: count }, (_, i) => Math.sin(i)).buffer),
    },
  ];
}

const input = { class_name: 'InputLayer', config: { batch_input_shape: [null, 4], name: 'in' } };
const dense = { class_name: 'Dense', config: { name: 'd', units: 16 } };
const DENSE = { 'd/kernel': [4, 16], 'd/bias': [16] };
const square = { class_name: 'Reshape', config: { name: 'r', target_shape: [4, 4, 1] } };

describe('what has no counterpart is refused by the name of its layer', () => {
  it.each<[string, object, RegExp]>([
    [
      'another layer',
      { class_name: 'LSTM', config: { name: 'memory' } },
      /memory \(LSTM\) cannot be opened: there is no layer LSTM here, which is recurrent/,
    ],
    [
      'another activation',
      { class_name: 'Activation', config: { name: 'a', activation: 'exponential' } },
      /a \(Activation\).*"exponential"/,
    ],
    [
      'another interpolation',
      { class_name: 'UpSampling2D', config: { name: 'u', interpolation: 'bicubic' } },
      /u \(UpSampling2D\).*bicubic/,
    ],
    [
      'a dilated kernel',
      { class_name: 'Conv2D', config: { name: 'c', filters: 1, kernel_size: 3, dilation_rate: [2, 2] } },
      /dilation_rate/,
    ],
    [
      'channels first',
      {
        class_name: 'Conv2D',
        config: { name: 'c', filters: 1, kernel_size: 3, data_format: 'channels_first' },
      },
      /channels come first/,
    ],
  ])('%s', async (_, layer, message) => {
    await expect(openModel(tfjsOf([input, dense, square, layer], DENSE))).rejects.toThrow(message);
  });

  it('a model with two inputs', async () => {
    const files = tfjsOf([], {});
    const layers = [
      { ...input, name: 'in', inbound_nodes: [] },
      { ...input, name: 'class', inbound_nodes: [] },
      {
        class_name: 'Concatenate',
        name: 'both',
        config: { name: 'both' },
        inbound_nodes: [
          [
            ['in', 0, 0, {}],
            ['class', 0, 0, {}],
          ],
        ],
      },
    ];
    const topology = { class_name: 'Model', config: { name: 'm', layers, output_layers: [['both', 0, 0]] } };
    const json = { modelTopology: topology, weightsManifest: [] };
    files[0].bytes = strToU8(JSON.stringify(json));
    await expect(openModel([files[0]])).rejects.toThrow(/m cannot be opened: it has 2 inputs \(in, class\)/);
  });

  it('weights of another shape, missing weights and missing files', async () => {
    await expect(
      openModel(tfjsOf([input, dense, square], { ...DENSE, 'd/kernel': [4, 15] })),
    ).rejects.toThrow(/\[4, 15\].*\[4, 16\]/);
    await expect(openModel(tfjsOf([input, dense, square], { 'd/kernel': [4, 16] }))).rejects.toThrow(
      /bias of d \(Dense\) is missing/,
    );
    await expect(openModel(tfjsOf([input, dense, square], DENSE).slice(0, 1))).rejects.toThrow(
      /"w.bin", which was not given/,
    );
    const [model, data] = tfjsOf([input, dense, square], { ...DENSE, 'd/extra': [1] });
    const json = new TextDecoder().decode(model.bytes).replace('"shape":[1]', '"shape":[1000000000000]');
    await expect(openModel([{ ...model, bytes: strToU8(json) }, data])).rejects.toThrow(/should end at byte/);
  });
});

/** A transposed convolution by its definition: each input pixel adds its kernel to the output. */
function transposedByHand(
  x: Float32Array,
  kernel: Float32Array,
  side: number,
  k: number,
  stride: number,
  f: number,
  c: number,
): Float32Array {
  const size = (side - 1) * stride + k;
  const out = new Float32Array(size * size * f);
  for (let y = 0; y < side; y++)
    for (let z = 0; z < side; z++)
      for (let i = 0; i < k; i++)
        for (let j = 0; j < k; j++)
          for (let o = 0; o < f; o++)
            for (let n = 0; n < c; n++)
              out[((y * stride + i) * size + z * stride + j) * f + o] +=
                x[(y * side + z) * c + n] * kernel[((i * k + j) * f + o) * c + n];
  return out;
}

it.each([
  [1, 4, 2],
  [1, 4, 1],
  [3, 4, 1],
])('a transposed convolution without padding of side %i, kernel %i, stride %i', async (side, k, stride) => {
  const [c, f] = [2, 3];
  const values = side * side * c;
  const kernel = Float32Array.from({ length: k * k * f * c }, (_, i) => Math.sin(i));
  const files = tfjsOf(
    [
      { class_name: 'InputLayer', config: { batch_input_shape: [null, values], name: 'in' } },
      { class_name: 'Reshape', config: { name: 'r', target_shape: [side, side, c] } },
      {
        class_name: 'Conv2DTranspose',
        config: { name: 't', filters: f, kernel_size: k, strides: stride, padding: 'valid', use_bias: false },
      },
    ],
    { 't/kernel': [k, k, f, c] },
  );
  const { imported, weights } = await openModel(files);
  const x = Float32Array.from({ length: values }, (_, i) => Math.cos(i));
  const expected = transposedByHand(x, kernel, side, k, stride, f, c);
  expect(difference(engineOutput(imported.network, weights, x, 1), expected).max).toBeLessThan(1e-5);
});

/** Values [n] less their mean over the root of their variance and epsilon. */
function normalized(values: readonly number[], epsilon: number): number[] {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
  return values.map((v) => (v - mean) / Math.sqrt(variance + epsilon));
}

const SIDES = [2, 2, 3] as const;
const pixels = (x: readonly number[]): number[][] => [0, 1, 2, 3].map((p) => x.slice(3 * p, 3 * p + 3));
const sine = (i: number): number => Math.sin(i);

it.each<[string, object, Record<string, readonly number[]>, (x: readonly number[]) => number[]]>([
  [
    'rows and columns repeated',
    { class_name: 'UpSampling2D', config: { name: 'u', size: [3, 2] } },
    {},
    (x) => [0, 0, 0, 1, 1, 1].flatMap((row) => [0, 0, 1, 1].flatMap((column) => pixels(x)[2 * row + column])),
  ],
  [
    'a layer norm over channels with Keras’ epsilon',
    { class_name: 'LayerNormalization', config: { name: 'n', axis: -1 } },
    { 'n/gamma': [3], 'n/beta': [3] },
    (x) => pixels(x).flatMap((pixel) => normalized(pixel, 1e-3).map((v, c) => v * sine(c) + sine(3 + c))),
  ],
  [
    'a layer norm over everything with an epsilon of its own',
    {
      class_name: 'LayerNormalization',
      config: { name: 'n', axis: [1, 2, 3], epsilon: 0.2, center: false, scale: false },
    },
    {},
    (x) => normalized([...x], 0.2),
  ],
  [
    'a group norm of one group',
    { class_name: 'GroupNormalization', config: { name: 'n', groups: 1, center: false } },
    { 'n/gamma': [3] },
    (x) => normalized([...x], 1e-3).map((v, i) => v * sine(i % 3)),
  ],
])('%s', async (_, layer, weights, expected) => {
  const layers = [
    { class_name: 'InputLayer', config: { batch_input_shape: [null, 12], name: 'in' } },
    { class_name: 'Reshape', config: { name: 'r', target_shape: SIDES } },
    layer,
  ];
  const opened = await openModel(tfjsOf(layers, weights));
  const x = Array.from({ length: 12 }, (__, i) => Math.cos(3 * i) + 0.2 * i);
  const drawn = engineOutput(opened.imported.network, opened.weights, Float32Array.from(x), 1);
  expect(difference(drawn, Float32Array.from(expected(x))).max).toBeLessThan(2e-5);
});

it('a network knows every weight that its layers ask for', async () => {
  const layers: LayerSpec[] = [{ kind: 'dense', units: 16 }];
  const { weights }: { weights: TrainedWeights } = await openModel(tfjsOf([input, dense, square], DENSE));
  const [resolved] = resolveNetwork(chain('x', [4], layers));
  expect([...weights.keys()]).toEqual(resolved.weights.map(({ role }) => `dense_1/${role}`));
});
